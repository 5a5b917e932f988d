package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** Who is credited for a deal. */
class OwnershipCasesTest {
    private static final String FIVE_PERCENT = """
            components:
              - { id: volume, rate: 5%, of: revenue }
              - { id: per-deal, pay: 100, per: won_deals }
            """;

    private static Scenario annaAndBoris() {
        return Scenario.story().plan(FIVE_PERCENT).manager("anna").manager("boris");
    }

    @Test
    @Row("E1")
    void e01_ownerChangedAfterTheWinKeepsTheCreditWithTheOwnerAtTheWin() {
        annaAndBoris()
                .won("d1", "anna", "2026-10-05", "10000")
                .pays("anna", "2026-10", "volume", "500.00")
                .deal("d1", deal -> deal.owner("boris"))
                .changesNothing()
                .pays("anna", "2026-10", "volume", "500.00")
                .pays("boris", "2026-10", "volume", "0.00")
                .kpi("anna", "2026-10", "revenue", "10000")
                .kpi("company", "2026-10", "revenue", "10000")
                .verify();
    }

    @Test
    @Row("E1")
    void e01_creditsMoveTheDealAfterTheWin() {
        annaAndBoris()
                .won("d1", "anna", "2026-10-05", "10000")
                .deal("d1", deal -> deal.split("boris", "1"))
                .changes("anna", "2026-10", "volume", "-500.00")
                .changes("boris", "2026-10", "volume", "500.00")
                .deal("d1", DealDraft::unsplit)
                .pays("anna", "2026-10", "volume", "500.00")
                .pays("boris", "2026-10", "volume", "0.00")
                .verify();
    }

    @Test
    @Row("E2")
    void e02_ownerChangedBeforeTheWinGivesAllToTheOwnerAtTheWin() {
        annaAndBoris()
                .deal("d1", deal -> deal.created("2026-10-01").amount("10000").owner("anna"))
                .changesNothing()
                .deal("d1", deal -> deal.owner("boris"))
                .deal("d1", deal -> deal.closed("2026-10-05"))
                .pays("boris", "2026-10", "volume", "500.00")
                .pays("anna", "2026-10", "volume", "0.00")
                .verify();
    }

    @Test
    @Row({"E33", "E1"})
    void e33_lateOlderRevisionSaysWhoWon() {
        annaAndBoris()
                .deal("d1", deal -> deal.revision(3).won("2026-10-05", "10000").owner("boris"))
                .pays("boris", "2026-10", "volume", "500.00")
                .deal("d1", deal -> deal.revision(2).amount("7000").owner("anna"))
                .pays("boris", "2026-10", "volume", "0.00")
                .pays("anna", "2026-10", "volume", "500.00")
                .verify();
    }

    @Test
    @Row("E33")
    void e33_fieldsComeFromTheHighestRevisionWhateverTheOrderOfArrival() {
        annaAndBoris()
                .deal("d1", deal -> deal.revision(7).won("2026-10-05", "10000").owner("anna"))
                .deal("d1", deal -> deal.revision(5).won("2026-09-05", "77777"))
                .changesNothing()
                .pays("anna", "2026-10", "volume", "500.00")
                .deal("d1", deal -> deal.revision(8).won("2026-10-06", "20000"))
                .pays("anna", "2026-10", "volume", "1000.00")
                .verify();
    }

    @Test
    @Row("E33")
    void e33_sameRevisionWithOtherContentIsDecidedByTheTimeOfChange() {
        annaAndBoris()
                .deal("d1", deal -> deal.changedAt("2026-10-06")
                        .won("2026-10-05", "10000")
                        .owner("anna"))
                .deal("d1", deal -> deal.revision(1).changedAt("2026-10-05").amount("50000"))
                .changesNothing()
                .deal("d1", deal -> deal.revision(1).changedAt("2026-10-07").amount("30000"))
                .pays("anna", "2026-10", "volume", "1500.00")
                .verify();
    }

    @Test
    @Row("E6")
    void e06_reopenedAndWonAgainCountsOnceByTheLastWin() {
        annaAndBoris()
                .won("d1", "anna", "2026-09-05", "10000")
                .pays("anna", "2026-09", "volume", "500.00")
                .deal("d1", deal -> deal.open().owner("boris"))
                .changes("anna", "2026-09", "volume", "-500.00")
                .deal("d1", deal -> deal.closed("2026-10-05"))
                .pays("anna", "2026-09", "volume", "0.00")
                .pays("anna", "2026-10", "volume", "0.00")
                .pays("boris", "2026-10", "volume", "500.00")
                .kpi("company", "2026-10", "won_deals", "1")
                .kpi("company", "2026-09", "won_deals", "0")
                .verify();
    }

    @Test
    @Row("E7")
    void e07_deletedDealIsReversedInFullAndItsIdMayComeBack() {
        annaAndBoris()
                .won("d1", "anna", "2026-10-05", "10000")
                .deal("d1", DealDraft::delete)
                .changes("anna", "2026-10", "volume", "-500.00")
                .kpi("anna", "2026-10", "revenue", "0")
                .undefined("anna", "2026-10", "average_deal")
                .deal("d1", deal -> deal.restore().amount("20000"))
                .pays("anna", "2026-10", "volume", "1000.00")
                .entries("anna", "2026-10", "volume", "500.00", "-500.00", "1000.00")
                .verify();
    }

    @Test
    @Row("E8")
    void e08_mergedDealsDoNotCountTwiceWhenTheSourceIsDeleted() {
        annaAndBoris()
                .won("d1", "anna", "2026-10-05", "10000")
                .won("d2", "anna", "2026-10-06", "20000")
                .deal("d1", DealDraft::delete)
                .changes("anna", "2026-10", "volume", "-500.00")
                .deal("d2", deal -> deal.amount("30000"))
                .pays("anna", "2026-10", "volume", "1500.00")
                .pays("anna", "2026-10", "per-deal", "100.00")
                .verify();
    }

    @Test
    @Row("E8")
    void e08_mergedDealsDoNotCountTwiceWhenTheSourceIsLost() {
        annaAndBoris()
                .won("d1", "anna", "2026-10-05", "10000")
                .won("d2", "boris", "2026-10-06", "20000")
                .deal("d2", deal -> deal.amount("30000"))
                .deal("d1", deal -> deal.lost("2026-10-07"))
                .pays("anna", "2026-10", "volume", "0.00")
                .pays("boris", "2026-10", "volume", "1500.00")
                .kpi("anna", "2026-10", "lost_deals", "1")
                .kpi("company", "2026-10", "won_deals", "1")
                .kpi("company", "2026-10", "win_rate", "0.5")
                .verify();
    }
}
