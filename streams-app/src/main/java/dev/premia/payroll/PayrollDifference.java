package dev.premia.payroll;

import dev.premia.domain.statement.FrozenStatement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is still to be handed over: what the month pays less what earlier batches pay. Somebody whose employee number was corrected is
 * paid under the new one and reversed under the old one. Nobody is ever reversed for not being known any more.
 */
public final class PayrollDifference {
    private final PayrollMonth month;
    private final List<Handover> earlier;

    /**
     * @param earlier all batches of the month, of any legal entity
     */
    public PayrollDifference(PayrollMonth month, Collection<Handover> earlier) {
        this.month = month;
        this.earlier = earlier.stream()
                .filter(batch -> batch.period().equals(month.period())
                        && batch.currency().equals(month.currency()))
                .toList();
    }

    private record Account(String employeeNumber, String manager) implements Comparable<Account> {
        private static final Comparator<Account> ORDER =
                Comparator.comparing(Account::employeeNumber).thenComparing(Account::manager);

        @Override
        public int compareTo(Account other) {
            return ORDER.compare(this, other);
        }
    }

    /** The legal entities that the month concerns. */
    public Collection<String> organisations() {
        return month.due().stream()
                .map(due -> due.payee().organisation())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The next batch of a legal entity; null when nothing is to be handed over. */
    public Batch next(String organisation) {
        Map<Account, Long> handed = handed(organisation);
        TreeMap<Account, Batch.Item> items = new TreeMap<>();
        Map<String, Due> payees = new HashMap<>();
        targets(organisation).forEach((account, dues) -> {
            Due due = dues.get(0);
            long minor = dues.stream().mapToLong(this::open).reduce(0, Math::addExact);
            payees.put(account.manager(), due);
            put(items, account, due.payee(), minor - handed.getOrDefault(account, 0L), due);
            handed.remove(account);
        });
        handed.forEach((account, minor) -> {
            Due due = payees.get(account.manager());
            if (due != null) {
                put(items, account, due.payee().under(account.employeeNumber()), -minor, due);
            }
        });
        long count = earlier.stream()
                .filter(batch -> batch.organisation().equals(organisation))
                .count();
        return items.isEmpty()
                ? null
                : Batch.of(
                        (int) count + 1,
                        organisation,
                        month.period(),
                        month.currency(),
                        new ArrayList<>(items.values()));
    }

    private TreeMap<Account, List<Due>> targets(String organisation) {
        TreeMap<Account, List<Due>> targets = new TreeMap<>();
        for (Due due : month.due()) {
            if (due.payee().organisation().equals(organisation)) {
                Account account =
                        new Account(due.payee().employeeNumber(), due.payee().manager());
                targets.computeIfAbsent(account, key -> new ArrayList<>()).add(due);
            }
        }
        return targets;
    }

    /** A balance that was frozen without a legal entity may have been handed over for another one than today's. */
    private long open(Due due) {
        long minor = due.balance().payout();
        if (due.balance().organisation() == null) {
            Set<String> frozen = due.statement().balances().stream()
                    .map(FrozenStatement.Balance::organisation)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            for (Handover batch : earlier) {
                boolean elsewhere = !batch.organisation().equals(due.payee().organisation())
                        && !frozen.contains(batch.organisation());
                minor -= elsewhere ? batch.standingOf(due.payee().manager()) : 0;
            }
        }
        return minor;
    }

    private void put(Map<Account, Batch.Item> items, Account account, Payee payee, long minor, Due due) {
        if (minor != 0) {
            items.put(account, new Batch.Item(payee, minor, basis(minor, due.statement())));
        }
    }

    private String basis(long minor, FrozenStatement statement) {
        String plans = statement.lines().stream()
                .map(line -> line.plan() + " v" + line.version())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        String text = (plans.isEmpty() ? "Расчётный лист" : plans) + ", " + month.period() + ", "
                + statement.digest().substring(0, 12);
        return minor < 0 ? "Сторно: " + text : text;
    }

    private Map<Account, Long> handed(String organisation) {
        Map<Account, Long> handed = new HashMap<>();
        for (Handover batch : earlier) {
            if (batch.organisation().equals(organisation)) {
                batch.standing()
                        .forEach(row -> handed.merge(
                                new Account(row.employeeNumber(), row.manager()), row.minor(), Math::addExact));
            }
        }
        handed.values().removeIf(minor -> minor == 0);
        return handed;
    }

    /** What cannot be handed over, less what was before it became impossible. */
    public List<DueProblem> problems() {
        List<DueProblem> open = new ArrayList<>();
        for (DueProblem problem : month.problems()) {
            long handed = problem.organisation() == null ? 0 : handedTo(problem);
            if (problem.minor() != handed) {
                open.add(new DueProblem(
                        problem.manager(),
                        problem.organisation(),
                        problem.minor() - handed,
                        problem.currency(),
                        problem.reason()));
            }
        }
        return open;
    }

    private long handedTo(DueProblem problem) {
        return earlier.stream()
                .filter(batch -> batch.currency().equals(problem.currency())
                        && batch.organisation().equals(problem.organisation()))
                .mapToLong(batch -> batch.standingOf(problem.manager()))
                .reduce(0, Math::addExact);
    }
}
