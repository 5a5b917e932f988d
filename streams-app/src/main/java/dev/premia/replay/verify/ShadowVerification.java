package dev.premia.replay.verify;

import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.schemas.Accrual;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Compares the entries of plans on trial with what the batch engine says of them. Not thread-safe. */
final class ShadowVerification {
    private final Map<Account, Long> sums = new TreeMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Long> entries = new HashMap<>();
    private final List<Wrong> wrong = new ArrayList<>();

    private record Account(String manager, String plan, Window window, String component, String currency)
            implements Comparable<Account> {
        private static final Comparator<Account> ORDER = Comparator.comparing(Account::manager)
                .thenComparing(Account::plan)
                .thenComparing(Account::window)
                .thenComparing(Account::component)
                .thenComparing(Account::currency);

        @Override
        public int compareTo(Account other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return "shadow: " + manager + ", " + plan + ", " + component + ", " + window;
        }
    }

    /** An entry that does not follow from those before it. */
    private record Wrong(String manager, Difference difference) {
        static Wrong of(Accrual accrual, String expected, String found) {
            String entry = "shadow: " + accrual.getManager() + ", entry " + accrual.getSequence();
            return new Wrong(accrual.getManager(), new Difference(Kind.ENTRY, entry, expected, found));
        }
    }

    /** Takes in the next entry of its partition. */
    void accrual(Accrual accrual) {
        Account account = new Account(
                accrual.getManager(),
                accrual.getPlan(),
                LedgerVerification.window(accrual.getWindowKind(), accrual.getWindowStart()),
                accrual.getComponent(),
                accrual.getCurrency());
        long sum = sums.merge(account, accrual.getAmountMinor(), Math::addExact);
        long number = sequences.getOrDefault(accrual.getManager(), 0L) + 1;
        if (accrual.getSequence() != number) {
            wrong.add(Wrong.of(accrual, "number " + number, "number " + accrual.getSequence()));
        }
        if (accrual.getBalanceMinor() != sum) {
            wrong.add(Wrong.of(
                    accrual,
                    "balance " + LedgerVerification.money(sum, account.currency()),
                    "balance " + LedgerVerification.money(accrual.getBalanceMinor(), account.currency())));
        }
        sequences.merge(accrual.getManager(), accrual.getSequence(), Math::max);
        entries.merge(accrual.getManager(), 1L, Long::sum);
    }

    /** How many entries were taken in. */
    long count(Predicate<String> managers) {
        return entries.entrySet().stream()
                .filter(each -> managers.test(each.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** What differs, to the minor unit. */
    List<Difference> compare(List<Line> lines, Predicate<String> managers) {
        Map<Account, Long> expected = new TreeMap<>();
        for (Line line : lines) {
            expected.merge(
                    new Account(line.manager(), line.plan(), line.window(), line.component(), line.currency()),
                    line.minor(),
                    Math::addExact);
        }
        TreeSet<Account> all = new TreeSet<>(expected.keySet());
        all.addAll(sums.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Account each : all) {
            long wanted = expected.getOrDefault(each, 0L);
            long booked = sums.getOrDefault(each, 0L);
            if (wanted != booked && managers.test(each.manager())) {
                differences.add(new Difference(
                        Kind.SUM,
                        each.toString(),
                        LedgerVerification.money(wanted, each.currency()),
                        LedgerVerification.money(booked, each.currency())));
            }
        }
        wrong.stream()
                .filter(each -> managers.test(each.manager()))
                .map(Wrong::difference)
                .forEach(differences::add);
        return differences;
    }
}
