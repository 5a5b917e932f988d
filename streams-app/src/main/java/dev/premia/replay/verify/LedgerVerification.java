package dev.premia.replay.verify;

import dev.premia.domain.ledger.Posting;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.verify.Difference.Kind;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Takes in what the stream published, in the order of the topics, and compares it with a batch result. Accruals are compared
 * by their sums and checked one by one: numbered without gaps, each balance the sum so far. Statements and KPIs are compared
 * by their latest record. Not thread-safe.
 */
public final class LedgerVerification {
    private final Map<Account, Long> sums = new TreeMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final List<Difference> entryDifferences = new ArrayList<>();
    private final StatementVerification statements = new StatementVerification();
    private final KpiVerification kpis = new KpiVerification();
    private long accruals;

    /** One account of the ledger. */
    private record Account(String manager, String plan, Window window, String component, String currency)
            implements Comparable<Account> {
        @Override
        public int compareTo(Account other) {
            int byManager = manager.compareTo(other.manager);
            int byPlan = byManager != 0 ? byManager : plan.compareTo(other.plan);
            int byWindow = byPlan != 0 ? byPlan : window.compareTo(other.window);
            int byComponent = byWindow != 0 ? byWindow : component.compareTo(other.component);
            return byComponent != 0 ? byComponent : currency.compareTo(other.currency);
        }

        @Override
        public String toString() {
            return manager + ", " + plan + ", " + component + ", " + window;
        }
    }

    /** Takes in the next entry of its partition. */
    public void accrual(Accrual accrual) {
        accruals++;
        Window window = window(accrual.getWindowKind(), accrual.getWindowStart());
        Account account = new Account(
                accrual.getManager(), accrual.getPlan(), window, accrual.getComponent(), accrual.getCurrency());
        long sum = sums.merge(account, accrual.getAmountMinor(), Math::addExact);
        String entry = accrual.getManager() + ", entry " + accrual.getSequence();
        long last = sequences.getOrDefault(accrual.getManager(), 0L);
        if (accrual.getSequence() != last + 1) {
            entryDifferences.add(
                    new Difference(Kind.ENTRY, entry, "number " + (last + 1), "number " + accrual.getSequence()));
        }
        sequences.merge(accrual.getManager(), accrual.getSequence(), Math::max);
        if (accrual.getBalanceMinor() != sum) {
            entryDifferences.add(new Difference(
                    Kind.ENTRY,
                    entry + " of " + account,
                    "balance " + money(sum, account.currency()),
                    "balance " + money(accrual.getBalanceMinor(), account.currency())));
        }
        String period = Posting.periodOf(window).toString();
        if (!period.equals(accrual.getPostingPeriod())) {
            entryDifferences.add(new Difference(
                    Kind.ENTRY, entry, "posting period " + period, "posting period " + accrual.getPostingPeriod()));
        }
    }

    /** Takes in a statement; a later one of the same manager and period replaces it. */
    public void statement(Statement statement) {
        statements.add(statement);
    }

    /** Takes in a KPI; a later one of the same subject, window, zone and currency replaces it. */
    public void kpi(Kpi kpi) {
        kpis.add(kpi);
    }

    public long accruals() {
        return accruals;
    }

    public int statements() {
        return statements.size();
    }

    public int kpis() {
        return kpis.size();
    }

    /**
     * Everything that differs; empty when the stream said what the recomputation says, to the minor unit.
     *
     * @param expectedKpis names of KPIs that every subject has by month, in the organisation's zone and currency
     */
    public List<Difference> compare(BatchResult result, Collection<String> expectedKpis) {
        List<Line> lines = result.lines();
        List<Difference> differences = new ArrayList<>(sumDifferences(lines));
        differences.addAll(entryDifferences);
        differences.addAll(statements.compare(lines));
        differences.addAll(kpis.compare(result, expectedKpis));
        return differences;
    }

    private List<Difference> sumDifferences(List<Line> lines) {
        Map<Account, Long> expected = new TreeMap<>();
        for (Line line : lines) {
            Account account =
                    new Account(line.manager(), line.plan(), line.window(), line.component(), line.currency());
            expected.merge(account, line.minor(), Math::addExact);
        }
        TreeSet<Account> accounts = new TreeSet<>(expected.keySet());
        accounts.addAll(sums.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Account account : accounts) {
            long wanted = expected.getOrDefault(account, 0L);
            long booked = sums.getOrDefault(account, 0L);
            if (wanted != booked) {
                differences.add(new Difference(
                        Kind.SUM,
                        account.toString(),
                        money(wanted, account.currency()),
                        money(booked, account.currency())));
            }
        }
        return differences;
    }

    static Window window(dev.premia.schemas.WindowKind kind, java.time.LocalDate start) {
        return new Window(WindowKind.valueOf(kind.name().toUpperCase(Locale.ROOT)), start);
    }

    static String money(long minor, String currency) {
        return Currencies.toAmount(minor, currency).toPlainString() + " " + currency;
    }
}
