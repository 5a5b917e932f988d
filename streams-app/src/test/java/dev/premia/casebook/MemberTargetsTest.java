package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** A team's target is the sum of its members': in every zone, of KPIs of the catalogue and of a plan. */
class MemberTargetsTest {
    private static final String PLAN = "plan: beta\nversion: 1\nvalid_from: 2026-01-01\ncurrency: RUB\n"
            + "timezone: Europe/Kaliningrad\nperiod: quarter\n";

    /**
     * What the team loses is said in the zones in which it was said before, and not in the one that the plan brings: the
     * figures of that one must not keep a target that they read too early.
     */
    @Test
    void shouldTakeBackTheTargetOfWhoMovesWhenAPlanBringsAnotherZone() {
        Story.story()
                .target("g1", "anna", "revenue", "2026-Q3", "3000")
                .manager("anna", anna -> anna.assigned("2026-08-31", null, "t1", "farmer"))
                .together(records -> records.planFile(PLAN + "components:\n"
                                + "  - { id: volume, rate: 5%, of: revenue }\n"
                                + "  - { id: buyers, pay: 13, when: \"team(active_customers) >= 2\" }\n")
                        .deal("d1", deal -> deal.created("2026-09-10")
                                .owner("anna")
                                .customer("c1")
                                .won("2026-09-15", "1000"))
                        .deal("d1", deal -> deal.open())
                        .manager("anna", anna -> anna.unassigned().assigned("2026-10-15", null, "t1", "hunter")))
                .agree();
    }

    @Test
    void shouldFollowTheMembersWhenAKpiOfThePlanHasTargets() {
        Story.story()
                .planFile(PLAN + "kpis:\n  sold: { formula: \"revenue * 2\" }\ncomponents:\n"
                        + "  - { id: volume, rate: 5%, of: team(sold) }\n")
                .manager("anna", anna -> anna.assigned(null, null, "t1", "farmer"))
                .manager("ben", ben -> ben.assigned(null, null, "t1", "farmer"))
                .deal("d1", deal -> deal.created("2026-09-10").owner("ben").won("2026-09-15", "500"))
                .target("g1", "anna", "sold", "2026-Q3", "3000")
                .target("g2", "ben", "sold", "2026-Q3", "500")
                .manager("anna", anna -> anna.unassigned().assigned("2026-10-15", null, "t1", "hunter"))
                .target("g2", "ben", "sold", "2026-Q3", null)
                .target("g3", "team:t1", "sold", "2026-Q3", "700")
                .agree();
    }
}
