package dev.premia.casebook;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import dev.premia.domain.plan.PlanKpis;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.Settings;
import dev.premia.replay.input.LoadedInput;
import dev.premia.scenario.Balance;
import dev.premia.scenario.Place;
import dev.premia.scenario.ScenarioLog;
import dev.premia.scenario.ScenarioRecord;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The batch engine over a prefix of a story: what the whole of the records says, whatever their order. */
final class Oracle {
    private static final Place PLACE = new Place("story", 1, 1);

    private final LoadedInput loaded;
    private final Map<Settings, BatchResult> results = new HashMap<>();
    private final Settings organisation;

    Oracle(Settings organisation, List<ScenarioRecord<?>> prefix) {
        this.organisation = organisation;
        ScenarioLog log = new ScenarioLog(organisation);
        prefix.forEach(each -> log.add(each, PLACE));
        loaded = log.loaded();
    }

    private BatchResult result(Settings settings) {
        return results.computeIfAbsent(settings, each -> loaded.compute(each, null));
    }

    BatchResult result() {
        return result(organisation);
    }

    /** What every component pays, in minor units; lines of 0 are left out. */
    Map<Balance, Long> balances() {
        Map<Balance, Long> balances = new HashMap<>();
        for (BatchResult.Line line : result().lines()) {
            balances.put(balanceOf(line), line.minor());
        }
        return balances;
    }

    /** What every component of the plans on trial would pay, in minor units. */
    Map<Balance, Long> shadowBalances() {
        Map<Balance, Long> balances = new HashMap<>();
        result().shadowLines().forEach(line -> balances.put(balanceOf(line), line.minor()));
        return balances;
    }

    private static Balance balanceOf(BatchResult.Line line) {
        return new Balance(line.manager(), line.plan(), line.component(), line.window());
    }

    /** What is posted to the payroll of each month for each balance, in minor units. */
    Map<String, Long> posted() {
        Map<String, Long> posted = new TreeMap<>();
        for (BatchResult.Line line : result().postedLines()) {
            posted.merge(line.posting() + " " + balanceOf(line), line.minor(), Math::addExact);
        }
        posted.values().removeIf(sum -> sum == 0);
        return posted;
    }

    Value kpi(String name, Subject subject, Window window, ZoneId zone, String currency, String rateDate) {
        MoneyView view = new MoneyView(
                zone,
                currency == null ? organisation.currency() : currency,
                rateDate == null ? RateDate.WIN_DATE : RateDate.PAYMENT_DATE);
        return result(new Settings(zone, view.currency()))
                .kpi(KpiCatalogue.get(name), List.of(), subject, Span.of(window), view);
    }

    /** A KPI that a plan defines. */
    Value kpi(String plan, String name, Subject subject, Window window) {
        return result().planKpi(plan, name, subject, Span.of(window))
                .map(PlanKpis.Figure::value)
                .orElseGet(() -> Value.undefined("the plan does not measure " + subject + " by it"));
    }

    /** The target of a KPI that a plan defines, or null. */
    BigDecimal target(String plan, String name, Subject subject, Window window) {
        return result().planKpi(plan, name, subject, Span.of(window))
                .map(PlanKpis.Figure::target)
                .orElse(null);
    }
}
