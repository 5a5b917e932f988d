package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** Deals with several parties: parts sum to the whole, to the kopeck. */
class SplitCasesTest {
    private static Scenario everything() {
        return Scenario.story()
                .plan("components: [{ id: all, rate: 100%, of: revenue }]")
                .manager("anna")
                .manager("boris")
                .manager("vera")
                .manager("gleb");
    }

    @Test
    @Row("E23")
    void e23_sharesThatDoNotTotalOneBecomeADeadLetter() {
        everything()
                .deal("d1", deal -> deal.won("2026-10-05", "1000").split("anna", "0.5", "boris", "0.5"))
                .deal("d1", deal -> deal.split("anna", "0.5", "boris", "0.4"))
                .deadLetter("shares_not_whole", "0.9", "exactly 1")
                .changesNothing()
                .pays("anna", "2026-10", "all", "500.00")
                .deal("d1", deal -> deal.split("anna", "0.6", "boris", "0.4"))
                .pays("anna", "2026-10", "all", "600.00")
                .verify();
    }

    @Test
    @Row("E23")
    void e23_sharesAndWeightsInOneDealBecomeADeadLetter() {
        everything()
                .deal("d1", deal -> deal.won("2026-10-05", "1000")
                        .weights("anna", "1")
                        .overlay("boris", "0.1"))
                .deadLetter("mixed_shares")
                .kpi("anna", "2026-10", "revenue", "0")
                .verify();
    }

    @Test
    @Row("E23")
    void e23_overlayMayExceedAndCountsForItsReceiverOnly() {
        everything()
                .team("north")
                .manager("boris", boris -> boris.in("north"))
                .deal("d1", deal -> deal.won("2026-10-05", "1000")
                        .split("anna", "1")
                        .overlay("boris", "0.3"))
                .pays("anna", "2026-10", "all", "1000.00")
                .pays("boris", "2026-10", "all", "300.00")
                .kpi("company", "2026-10", "revenue", "1000")
                .kpi("company", "2026-10", "won_deals", "1")
                .kpi("team:north", "2026-10", "revenue", "0")
                .kpi("boris", "2026-10", "won_deals", "0.3")
                .verify();
    }

    @Test
    @Row("E23")
    void e23_overlayWithoutMainPartiesLeavesTheDealToItsOwner() {
        everything()
                .deal("d1", deal -> deal.won("2026-10-05", "1000").owner("anna").overlay("boris", "0.3"))
                .pays("anna", "2026-10", "all", "1000.00")
                .pays("boris", "2026-10", "all", "300.00")
                .deal("d1", deal -> deal.overlay("anna", "0.1"))
                .pays("anna", "2026-10", "all", "1100.00")
                .kpi("company", "2026-10", "revenue", "1000")
                .verify();
    }

    @Test
    @Row("E24")
    void e24_remainderGoesToTheLargestFraction() {
        everything()
                .deal("d1", deal -> deal.won("2026-10-05", "1027.59")
                        .split("anna", "0.2", "boris", "0.7", "vera", "0.05", "gleb", "0.05"))
                .pays("anna", "2026-10", "all", "205.52")
                .pays("boris", "2026-10", "all", "719.31")
                .pays("vera", "2026-10", "all", "51.38")
                .pays("gleb", "2026-10", "all", "51.38")
                .kpi("company", "2026-10", "revenue", "1027.59")
                .kpi("company", "2026-10", "won_deals", "1")
                .verify();
    }

    @Test
    @Row("split")
    void worked_split_5KopecksBy30And70() {
        everything()
                .deal("d1", deal -> deal.won("2026-10-05", "0.05").split("anna", "0.3", "boris", "0.7"))
                .pays("anna", "2026-10", "all", "0.01")
                .pays("boris", "2026-10", "all", "0.04")
                .verify();
    }

    @Test
    @Row("split")
    void worked_split_100000ByEqualWeights() {
        everything()
                .deal("d1", deal -> deal.won("2026-10-05", "100000").weights("vera", "1", "anna", "1", "boris", "1"))
                .pays("anna", "2026-10", "all", "33333.34")
                .pays("boris", "2026-10", "all", "33333.33")
                .pays("vera", "2026-10", "all", "33333.33")
                .kpi("company", "2026-10", "revenue", "100000")
                .kpi("company", "2026-10", "won_deals", "1")
                .verify();
    }

    @Test
    @Row("E24")
    void e24_firstDealCountsFollowTheShareAndDistinctCustomersDoNot() {
        Scenario.story()
                .plan("components: [{ id: active, pay: 10, per: active_customers }]")
                .manager("anna")
                .manager("boris")
                .deal("d1", deal -> deal.won("2026-10-05", "1000")
                        .split("anna", "0.25", "boris", "0.75")
                        .customer("c1"))
                .kpi("anna", "2026-10", "new_customers", "0.25")
                .kpi("boris", "2026-10", "new_customers", "0.75")
                .kpi("company", "2026-10", "new_customers", "1")
                .pays("anna", "2026-10", "active", "10.00")
                .pays("boris", "2026-10", "active", "10.00")
                .kpi("company", "2026-10", "active_customers", "1")
                .verify();
    }
}
