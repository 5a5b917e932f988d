package dev.premia.casebook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scales, thresholds and their bounds. */
class TierCasesTest {

    private static Scenario anna(String component) {
        return Scenario.story()
                .plan("components:\n  - { id: c, " + component + " }\n")
                .manager("anna");
    }

    @Test
    @Row("excess_over_target")
    void worked_excessOverTarget_10000() {
        anna("rate: 5%, of: \"max(0, revenue - target(revenue))\"")
                .target("t1", "anna", "revenue", "2026-10", "1000000")
                .won("d1", "anna", "2026-10-05", "900000")
                .pays("anna", "2026-10", "c", "0.00")
                .won("d2", "anna", "2026-10-06", "300000")
                .pays("anna", "2026-10", "c", "10000.00")
                .verify();
    }

    @Test
    @Row({"cliff", "E25"})
    void worked_cliff_moreThanAMillionIsStrict() {
        anna("rate: 5%, of: revenue, when: \"revenue > 1000000\"")
                .won("d1", "anna", "2026-10-05", "1000000.00")
                .pays("anna", "2026-10", "c", "0.00")
                .explains("anna", "2026-10", "c", "is not met")
                .deal("d1", deal -> deal.amount("1000000.01"))
                .pays("anna", "2026-10", "c", "50000.00")
                .deal("d1", deal -> deal.amount("1200000"))
                .pays("anna", "2026-10", "c", "60000.00")
                .verify();
    }

    @Test
    @Row("graduated_680")
    void worked_graduated_680() {
        anna("of: revenue, tiers: { mode: graduated, steps: [{ to: 3000, rate: 6% }, { to: 8000, rate: 8% }, { rate: 10% }] }")
                .won("d1", "anna", "2026-10-05", "9000")
                .pays("anna", "2026-10", "c", "680.00")
                .verify();
    }

    @Test
    @Row("graduated_windows")
    void worked_graduatedInFourWindows_100_25_425_1675() {
        anna("of: revenue, tiers: { mode: graduated, steps: [{ to: 500, rate: 25% }, { to: 3000, rate: 30% }, { rate: 40% }] }")
                .won("d1", "anna", "2026-07-05", "400")
                .won("d2", "anna", "2026-08-05", "100")
                .won("d3", "anna", "2026-09-05", "1500")
                .won("d4", "anna", "2026-10-05", "5000")
                .pays("anna", "2026-07", "c", "100.00")
                .pays("anna", "2026-08", "c", "25.00")
                .pays("anna", "2026-09", "c", "425.00")
                .pays("anna", "2026-10", "c", "1675.00")
                .verify();
    }

    @ParameterizedTest
    @CsvSource({"upper_inclusive, 26250.00", "lower_inclusive, 37500.00"})
    @Row({"slab_boundary", "E25"})
    void worked_slabExactlyOnTheBoundary(String bounds, String expected) {
        anna("of: revenue, tiers: { mode: slab, bounds: " + bounds
                        + ", steps: [{ to: 1500000, rate: 1.75% }, { rate: 2.50% }] }")
                .won("d1", "anna", "2026-10-05", "1500000")
                .pays("anna", "2026-10", "c", expected)
                .deal("d1", deal -> deal.amount("1500000.01"))
                .pays("anna", "2026-10", "c", "37500.00")
                .verify();
    }

    @Test
    @Row("marginal")
    void worked_newDealAcrossABandAdds1100() {
        anna("of: revenue, tiers: { mode: graduated, steps: [{ to: 150000, rate: 4% }, { to: 250000, rate: 6% }, { rate: 8% }] }")
                .won("d1", "anna", "2026-10-05", "145000")
                .pays("anna", "2026-10", "c", "5800.00")
                .won("d2", "anna", "2026-10-06", "20000")
                .changes("anna", "2026-10", "c", "1100.00")
                .verify();
    }

    @ParameterizedTest
    @CsvSource({"graduated, 2500.00", "slab, 3600.00"})
    @Row("modes")
    void worked_12000ByMode(String mode, String expected) {
        anna("of: revenue, tiers: { mode: " + mode + ", bounds: lower_inclusive,"
                        + " steps: [{ from: 0, rate: 10% }, { from: 1000, rate: 20% }, { from: 10000, rate: 30% }] }")
                .won("d1", "anna", "2026-10-05", "12000")
                .pays("anna", "2026-10", "c", expected)
                .verify();
    }

    @Test
    @Row("per_deal")
    void worked_perDeal_1510() {
        anna("of: revenue, tiers: { mode: per_deal, bounds: lower_inclusive,"
                        + " steps: [{ from: 0, rate: 10% }, { from: 5000, rate: 12% }, { from: 10000, rate: 15% }] }")
                .won("d3", "anna", "2026-10-07", "5000")
                .pays("anna", "2026-10", "c", "600.00")
                .won("d1", "anna", "2026-10-05", "4000")
                .pays("anna", "2026-10", "c", "1000.00")
                .won("d2", "anna", "2026-10-06", "3000")
                .pays("anna", "2026-10", "c", "1510.00")
                .verify();
    }

    @Test
    @Row("per_deal")
    void worked_perDeal_orderOfDealsMattersWhileSumsStand() {
        anna("of: revenue, tiers: { mode: per_deal, bounds: lower_inclusive,"
                        + " steps: [{ from: 0, rate: 10% }, { from: 5000, rate: 12% }] }")
                .won("d1", "anna", "2026-10-05", "1000")
                .won("d2", "anna", "2026-10-06", "4500")
                .pays("anna", "2026-10", "c", "640.00")
                .deal("d1", deal -> deal.closed("2026-10-07"))
                .changes("anna", "2026-10", "c", "-70.00")
                .deal("d1", deal -> deal.closed("2026-10-06"))
                .pays("anna", "2026-10", "c", "640.00")
                .verify();
    }

    @Test
    @Row("quota")
    void worked_quotaWithAModePerStepBooksTheCatchUp() {
        anna("of: revenue, tiers: { mode: slab, bounds: lower_inclusive, steps: ["
                        + "{ to: 50% * target(revenue), rate: 5% }, { to: target(revenue), rate: 10% },"
                        + " { mode: graduated, rate: 20% }] }")
                .target("t1", "anna", "revenue", "2026-10", "33000")
                .won("d1", "anna", "2026-10-05", "10000")
                .pays("anna", "2026-10", "c", "500.00")
                .won("d2", "anna", "2026-10-06", "6499.99")
                .pays("anna", "2026-10", "c", "825.00")
                .won("d3", "anna", "2026-10-07", "0.01")
                .changes("anna", "2026-10", "c", "825.00")
                .pays("anna", "2026-10", "c", "1650.00")
                .won("d4", "anna", "2026-10-08", "16500")
                .pays("anna", "2026-10", "c", "3300.00")
                .won("d5", "anna", "2026-10-09", "7000")
                .pays("anna", "2026-10", "c", "4700.00")
                .verify();
    }

    @Test
    @Row("leader")
    void worked_leadersTarget_7550() {
        Scenario.story()
                .plan("""
                        applies_to: { managers: [crm/olga] }
                        components:
                          - id: c
                            of: team(revenue)
                            tiers: { mode: graduated, steps: [{ to: target(team(revenue)), rate: 2.5% }, { rate: 5% }] }
                        """)
                .manager("olga")
                .manager("anna", anna -> anna.in("north"))
                .manager("boris", boris -> boris.in("north"))
                .team("north", north -> north.head("olga"))
                .target("t1", "team:north", "revenue", "2026-10", "198000")
                .won("d1", "anna", "2026-10-05", "150000")
                .pays("olga", "2026-10", "c", "3750.00")
                .won("d2", "boris", "2026-10-06", "100000")
                .pays("olga", "2026-10", "c", "7550.00")
                .pays("anna", "2026-10", "c", "0.00")
                .kpi("team:north", "2026-10", "revenue", "250000")
                .verify();
    }

    @Test
    @Row("leader")
    void worked_leadersTarget_isTheSumOfTheMembersWithoutOneOfItsOwn() {
        Scenario.story()
                .plan("""
                        applies_to: { managers: [crm/olga] }
                        components:
                          - { id: c, rate: 10%, of: "max(0, team(revenue) - target(team(revenue)))" }
                        """)
                .manager("olga")
                .manager("anna", anna -> anna.in("north"))
                .manager("boris", boris -> boris.in("north"))
                .team("north", north -> north.head("olga"))
                .won("d1", "anna", "2026-10-05", "250000")
                .pays("olga", "2026-10", "c", "0.00")
                .target("t1", "anna", "revenue", "2026-10", "100000")
                .pays("olga", "2026-10", "c", "15000.00")
                .target("t2", "boris", "revenue", "2026-10", "50000.50")
                .pays("olga", "2026-10", "c", "9999.95")
                .target("t3", "team:north", "revenue", "2026-10", "240000")
                .pays("olga", "2026-10", "c", "1000.00")
                .target("t3", "team:north", "revenue", "2026-10", null)
                .pays("olga", "2026-10", "c", "9999.95")
                .verify();
    }

    @ParameterizedTest
    @CsvSource({"gadget, special, 50.00", "widget, special, 20.00", "widget, plain, 10.00"})
    @Row("most_specific_rate")
    void worked_mostSpecificRateWins(String product, String category, String expected) {
        Scenario.story()
                .plan("""
                        components:
                          - { id: product, rate: 5%, of: revenue, where: "has(products, 'crm/gadget')" }
                          - { id: category, rate: 2%, of: revenue, where: "has(tags, 'special') and not has(products, 'crm/gadget')" }
                          - { id: rest, rate: 1%, of: revenue, where: "not (has(tags, 'special') or has(products, 'crm/gadget'))" }
                        """)
                .manager("anna")
                .deal("d1", deal -> deal.won("2026-10-05", "1000")
                        .owner("anna")
                        .line(product, "1", "1000")
                        .tags(category))
                .paysInAll("anna", "2026-10", expected)
                .verify();
    }

    @Test
    @Row("units_per_order")
    void worked_250PerOrderWithAtLeast10Units_500() {
        anna("pay: 250, per: won_deals, where: \"units >= 10\"")
                .deal("d1", deal -> deal.won("2026-10-05", "900").owner("anna").line("a", "9", "100"))
                .pays("anna", "2026-10", "c", "0.00")
                .deal("d2", deal -> deal.won("2026-10-06", "1000")
                        .owner("anna")
                        .line("a", "4", "100")
                        .line("b", "6", "100"))
                .pays("anna", "2026-10", "c", "250.00")
                .deal("d3", deal -> deal.won("2026-10-07", "2500").owner("anna").line("a", "25", "100"))
                .pays("anna", "2026-10", "c", "500.00")
                .deal("d3", deal -> deal.split("anna", "0.5", "boris", "0.5"))
                .pays("anna", "2026-10", "c", "375.00")
                .verify();
    }

    @Test
    @Row("E26")
    void e26_planWithAGapIsRejectedNamingTheInterval() {
        anna("of: revenue, tiers: { mode: slab, bounds: upper_inclusive, steps:"
                        + " [{ from: 0, to: 1000000, rate: 5% }, { from: 1200000, rate: 7% }] }")
                .won("d1", "anna", "2026-10-05", "1000")
                .pays("anna", "2026-10", "c", "0.00")
                .deadLetter("invalid_plan", "gap in the scale", "1000000 to 1200000")
                .verify();
    }

    @Test
    @Row("E26")
    void e26_planWithAnOverlapIsRejectedNamingTheInterval() {
        anna("of: revenue, tiers: { mode: slab, bounds: upper_inclusive, steps:"
                        + " [{ from: 0, to: 1000000, rate: 5% }, { from: 500000, rate: 7% }] }")
                .deadLetter("invalid_plan", "overlap in the scale", "500000 to 1000000")
                .verify();
    }

    @Test
    @Row("E26")
    void e26_planWithAnOverlapInACurveIsRejectedNamingThePoint() {
        anna("target_bonus: 1000, scorecard: [{ kpi: revenue, weight: 100%, curve: [[80%, 0%], [80%, 5%]] }]")
                .deadLetter("invalid_plan", "overlap in the curve", "80 %")
                .verify();
    }
}
