package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** Amendments and refunds: what the plan says on current facts, minus what was booked. */
class RefundCasesTest {
    private static final String SCALE = """
            components:
              - id: scale
                of: revenue
                tiers: { mode: graduated, steps: [{ to: 1_000_000, rate: 5% }, { rate: 7% }] }
            """;

    private static Scenario threeDeals(String plan) {
        return Scenario.story()
                .plan(plan)
                .manager("anna")
                .won("d1", "anna", "2026-10-05", "800000")
                .won("d2", "anna", "2026-10-12", "400000")
                .won("d3", "anna", "2026-10-19", "100000");
    }

    @Test
    @Row("E3")
    void e03_amendedAmountBooksADeltaInTheSamePeriod() {
        Scenario.story()
                .plan(SCALE)
                .manager("anna")
                .won("d1", "anna", "2026-10-05", "100000")
                .pays("anna", "2026-10", "scale", "5000.00")
                .deal("d1", deal -> deal.amount("120000"))
                .changes("anna", "2026-10", "scale", "1000.00")
                .deal("d1", deal -> deal.amount("90000"))
                .entries("anna", "2026-10", "scale", "5000.00", "1000.00", "-1500.00")
                .postedTo("anna", "2026-10", "scale", "2026-10")
                .verify();
    }

    @Test
    @Row({"E9", "E10"})
    void e10_refundAcrossTiersIsRecomputedOnCurrentFacts() {
        threeDeals(SCALE)
                .pays("anna", "2026-10", "scale", "71000.00")
                .refund("r1", "d1", "800000", "2026-11-03")
                .changes("anna", "2026-10", "scale", "-46000.00")
                .pays("anna", "2026-10", "scale", "25000.00")
                .kpi("anna", "2026-10", "revenue", "500000")
                .kpi("anna", "2026-10", "won_deals", "2")
                .verify();
    }

    @Test
    @Row("E9")
    void e09_refundLowersTheWindowOfTheWinNotOfTheRefund() {
        threeDeals(SCALE)
                .refund("r1", "d2", "150000", "2026-11-20")
                .changes("anna", "2026-10", "scale", "-10500.00")
                .pays("anna", "2026-11", "scale", "0.00")
                .kpi("anna", "2026-10", "won_deals", "3")
                .kpi("anna", "2026-10", "average_deal", "383333.3333333333")
                .refund("r1", "d2", "50000", "2026-11-20")
                .changes("anna", "2026-10", "scale", "7000.00")
                .refundDeleted("r1", "d2", "50000", "2026-11-20")
                .pays("anna", "2026-10", "scale", "71000.00")
                .verify();
    }

    @Test
    @Row("E9")
    void e09_refundThatIsFoundToBelongToAnotherDealMovesWithIt() {
        threeDeals(SCALE)
                .refund("r1", "d3", "100000", "2026-11-03")
                .pays("anna", "2026-10", "scale", "64000.00")
                .kpi("anna", "2026-10", "won_deals", "2")
                .refund("r1", "d2", "100000", "2026-11-03")
                .pays("anna", "2026-10", "scale", "64000.00")
                .kpi("anna", "2026-10", "won_deals", "3")
                .verify();
    }

    @Test
    @Row("E9")
    void e09_fullyRefundedDealCountsNeitherAsWonNorForItsCustomer() {
        Scenario.story()
                .plan("""
                        components:
                          - { id: new, pay: 3000, per: new_customers }
                          - { id: repeat, rate: 1%, of: repeat_revenue }
                        """)
                .manager("anna")
                .deal("d1", deal -> deal.won("2026-09-05", "1000").owner("anna").customer("c1"))
                .deal("d2", deal -> deal.won("2026-10-05", "2000").owner("anna").customer("c1"))
                .pays("anna", "2026-09", "new", "3000.00")
                .pays("anna", "2026-10", "repeat", "20.00")
                .refund("r1", "d1", "1000", "2026-10-20")
                .pays("anna", "2026-09", "new", "0.00")
                .pays("anna", "2026-10", "new", "3000.00")
                .pays("anna", "2026-10", "repeat", "0.00")
                .kpi("anna", "2026-09", "won_deals", "0")
                .kpi("company", "2026-10", "new_customers", "1")
                .verify();
    }

    @Test
    @Row("E9")
    void e09_refundThatComesBeforeItsDealWaitsForIt() {
        Scenario.story()
                .plan(SCALE)
                .manager("anna")
                .refund("r1", "d1", "30000", "2026-11-03")
                .changesNothing()
                .won("d1", "anna", "2026-10-05", "100000")
                .pays("anna", "2026-10", "scale", "3500.00")
                .refund("r2", "d1", "90000", "2026-11-04")
                .pays("anna", "2026-10", "scale", "0.00")
                .kpi("anna", "2026-10", "revenue", "0")
                .verify();
    }

    @Test
    @Row("E11")
    void e11_refundLowersAttainment() {
        Scenario.story()
                .plan("""
                        components:
                          - { id: met, pay: 30000, when: "attainment(revenue) >= 100%" }
                        """)
                .manager("anna")
                .target("t1", "anna", "revenue", "2026-10", "1000000")
                .won("d1", "anna", "2026-10-05", "1200000")
                .pays("anna", "2026-10", "met", "30000.00")
                .refund("r1", "d1", "200000", "2026-10-20")
                .changesNothing()
                .refund("r2", "d1", "0.01", "2026-10-21")
                .changes("anna", "2026-10", "met", "-30000.00")
                .verify();
    }

    @Test
    @Row("E12")
    void e12_refundOfASplitDealReversesEachPartyByItsOwnRemainder() {
        Scenario.story()
                .plan("components: [{ id: all, rate: 100%, of: revenue }]")
                .manager("anna")
                .manager("boris")
                .manager("vera")
                .manager("gleb")
                .deal("d1", deal -> deal.won("2026-10-05", "1027.59")
                        .split("anna", "0.2", "boris", "0.7", "vera", "0.05", "gleb", "0.05"))
                .refund("r1", "d1", "1000", "2026-11-03")
                .pays("anna", "2026-10", "all", "5.52")
                .pays("boris", "2026-10", "all", "19.31")
                .pays("vera", "2026-10", "all", "1.38")
                .pays("gleb", "2026-10", "all", "1.38")
                .kpi("company", "2026-10", "revenue", "27.59")
                .refund("r2", "d1", "27.59", "2026-11-04")
                .changes("anna", "2026-10", "all", "-5.52")
                .changes("boris", "2026-10", "all", "-19.31")
                .changes("vera", "2026-10", "all", "-1.38")
                .changes("gleb", "2026-10", "all", "-1.38")
                .kpi("company", "2026-10", "revenue", "0")
                .verify();
    }

    @Test
    @Row("E21")
    void e21_capAppliesToTheRecomputedGross() {
        threeDeals(SCALE + "caps: { total: 60000 }\n")
                .paysInAll("anna", "2026-10", "60000.00")
                .pays("anna", "2026-10", "cap:total", "-11000.00")
                .refund("r1", "d1", "800000", "2026-11-03")
                .changes("anna", "2026-10", "scale", "-46000.00")
                .changes("anna", "2026-10", "cap:total", "11000.00")
                .paysInAll("anna", "2026-10", "25000.00")
                .verify();
    }

    @Test
    @Row("E21")
    void e21_capOfOneComponentAppliesToItsOwnAmount() {
        threeDeals(SCALE.stripTrailing() + "\n    cap: 60000\n")
                .pays("anna", "2026-10", "scale", "60000.00")
                .refund("r1", "d1", "800000", "2026-11-03")
                .changes("anna", "2026-10", "scale", "-35000.00")
                .pays("anna", "2026-10", "scale", "25000.00")
                .verify();
    }
}
