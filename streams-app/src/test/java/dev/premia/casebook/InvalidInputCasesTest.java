package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** Duplicates and records that cannot be processed: they change nothing and nothing stops. */
class InvalidInputCasesTest {
    private static Scenario anna() {
        return Scenario.story()
                .plan("components: [{ id: volume, rate: 5%, of: revenue }]")
                .manager("anna");
    }

    @Test
    @Row("E32")
    void e32_duplicateOfEveryKindOfRecordChangesNothing() {
        anna().again()
                .changesNothing()
                .won("d1", "anna", "2026-10-05", "1000")
                .again()
                .changesNothing()
                .entries("anna", "2026-10", "volume", "50.00")
                .refund("r1", "d1", "100", "2026-10-06")
                .again()
                .changesNothing()
                .lead("l1", lead -> lead.owner("anna").created("2026-10-01"))
                .again()
                .kpi("anna", "2026-10", "leads_created", "1")
                .call("k1", call -> call.of("anna").at("2026-10-05").answered(1, 2))
                .again()
                .kpi("anna", "2026-10", "calls", "1")
                .target("t1", "anna", "revenue", "2026-10", "10")
                .again()
                .changesNothing()
                .entries("anna", "2026-10", "volume", "50.00", "-5.00")
                .verify();
    }

    @Test
    @Row("E32")
    void e32_higherRevisionWithTheSameContentBooksNothing() {
        anna().won("d1", "anna", "2026-10-05", "1000")
                .deal("d1", deal -> deal.attribute("stage_comment", "called again"))
                .deal("d1", deal -> {})
                .changesNothing()
                .entries("anna", "2026-10", "volume", "50.00")
                .verify();
    }

    @Test
    @Row("E23")
    void invalidDealsBecomeDeadLettersWithTheReason() {
        anna().won("d1", "anna", "2026-10-05", "-1")
                .deadLetter("negative_amount", "amount", "-1", "refund")
                .deal("d2", deal -> deal.won("2026-10-05", "10").currency("XXQ").owner("anna"))
                .deadLetter("unknown_currency", "XXQ")
                .deal("d3", deal -> deal.won("2026-10-05", null).owner("anna"))
                .deadLetter("missing_amount")
                .deal("d3", deal -> deal.amount("100"))
                .pays("anna", "2026-10", "volume", "5.00")
                .verify();
    }
}
