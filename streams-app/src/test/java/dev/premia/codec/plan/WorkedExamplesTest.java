package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.testkit.FakeFigures;
import dev.premia.testkit.FakeFigures.Deal;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples that concern one manager and one window: from the text of a plan to the amount. */
class WorkedExamplesTest {
    private static final String DAY = "2026-10-15";
    private static final String MONTH_BEFORE = "2026-09-15";

    private static BigDecimal paid(FakeFigures figures) {
        return figures.pay(DAY).get("c");
    }

    private static FakeFigures sold(PlanVersion plan, String... amounts) {
        FakeFigures figures = new FakeFigures(plan);
        for (int i = 0; i < amounts.length; i++) {
            figures.deal("2026-10-%02d".formatted(i + 1), amounts[i]);
        }
        return figures;
    }

    @Test
    void shouldPayOnExcessWhenTargetIsExceeded() {
        PlanVersion plan = PlanText.component("rate: 5%, of: \"max(0, revenue - target(revenue))\"");

        assertThat(paid(sold(plan, "1200000").target("revenue", "1000000"))).isEqualTo("10000.00");
        assertThat(paid(sold(plan, "900000").target("revenue", "1000000"))).isEqualTo("0.00");
    }

    @ParameterizedTest
    @CsvSource({"1200000, 60000.00", "1000000.00, 0.00", "1000000.01, 50000.00"})
    void shouldPayCliffOnlyAboveVolumeWhenMoreThanIsStrict(String sales, String expected) {
        PlanVersion plan = PlanText.component("rate: 5%, of: revenue, when: \"revenue > 1_000_000\"");

        assertThat(paid(sold(plan, sales))).isEqualTo(expected);
    }

    @Test
    void shouldPayKickerWhenAverageDealGrew() {
        PlanVersion plan = PlanText.component("rate: 2%, of: revenue, when: \"growth(average_deal) >= 10%\"");
        FakeFigures figures =
                new FakeFigures(plan).deals(12, "2026-10-05", "125000").deal(MONTH_BEFORE, "110000");

        assertThat(paid(figures)).isEqualTo("30000.00");
    }

    @Test
    void shouldPayNoKickerWhenAverageDealGrewTooLittle() {
        PlanVersion plan = PlanText.component("rate: 2%, of: revenue, when: \"growth(average_deal) >= 10%\"");
        FakeFigures figures =
                new FakeFigures(plan).deal("2026-10-05", "120999.99").deal(MONTH_BEFORE, "110000");

        assertThat(paid(figures)).isEqualTo("0.00");
    }

    @Test
    void shouldPayShareOfRepeatSales() {
        PlanVersion plan = PlanText.component("rate: 1%, of: repeat_revenue");
        FakeFigures figures = new FakeFigures(plan)
                .deal(new Deal("2026-10-05", "400000").repeat())
                .deal(new Deal("2026-10-06", "700000").first());

        assertThat(paid(figures)).isEqualTo("4000.00");
    }

    @Test
    void shouldPayPerNewCustomerThatBought() {
        PlanVersion plan = PlanText.component("pay: 3000, per: new_customers");
        FakeFigures figures = new FakeFigures(plan);
        for (int i = 0; i < 3; i++) {
            figures.deal(new Deal("2026-10-05", "1000").first());
        }

        assertThat(paid(figures)).isEqualTo("9000.00");
    }

    @Test
    void shouldPayAllComponentsTogether() {
        PlanVersion plan = PlanText.plan("""
                components:
                  - { id: volume, rate: 5%, of: revenue, when: "revenue > 1000000" }
                  - { id: per-deal, pay: 5000, per: won_deals }
                  - { id: check, rate: 2%, of: revenue, when: "growth(average_deal) >= 0.10" }
                  - { id: conversion, rate: 3%, of: revenue, when: "lead_conversion > 20%" }
                  - { id: repeat, rate: 1%, of: repeat_revenue }
                  - { id: new, pay: 3000, per: new_customers }
                """);
        FakeFigures figures = new FakeFigures(plan)
                .deal(MONTH_BEFORE, "110000")
                .count(Measures.LEADS_CREATED, DAY, 100)
                .count(Measures.COHORT_CONVERTED, DAY, 22);
        for (int i = 0; i < 12; i++) {
            Deal deal = new Deal("2026-10-05", i < 8 ? "137500" : "100000");
            figures.deal(i < 4 ? deal.first() : i < 8 ? deal : deal.repeat());
        }

        Map<String, BigDecimal> pay = figures.pay(DAY);

        assertThat(pay)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "volume", new BigDecimal("75000.00"),
                        "per-deal", new BigDecimal("60000.00"),
                        "check", new BigDecimal("30000.00"),
                        "conversion", new BigDecimal("45000.00"),
                        "repeat", new BigDecimal("4000.00"),
                        "new", new BigDecimal("12000.00")));
        assertThat(pay.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo("226000.00");
    }

    @Test
    void shouldTakeExcessOverTotalCapAsComponentOfItsOwn() {
        PlanVersion plan = PlanText.plan("""
                components:
                  - { id: c, of: revenue, tiers: { mode: graduated, steps: [{ to: 1000000, rate: 5% }, { rate: 7% }] } }
                caps: { total: 60000 }
                """);

        assertThat(sold(plan, "800000", "400000", "100000").pay(DAY))
                .containsEntry("c", new BigDecimal("71000.00"))
                .containsEntry("cap:total", new BigDecimal("-11000.00"));
        assertThat(sold(plan, "400000", "100000").pay(DAY))
                .containsEntry("c", new BigDecimal("25000.00"))
                .containsEntry("cap:total", new BigDecimal("0.00"));
    }

    @Test
    void shouldPayEachBandAtItsRateWhenGraduated() {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: graduated,"
                + " steps: [{ to: 3000, rate: 6% }, { to: 8000, rate: 8% }, { rate: 10% }] }");

        assertThat(paid(sold(plan, "9000"))).isEqualTo("680.00");
    }

    @ParameterizedTest
    @CsvSource({"400, 100.00", "100, 25.00", "1500, 425.00", "5000, 1675.00"})
    void shouldPayGraduatedInEveryBand(String sales, String expected) {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: graduated,"
                + " steps: [{ to: 500, rate: 25% }, { to: 3000, rate: 30% }, { rate: 40% }] }");

        assertThat(paid(sold(plan, sales))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"upper_inclusive, 26250.00", "lower_inclusive, 37500.00"})
    void shouldPayOnBoundaryOfSlabAsDeclared(String bounds, String expected) {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: slab, bounds: " + bounds
                + ", steps: [{ to: 1500000, rate: 1.75% }, { rate: 2.50% }] }");

        assertThat(paid(sold(plan, "1500000"))).isEqualTo(expected);
    }

    @Test
    void shouldAddMarginalPayWhenDealCrossesBands() {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: graduated,"
                + " steps: [{ to: 150000, rate: 4% }, { to: 250000, rate: 6% }, { rate: 8% }] }");

        BigDecimal before = paid(sold(plan, "145000"));
        BigDecimal after = paid(sold(plan, "145000", "20000"));

        assertThat(after.subtract(before)).isEqualTo("1100.00");
    }

    @ParameterizedTest
    @CsvSource({"graduated, 2500.00", "slab, 3600.00"})
    void shouldPayScaleByMode(String mode, String expected) {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: " + mode + ", bounds: lower_inclusive,"
                + " steps: [{ from: 0, rate: 10% }, { from: 1000, rate: 20% }, { from: 10000, rate: 30% }] }");

        assertThat(paid(sold(plan, "12000"))).isEqualTo(expected);
    }

    @Test
    void shouldPayEachDealAtStepThatRunningTotalReaches() {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: per_deal, bounds: lower_inclusive,"
                + " steps: [{ from: 0, rate: 10% }, { from: 5000, rate: 12% }, { from: 10000, rate: 15% }] }");

        assertThat(paid(sold(plan, "4000", "3000", "5000"))).isEqualTo("1510.00");
    }

    @ParameterizedTest
    @CsvSource({"10000, 500.00", "16499.99, 825.00", "16500, 1650.00", "33000, 3300.00", "40000, 4700.00"})
    void shouldPayQuotaByModeOfEachStep(String sales, String expected) {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: slab, bounds: lower_inclusive, steps: ["
                + "{ to: 50% * target(revenue), rate: 5% }, { to: target(revenue), rate: 10% },"
                + " { mode: graduated, rate: 20% }] }");

        assertThat(paid(sold(plan, sales).target("revenue", "33000"))).isEqualTo(expected);
    }

    @Test
    void shouldPayLeaderOnTeamRevenue() {
        PlanVersion plan = PlanText.component("of: team(revenue), tiers: { mode: graduated,"
                + " steps: [{ to: target(team(revenue)), rate: 2.5% }, { rate: 5% }] }");
        FakeFigures figures = new FakeFigures(plan)
                .deal(new Deal(DAY, "250000").of(FakeFigures.TEAM))
                .target(FakeFigures.TEAM, "revenue", "198000");

        assertThat(paid(figures)).isEqualTo("7550.00");
    }

    @ParameterizedTest
    @CsvSource({"gadget, special, 50.00", "widget, special, 20.00", "widget, plain, 10.00"})
    void shouldPayMostSpecificRate(String product, String category, String expected) {
        PlanVersion plan = PlanText.plan("""
                components:
                  - { id: product, rate: 5%, of: revenue, where: "has(products, 'gadget')" }
                  - { id: category, rate: 2%, of: revenue, where: "has(tags, 'special') and not has(products, 'gadget')" }
                  - { id: rest, rate: 1%, of: revenue, where: "not (has(tags, 'special') or has(products, 'gadget'))" }
                """);
        FakeFigures figures = new FakeFigures(plan)
                .deal(new Deal(DAY, "1000").products(product).tagged(category));

        assertThat(figures.pay(DAY).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1320, 10000.00", "1584, 12000.00", "924, 7000.00", "923, 0.00", "11880, 20000.00"})
    void shouldPayCallPlanBetweenFloorAndCeiling(long calls, String expected) {
        PlanVersion plan = PlanText.component("target_bonus: 10000, scorecard:"
                + " [{ kpi: calls, weight: 100%, curve: [[70%, 70%], [200%, 200%]] }]");
        FakeFigures figures =
                new FakeFigures(plan).count(Measures.CALLS, DAY, calls).target("calls", "1320");

        assertThat(paid(figures)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, 15000.00", "150, 150, 22500.00", "50, 50, 7500.00", "0, 0, 0.00"})
    void shouldPayVariableByTwoKpis(long calls, long leads, String expected) {
        PlanVersion plan = PlanText.component("target_bonus: 15000, scorecard: ["
                + "{ kpi: calls, weight: 50%, curve: [[0%, 0%], [200%, 200%]] },"
                + " { kpi: leads_processed, weight: 50%, curve: [[0%, 0%], [200%, 200%]] }]");
        FakeFigures figures = new FakeFigures(plan)
                .count(Measures.CALLS, DAY, calls)
                .count(Measures.LEADS_TOUCHED, DAY, leads)
                .target("calls", "100")
                .target("leads_processed", "100");

        assertThat(paid(figures)).isEqualTo(expected);
    }

    @Test
    void shouldPayBaseByIndexWhenPlanDefinesOne() {
        PlanVersion plan = PlanText.plan("""
                targets: { revenue: 1000000, calls: 200, missed_calls: 4 }
                kpis:
                  kpi_index:
                    index:
                      - { kpi: revenue, weight: 50% }
                      - { kpi: calls, weight: 30%, clamp: [0%, 100%] }
                      - { kpi: missed_calls, weight: 20%, inverse: true }
                components:
                  - { id: c, rate: kpi_index, of: 10000 }
                """);
        FakeFigures figures =
                sold(plan, "800000").count(Measures.CALLS, DAY, 300).count(Measures.MISSED_CALLS, DAY, 5);

        // 50 % x 0.8 + 30 % x 1 (clamped) + 20 % x 4 / 5
        assertThat(paid(figures)).isEqualTo("8600.00");
    }

    @Test
    void shouldPayOnNarrowedKpiOfPlanAgainstItsOwnTarget() {
        PlanVersion plan = PlanText.plan("""
                targets: { focus_revenue: 1000 }
                kpis:
                  focus_revenue: { of: revenue, where: "has(tags, 'focus')" }
                components:
                  - { id: c, rate: 10%, of: "focus_revenue - target(focus_revenue)", where: "amount >= 500" }
                """);
        FakeFigures figures = new FakeFigures(plan)
                .deal(new Deal(DAY, "3000").tagged("focus"))
                .deal(new Deal(DAY, "400").tagged("focus"))
                .deal(new Deal(DAY, "9000"));

        assertThat(paid(figures)).isEqualTo("200.00");
    }

    @Test
    void shouldPayScaleOnEachDealsWholeAmountTimesShare() {
        PlanVersion plan = PlanText.component("of: revenue, tiers: { mode: graduated, over: deal, round: per_deal,"
                + " steps: [{ to: 1000, rate: 10% }, { rate: 20% }] }");
        FakeFigures figures = new FakeFigures(plan).deal(DAY, "500").deal(new Deal(DAY, "3000").share("0.5"));

        assertThat(paid(figures)).isEqualTo("300.00");
    }
}
