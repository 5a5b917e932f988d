package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** Profit, margin and markup: deals whose cost is not known stand aside. */
class ProfitCasesTest {
    private static final String PROFIT = """
            components:
              - { id: gross, rate: 10%, of: gross_profit, when: "margin >= 20%" }
              - { id: net, rate: 10%, of: net_profit }
              - { id: operating, rate: 10%, of: operating_profit }
              - { id: markup, pay: 1000, when: "markup > 0 and markup_share(25%) >= 50%" }
              - { id: unknown, pay: 0, per: deals_without_cost }
            """;

    @Test
    void shouldPayOnProfitOfDealsWhoseCostIsKnown() {
        Scenario.story()
                .plan(PROFIT)
                .manager("anna")
                .deal("d1", deal -> deal.owner("anna")
                        .won("2026-10-05", "100000.00")
                        .costs("80000.00", "5000.00", "3000.00"))
                .won("d2", "anna", "2026-10-06", "50000.00")
                .kpi("anna", "2026-10", "gross_profit", "20000")
                .kpi("anna", "2026-10", "operating_profit", "15000")
                .kpi("anna", "2026-10", "net_profit", "12000")
                .kpi("anna", "2026-10", "margin", "0.2")
                .kpi("anna", "2026-10", "markup", "0.25")
                .kpi("anna", "2026-10", "deals_without_cost", "1")
                .pays("anna", "2026-10", "gross", "2000.00")
                .pays("anna", "2026-10", "net", "1200.00")
                // 100,000 of 150,000 were sold at 25 %, which is at least 25 %.
                .pays("anna", "2026-10", "markup", "1000.00")
                .deal("d1", deal -> deal.costs("80000.01", "5000.00", "3000.00"))
                .pays("anna", "2026-10", "gross", "0.00")
                .pays("anna", "2026-10", "markup", "0.00")
                .deal("d1", deal -> deal.costs(null, "5000.00", "3000.00"))
                .kpi("anna", "2026-10", "gross_profit", "0")
                .kpi("anna", "2026-10", "deals_without_cost", "2")
                .undefined("anna", "2026-10", "margin")
                .undefined("anna", "2026-10", "markup")
                .pays("anna", "2026-10", "net", "0.00")
                .verify();
    }

    @Test
    void shouldSplitCostsLikeTheAmountAndKeepThemInARefund() {
        Scenario.story()
                .plan(PROFIT)
                .team("north")
                .manager("anna", anna -> anna.in("north"))
                .manager("boris", boris -> boris.in("north"))
                .deal("d1", deal -> deal.owner("anna")
                        .won("2026-10-05", "100.00")
                        .costs("50.01", "0.01", null)
                        .split("anna", "0.5", "boris", "0.5"))
                .kpi("anna", "2026-10", "gross_profit", "24.99")
                .kpi("boris", "2026-10", "gross_profit", "25")
                .kpi("team:north", "2026-10", "gross_profit", "49.99")
                .kpi("team:north", "2026-10", "operating_profit", "49.98")
                .refund("r1", "d1", "40.00", "2026-10-07")
                .kpi("team:north", "2026-10", "gross_profit", "9.99")
                .refund("r2", "d1", "60.00", "2026-10-08")
                .kpi("team:north", "2026-10", "gross_profit", "0")
                .verify();
    }

    @Test
    void shouldRefuseCostsThatCannotBe() {
        Scenario.story()
                .plan(PROFIT)
                .manager("anna")
                .deal(
                        "d1",
                        deal -> deal.owner("anna").won("2026-10-05", "100.00").costs("-1.00", null, null))
                .deadLetter("negative_cost")
                .deal(
                        "d2",
                        deal -> deal.owner("anna").won("2026-10-05", "100.00").costs("1.00", "-1.00", null))
                .deadLetter("negative_expenses")
                .deal("d3", deal -> deal.owner("anna").won("2026-10-05", "10000000000000.01"))
                .deadLetter("too_large_amount", "at most 10000000000000")
                .deal("d4", deal -> deal.owner("anna").won("2026-10-05", "1.00").line("p1", "10000000", "1000000.01"))
                .deadLetter("too_large_lines_price")
                .pays("anna", "2026-10", "net", "0.00")
                .verify();
    }
}
