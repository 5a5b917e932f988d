package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** Calls: each leg to its own employee, each conversation missed at most once. */
class CallCasesTest {
    private static final String CALLS = """
            components:
              - { id: calls, pay: 1, per: calls }
              - { id: talk, pay: 1, per: answered_calls, when: "missed_rate < 100% or not defined(missed_rate)" }
              - { id: service, pay: 5, per: missed_calls, when: "speed_of_answer_seconds >= 0 or calls > 0" }
            """;

    private static Scenario north() {
        return Scenario.story()
                .plan(CALLS)
                .team("north")
                .manager("anna", anna -> anna.in("north"))
                .manager("boris", boris -> boris.in("north"));
    }

    @Test
    @Row("E36")
    void e36_transferGivesEachLegToItsOwnEmployee() {
        north().call("k1", leg -> leg.at("2026-10-05")
                        .inbound()
                        .of("anna")
                        .answered(10, 30)
                        .leg(1, "c1"))
                .call("k2", leg -> leg.at("2026-10-05T09:01:00Z")
                        .inbound()
                        .of("boris")
                        .answered(5, 200)
                        .leg(2, "c1"))
                .kpi("anna", "2026-10", "calls", "1")
                .kpi("anna", "2026-10", "talk_seconds", "30")
                .kpi("boris", "2026-10", "calls", "1")
                .kpi("boris", "2026-10", "talk_seconds", "200")
                .kpi("boris", "2026-10", "speed_of_answer_seconds", "5")
                .kpi("team:north", "2026-10", "answered_calls", "2")
                .kpi("company", "2026-10", "speed_of_answer_seconds", "7.5")
                .kpi("company", "2026-10", "missed_calls", "0")
                .pays("anna", "2026-10", "calls", "1.00")
                .pays("boris", "2026-10", "calls", "1.00")
                .verify();
    }

    @Test
    @Row("E36")
    void e36_missedRingGroupCountsOnceForTheEmployeeOfTheLastLeg() {
        north().call("k1", leg -> leg.at("2026-10-05")
                        .inbound()
                        .ofTeam("north")
                        .missed()
                        .leg(1, "c1"))
                .kpi("team:north", "2026-10", "missed_calls", "1")
                .call("k3", leg -> leg.at("2026-10-05T09:00:20Z")
                        .inbound()
                        .of("boris")
                        .missed()
                        .leg(3, "c1"))
                .call("k2", leg -> leg.at("2026-10-05T09:00:10Z")
                        .inbound()
                        .of("anna")
                        .missed()
                        .leg(2, "c1"))
                .kpi("boris", "2026-10", "missed_calls", "1")
                .kpi("anna", "2026-10", "missed_calls", "0")
                .kpi("team:north", "2026-10", "missed_calls", "1")
                .kpi("team:north", "2026-10", "calls", "3")
                .pays("boris", "2026-10", "service", "5.00")
                .call("k4", leg -> leg.at("2026-10-05T09:00:30Z")
                        .inbound()
                        .of("anna")
                        .answered(30, 60)
                        .leg(4, "c1"))
                .changes("boris", "2026-10", "service", "-5.00")
                .kpi("team:north", "2026-10", "missed_calls", "0")
                .verify();
    }

    @Test
    @Row("E36")
    void e36_missOfAGroupBelongsToTheTeamAndOfAnIvrToTheCompany() {
        north().call("k1", leg -> leg.at("2026-10-05")
                        .inbound()
                        .of("anna")
                        .missed()
                        .leg(1, "c1"))
                .call("k2", leg -> leg.at("2026-10-05T09:00:10Z")
                        .inbound()
                        .ofTeam("north")
                        .missed()
                        .leg(2, "c1"))
                .call("k3", leg -> leg.at("2026-10-05T10:00:00Z").inbound().missed())
                .kpi("anna", "2026-10", "missed_calls", "0")
                .kpi("team:north", "2026-10", "missed_calls", "1")
                .kpi("company", "2026-10", "missed_calls", "2")
                .kpi("company", "2026-10", "calls", "3")
                .kpi("team:north", "2026-10", "calls", "2")
                .verify();
    }

    @Test
    @Row("E36")
    void e36_internalLegsAreExcluded() {
        north().call("k1", leg -> leg.at("2026-10-05")
                        .inbound()
                        .of("anna")
                        .missed()
                        .internal())
                .changesNothing()
                .kpi("anna", "2026-10", "calls", "0")
                .call("k2", leg -> leg.at("2026-10-05")
                        .inbound()
                        .of("anna")
                        .answered(3, 10)
                        .leg(1, "c1"))
                .call("k3", leg -> leg.at("2026-10-05")
                        .inbound()
                        .of("boris")
                        .answered(1, 99)
                        .leg(2, "c1")
                        .internal())
                .kpi("anna", "2026-10", "talk_seconds", "10")
                .kpi("boris", "2026-10", "calls", "0")
                .verify();
    }

    @Test
    @Row("E36")
    void e36_callAcrossMidnightBelongsToItsStart() {
        north().call("k1", leg -> leg.at("2026-10-31T20:59:50Z").of("anna").answered(5, 3_600))
                .kpi("anna", "2026-10", "talk_seconds", "3600")
                .kpi("anna", "2026-11", "talk_seconds", "0")
                .kpi("anna", "2026-10", "calls", "1")
                .pays("anna", "2026-10", "calls", "1.00")
                .pays("anna", "2026-11", "calls", "0.00")
                .verify();
    }

    @Test
    @Row("E36")
    void e36_legThatIsFoundToBelongToAnotherConversationMoves() {
        north().call("k1", leg -> leg.at("2026-10-05").inbound().of("anna").missed())
                .kpi("anna", "2026-10", "missed_calls", "1")
                .call("k2", leg -> leg.at("2026-10-05T09:00:05Z")
                        .inbound()
                        .of("boris")
                        .answered(5, 60)
                        .leg(2, "c1"))
                .call("k1", leg -> leg.leg(1, "c1"))
                .kpi("anna", "2026-10", "missed_calls", "0")
                .call("k1", leg -> leg.leg(1, "c2"))
                .kpi("anna", "2026-10", "missed_calls", "1")
                .call("k1", CallDraft::delete)
                .kpi("anna", "2026-10", "calls", "0")
                .kpi("boris", "2026-10", "calls", "1")
                .verify();
    }

    @Test
    @Row({"E33", "E36"})
    void e33_lateOlderRevisionOfALegDoesNotTakeItToItsOldConversation() {
        north().call("k1", leg -> leg.revision(2).at("2026-10-05").of("anna").answered(5, 60))
                .call("k1", leg -> leg.revision(1).at("2026-10-04").leg(1, "c1"))
                .kpi("anna", "2026-10", "calls", "1")
                .kpi("anna", "2026-10", "talk_seconds", "60")
                .call("k1", leg -> leg.revision(3).leg(1, "c1"))
                .kpi("anna", "2026-10", "calls", "1")
                .verify();
    }

    @Test
    @Row("call_plan")
    void worked_callPlanBetweenFloorAndCeiling() {
        Scenario story = Scenario.story().plan("""
                        targets: { calls: 1320 }
                        components:
                          - id: c
                            target_bonus: 10000
                            scorecard: [{ kpi: calls, weight: 100%, curve: [[70%, 70%], [200%, 200%]] }]
                        """);
        calls(story, "anna", 1_320);
        calls(story, "boris", 1_584);
        calls(story, "vera", 924);
        calls(story, "gleb", 923);
        calls(story, "dina", 11_880);
        story.pays("anna", "2026-10", "c", "10000.00")
                .pays("boris", "2026-10", "c", "12000.00")
                .pays("vera", "2026-10", "c", "7000.00")
                .pays("gleb", "2026-10", "c", "0.00")
                .pays("dina", "2026-10", "c", "20000.00")
                .verify();
    }

    private static void calls(Scenario story, String manager, int number) {
        story.manager(manager).together(many -> {
            for (int i = 0; i < number; i++) {
                many.call(manager + i, call -> call.at("2026-10-05").of(manager).answered(5, 60));
            }
        });
    }
}
