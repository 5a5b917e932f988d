package dev.premia.bench;

import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.Header;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.plan.ComponentAmount;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.testkit.BareFigures;
import dev.premia.topology.state.WindowTotals;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one changed KPI costs: a sale is added to a day of a manager, and the whole plan of twelve components is evaluated for
 * the month, on the running totals that the stream keeps. Nothing is written or published.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class PlanEvaluationBenchmark {
    private static final ZoneId ZONE = ZoneId.of("Europe/Moscow");
    private static final Subject ANNA = Subject.manager("crm/anna");
    private static final Subject NORTH = Subject.team("crm/north");
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 20);
    private static final long RUB = 643;
    private static final int DAYS_WITH_SALES = 120;

    private static final String PLAN = """
            plan: bench
            version: 1
            valid_from: 2026-01-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            targets: { revenue: 1_000_000, calls: 400 }
            kpis:
              own_deals: { count: true, from: won_deals, where: "amount >= 100_000" }
              calls_per_deal: { formula: "calls / won_deals" }
            components:
              - { id: volume, rate: 5%, of: revenue, when: "revenue > 1_000_000" }
              - { id: over, rate: 5%, of: "max(0, revenue - target(revenue))" }
              - { id: per-deal, pay: 500, per: won_deals }
              - { id: scale, of: revenue, tiers: { mode: graduated, steps: [{ to: 500_000, rate: 3% }, { to: 900_000, rate: 5% }, { rate: 7% }] } }
              - { id: slab, of: revenue, tiers: { mode: slab, bounds: upper_inclusive, steps: [{ to: 500_000, rate: 1% }, { rate: 2% }] } }
              - { id: check, rate: 2%, of: revenue, when: "growth(average_deal) >= 10%" }
              - { id: conversion, rate: 3%, of: revenue, when: "lead_conversion > 20%" }
              - { id: repeat, rate: 1%, of: repeat_revenue }
              - { id: new, pay: 3000, per: new_customers }
              - { id: large, pay: 1000, per: own_deals }
              - { id: team, pay: 10_000, when: "attainment(team(revenue)) >= 100% and calls_per_deal < 100" }
              - id: matrix
                target_bonus: 30_000
                scorecard:
                  - { kpi: revenue, weight: 70%, curve: [[80%, 0%], [100%, 100%], [120%, 150%]] }
                  - { kpi: calls, weight: 30%, curve: [[80%, 50%], [100%, 100%]] }
            caps: { total: 500_000 }
            """;

    private final Window month = Window.containing(WindowKind.MONTH, TODAY);
    private final int today = (int) TODAY.toEpochDay();
    private final Figures figures = new Figures();
    private final DayCells sale = new DayCells();
    private final DayCells refund = new DayCells();
    private PlanEvaluator evaluator;
    private boolean sold;

    /** Half a year of sales, calls and leads of a manager and the team. */
    @Setup
    public void fill() {
        PlanVersion plan = PlanFile.read("bench", PLAN).plan();
        PlanBook book = new PlanBook();
        book.add(plan);
        for (int back = 0; back < DAYS_WITH_SALES; back++) {
            for (Subject subject : List.of(ANNA, NORTH)) {
                figures.add(subject, today - back, day());
            }
        }
        sale.add(Measures.REVENUE, RUB, 1_000_000);
        sale.add(Measures.WON_DEALS, 0, DealCredit.WHOLE_SHARE);
        refund.addAll(sale, -1);
        ManagerRecord manager = new ManagerRecord(
                new Header(ANNA.id(), 1, null, false, "crm"),
                "Anna",
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                List.of());
        evaluator = new PlanEvaluator(book, manager, figures);
    }

    private static DayCells day() {
        DayCells day = new DayCells();
        day.add(Measures.REVENUE, RUB, 5_000_000);
        day.add(Measures.WON_DEALS, 0, 2 * DealCredit.WHOLE_SHARE);
        day.add(Measures.REPEAT_REVENUE, RUB, 2_000_000);
        day.add(Measures.NEW_CUSTOMERS, 0, DealCredit.WHOLE_SHARE);
        day.add(Measures.CALLS, 0, 25);
        day.add(Measures.LEADS_CREATED, 0, 10);
        day.add(Measures.COHORT_CONVERTED, 0, 3);
        day.add(Measures.CYCLE_DAYS, 12, DealCredit.WHOLE_SHARE);
        return day;
    }

    /** A sale comes, and goes with the next call, so that sums stay what they are however long this runs. */
    @Benchmark
    public List<ComponentAmount> evaluateAfterAChange() {
        figures.add(ANNA, today, sold ? refund : sale);
        sold = !sold;
        return evaluator.evaluate("bench", month);
    }

    /** Days in a tree and running totals of what was asked for, as the stream keeps them. */
    private static final class Figures extends BareFigures {
        private final Map<Subject, TreeMap<Integer, DayCells>> days =
                Map.of(ANNA, new TreeMap<>(), NORTH, new TreeMap<>());
        private final WindowTotals totals = new WindowTotals();

        void add(Subject subject, int day, DayCells cells) {
            days.get(subject).computeIfAbsent(day, each -> new DayCells()).addAll(cells, 1);
            totals.changed(owner(subject), day, cells);
        }

        private static String owner(Subject subject) {
            return WindowTotals.owner(subject.key(), ZONE.getId());
        }

        @Override
        public CellReader cells(Subject subject, ZoneId zone) {
            TreeMap<Integer, DayCells> all = days.get(subject);
            return totals.over(
                    owner(subject), (from, to, visitor) -> all.subMap(from, to).forEach(visitor::day));
        }

        @Override
        public String teamOn(LocalDate day) {
            return NORTH.id();
        }
    }
}
