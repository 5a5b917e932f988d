package dev.premia.replay.verify;

import dev.premia.domain.credit.Subject;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Takes in what the stream published, in the order of the topics, and compares it with a batch result. Accruals are compared
 * by their sums and checked one by one: numbered without gaps, each balance the sum so far. Statements and KPIs are compared
 * by their latest record. Not thread-safe.
 */
public final class LedgerVerification {
    private final Map<Account, Long> sums = new TreeMap<>();
    private final Map<Posted, Long> posted = new TreeMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Long> entries = new HashMap<>();
    private final Map<String, List<Difference>> entryDifferences = new TreeMap<>();
    private final List<Difference> unreadable = new ArrayList<>();
    private final StatementVerification statements = new StatementVerification();
    private final KpiVerification kpis = new KpiVerification();
    private final ShadowVerification shadows = new ShadowVerification();

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

    /** What is posted to one payroll month. */
    private record Posted(Account account, String period) implements Comparable<Posted> {
        @Override
        public int compareTo(Posted other) {
            int byAccount = account.compareTo(other.account);
            return byAccount != 0 ? byAccount : period.compareTo(other.period);
        }

        @Override
        public String toString() {
            return account + ", payroll " + period;
        }
    }

    /** Takes in the next entry of its partition. */
    public void accrual(Accrual accrual) {
        String manager = accrual.getManager();
        entries.merge(manager, 1L, Long::sum);
        Window window = window(accrual.getWindowKind(), accrual.getWindowStart());
        Account account =
                new Account(manager, accrual.getPlan(), window, accrual.getComponent(), accrual.getCurrency());
        long sum = sums.merge(account, accrual.getAmountMinor(), Math::addExact);
        String entry = manager + ", entry " + accrual.getSequence();
        long last = sequences.getOrDefault(manager, 0L);
        if (accrual.getSequence() != last + 1) {
            differs(
                    manager,
                    new Difference(Kind.ENTRY, entry, "number " + (last + 1), "number " + accrual.getSequence()));
        }
        sequences.merge(manager, accrual.getSequence(), Math::max);
        if (accrual.getBalanceMinor() != sum) {
            differs(
                    manager,
                    new Difference(
                            Kind.ENTRY,
                            entry + " of " + account,
                            "balance " + money(sum, account.currency()),
                            "balance " + money(accrual.getBalanceMinor(), account.currency())));
        }
        posted.merge(new Posted(account, accrual.getPostingPeriod()), accrual.getAmountMinor(), Math::addExact);
        String period = Posting.periodOf(window).toString();
        if (period.compareTo(accrual.getPostingPeriod()) > 0) {
            differs(
                    manager,
                    new Difference(
                            Kind.ENTRY,
                            entry,
                            "posting period " + period + " or later",
                            "posting period " + accrual.getPostingPeriod()));
        }
    }

    /** Takes in the next entry of a plan on trial. */
    public void shadowAccrual(Accrual accrual) {
        shadows.accrual(accrual);
    }

    /** Takes in a statement; a later one of the same manager and period replaces it. */
    public void statement(Statement statement) {
        statements.add(statement);
    }

    /** Takes in a KPI; a later one of the same subject, window, zone and currency replaces it. */
    public void kpi(Kpi kpi) {
        kpis.add(kpi);
    }

    /**
     * Takes in a record of which nothing can be read; it counts as a difference of its own, whoever is asked about.
     *
     * @param place topic, partition and offset
     */
    public void unreadable(Kind kind, String place, String reason) {
        unreadable.add(new Difference(kind, place, "a record of the stream", reason));
    }

    private void differs(String manager, Difference difference) {
        entryDifferences.computeIfAbsent(manager, key -> new ArrayList<>()).add(difference);
    }

    /**
     * Compares what was taken in with a batch result, to the minor unit.
     *
     * @param expectedKpis names of KPIs that every subject has by month, in the organisation's zone and currency
     * @param scope the subjects to compare; entries and statements are their managers'
     */
    public VerificationReport compare(BatchResult result, Collection<String> expectedKpis, Predicate<Subject> scope) {
        Predicate<String> managers = manager -> scope.test(Subject.manager(manager));
        List<Line> lines = result.postedLines().stream()
                .filter(line -> managers.test(line.manager()))
                .toList();
        VerificationReport ledger =
                compare(lines, managers, period -> true, result.decisions().closed()::isClosed);
        List<Difference> differences = new ArrayList<>(ledger.differences());
        differences.addAll(shadows.compare(result.shadowLines(), managers));
        differences.addAll(kpis.compare(result, expectedKpis, scope));
        return new VerificationReport(
                ledger.accruals(),
                shadows.count(managers),
                ledger.sums(),
                ledger.statements(),
                kpis.count(scope),
                ledger.totals(),
                differences);
    }

    /**
     * Compares what was taken in with what is posted to one period, to the minor unit.
     *
     * @param lines what is posted to the period, of whatever managers
     * @param isClosed whether the period is closed, so that its statements must be frozen
     * @param managers whose entries and statements are compared
     */
    public VerificationReport comparePeriod(
            YearMonth period, List<Line> lines, boolean isClosed, Predicate<String> managers) {
        List<Line> wanted =
                lines.stream().filter(line -> managers.test(line.manager())).toList();
        return compare(wanted, managers, period::equals, each -> isClosed);
    }

    private VerificationReport compare(
            List<Line> lines, Predicate<String> managers, Predicate<YearMonth> periods, Predicate<YearMonth> closed) {
        Sums compared = compareSums(lines, managers, periods);
        List<Difference> differences = new ArrayList<>(compared.differences());
        entryDifferences.forEach((manager, ofManager) -> {
            if (managers.test(manager)) {
                differences.addAll(ofManager);
            }
        });
        differences.addAll(statements.compare(lines, closed, managers, periods));
        differences.addAll(unreadable);
        long accruals = entries.entrySet().stream()
                .filter(entry -> managers.test(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        return new VerificationReport(
                accruals, 0, compared.count(), statements.count(managers), 0, compared.totals(), differences);
    }

    private record Sums(int count, Map<String, Long> totals, List<Difference> differences) {}

    private Sums compareSums(List<Line> lines, Predicate<String> managers, Predicate<YearMonth> periods) {
        Map<Posted, Long> expected = new TreeMap<>();
        for (Line line : lines) {
            Account account =
                    new Account(line.manager(), line.plan(), line.window(), line.component(), line.currency());
            expected.merge(new Posted(account, line.posting().toString()), line.minor(), Math::addExact);
        }
        TreeSet<Posted> all = new TreeSet<>(expected.keySet());
        posted.keySet().stream()
                .filter(each -> managers.test(each.account().manager()) && periods.test(YearMonth.parse(each.period())))
                .forEach(all::add);
        int count = 0;
        Map<String, Long> totals = new TreeMap<>();
        List<Difference> differences = new ArrayList<>();
        for (Posted each : all) {
            String currency = each.account().currency();
            long wanted = expected.getOrDefault(each, 0L);
            long booked = posted.getOrDefault(each, 0L);
            totals.merge(currency, booked, Math::addExact);
            count += wanted == 0 && booked == 0 ? 0 : 1;
            if (wanted != booked) {
                differences.add(
                        new Difference(Kind.SUM, each.toString(), money(wanted, currency), money(booked, currency)));
            }
        }
        return new Sums(count, totals, differences);
    }

    static Window window(dev.premia.schemas.WindowKind kind, java.time.LocalDate start) {
        return new Window(WindowKind.valueOf(kind.name().toUpperCase(Locale.ROOT)), start);
    }

    static String money(long minor, String currency) {
        return Currencies.toAmount(minor, currency).toPlainString() + " " + currency;
    }
}
