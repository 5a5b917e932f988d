package dev.premia.scenario;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.plan.PlanKpis;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.RejectedRecord;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What the batch engine says of the records of a scenario so far. Entries are the differences from step to step. */
final class BatchOutcome implements Outcome {
    private final ScenarioLog log;
    private final Settings organisation;
    private final List<Booking> bookings = new ArrayList<>();
    private final Map<Settings, BatchResult> results = new HashMap<>();
    private LoadedInput loaded;
    private Map<Balance, BigDecimal> before = Map.of();
    private Map<Balance, BigDecimal> now = Map.of();
    private Map<Posted, BigDecimal> posted = Map.of();
    private List<Rejection> rejections = List.of();

    BatchOutcome(Settings organisation) {
        this.organisation = organisation;
        this.log = new ScenarioLog(organisation);
        this.loaded = log.loaded();
    }

    /** What is posted to a payroll month. */
    private record Posted(Balance balance, String month) implements Comparable<Posted> {
        @Override
        public int compareTo(Posted other) {
            int byBalance = balance.compareTo(other.balance);
            return byBalance != 0 ? byBalance : month.compareTo(other.month);
        }
    }

    ScenarioLog log() {
        return log;
    }

    /** Takes in the records of a step. */
    void record(Step.Recorded step) {
        List<Rejection> rejected = new ArrayList<>();
        for (ScenarioRecord<?> each : step.records()) {
            List<RejectedRecord> problems = log.add(each, step.place());
            if (!problems.isEmpty()) {
                String reason = String.join(
                        "\n", problems.stream().map(RejectedRecord::message).toList());
                rejected.add(new Rejection(problems.get(0).code(), reason));
            }
        }
        rejections = List.copyOf(rejected);
        loaded = log.loaded();
        results.clear();
        book();
    }

    private void book() {
        before = now;
        now = new HashMap<>();
        BatchResult result = result(organisation);
        for (BatchResult.Line line : result.lines()) {
            now.merge(balanceOf(line), Currencies.toAmount(line.minor(), line.currency()), BigDecimal::add);
        }
        Map<Posted, BigDecimal> postedBefore = posted;
        posted = new HashMap<>();
        for (BatchResult.Line line : result.postedLines()) {
            BigDecimal amount = Currencies.toAmount(line.minor(), line.currency());
            posted.merge(new Posted(balanceOf(line), line.posting().toString()), amount, BigDecimal::add);
        }
        TreeSet<Posted> all = new TreeSet<>(postedBefore.keySet());
        all.addAll(posted.keySet());
        for (Posted each : all) {
            BigDecimal difference = posted.getOrDefault(each, BigDecimal.ZERO)
                    .subtract(postedBefore.getOrDefault(each, BigDecimal.ZERO));
            if (difference.signum() != 0) {
                bookings.add(new Booking(each.balance(), difference, each.month()));
            }
        }
    }

    private static Balance balanceOf(BatchResult.Line line) {
        return new Balance(line.manager(), line.plan(), line.component(), line.window());
    }

    private BatchResult result(Settings settings) {
        return results.computeIfAbsent(settings, each -> loaded.compute(each, null));
    }

    @Override
    public Map<Balance, BigDecimal> balances() {
        return now;
    }

    @Override
    public Map<Balance, BigDecimal> shadowBalances() {
        Map<Balance, BigDecimal> balances = new HashMap<>();
        for (BatchResult.Line line : result(organisation).shadowLines()) {
            balances.put(balanceOf(line), Currencies.toAmount(line.minor(), line.currency()));
        }
        return balances;
    }

    @Override
    public Map<Balance, BigDecimal> balancesBefore() {
        return before;
    }

    @Override
    public List<Booking> bookings() {
        return bookings;
    }

    @Override
    public Value kpi(KpiCall kpi, Subject subject, Window window, Settings by) {
        if (kpi instanceof KpiCall.OfPlan own) {
            return result(organisation)
                    .planKpi(own.plan(), own.text(), subject, Span.of(window))
                    .map(PlanKpis.Figure::value)
                    .orElseGet(() -> Value.undefined(own.plan() + " does not measure " + subject + " by it"));
        }
        KpiCall.OfCatalogue known = (KpiCall.OfCatalogue) kpi;
        return result(by).kpi(known.definition(), known.parameters(), subject, Span.of(window), by);
    }

    @Override
    public Optional<Explanation> explain(String manager, String plan, String component, Window window) {
        return result(organisation).explainAny(manager, plan, component, window);
    }

    @Override
    public Optional<FrozenStatement> frozen(String manager, YearMonth period) {
        return result(organisation).decisions().closed().statements(manager).stream()
                .filter(statement -> statement.period().equals(period))
                .findFirst();
    }

    @Override
    public List<Rejection> rejections() {
        return rejections;
    }
}
