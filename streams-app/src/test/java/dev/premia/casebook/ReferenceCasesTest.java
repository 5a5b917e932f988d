package dev.premia.casebook;

import org.junit.jupiter.api.Test;

/** Plans, people, teams, targets: dated, changed inside a window, or later than the facts. */
class ReferenceCasesTest {
    private static final String HEAD = """
            plan: main
            version: %d
            valid_from: %s
            currency: RUB
            timezone: Europe/Moscow
            period: month
            """;

    private static String version(int number, String validFrom, String rest) {
        return HEAD.formatted(number, validFrom) + rest;
    }

    private static String components(String... flow) {
        StringBuilder text = new StringBuilder("components:\n");
        for (String each : flow) {
            text.append("  - { ").append(each).append(" }\n");
        }
        return text.toString();
    }

    // E19: the plan changes inside a window

    @Test
    @Row("E19")
    void e19_winDateSelectsTheVersionAndTargetsAreProratedByDays() {
        String excess = "id: over, rate: %s, of: \"max(0, revenue - target(revenue))\"";
        Scenario.story()
                .planFile(version(1, "2026-01-01", components(excess.formatted("5%"))))
                .manager("anna")
                .target("t1", "anna", "revenue", "2026-10", "310000")
                .won("d1", "anna", "2026-10-10", "250000")
                .won("d2", "anna", "2026-10-20", "200000")
                .pays("anna", "2026-10", "over", "7000.00")
                .planFile(version(2, "2026-10-16", components(excess.formatted("10%"))))
                // 5 % of 250,000 - 310,000 x 15/31, and 10 % of 200,000 - 310,000 x 16/31
                .pays("anna", "2026-10", "over", "9000.00")
                .deal("d1", deal -> deal.closed("2026-10-16"))
                .pays("anna", "2026-10", "over", "29000.00")
                .verify();
    }

    @Test
    @Row("E19")
    void e19_noDealCountsUnderBothVersions() {
        Scenario.story()
                .planFile(version(1, "2026-01-01", components("id: old, rate: 5%, of: revenue")))
                .planFile(version(2, "2026-10-16", components("id: new, rate: 10%, of: revenue")))
                .manager("anna")
                .won("d1", "anna", "2026-10-15T20:59:59Z", "1000")
                .won("d2", "anna", "2026-10-15T21:00:00Z", "2000")
                .pays("anna", "2026-10", "old", "50.00")
                .pays("anna", "2026-10", "new", "200.00")
                .won("d3", "anna", "2026-11-05", "100")
                .pays("anna", "2026-11", "old", "0.00")
                .pays("anna", "2026-11", "new", "10.00")
                .verify();
    }

    @Test
    @Row("E19")
    void e19_growthOfAnAdditiveKpiInACutWindowIsUndefined() {
        String growth = components(
                "id: more, rate: 1%, of: revenue, when: \"growth(revenue) >= 10%\"",
                "id: larger, rate: 1%, of: revenue, when: \"growth(average_deal) >= 10%\"");
        Scenario.story()
                .planFile(version(1, "2026-01-01", growth))
                .manager("anna")
                .won("d0", "anna", "2026-09-10", "1000")
                .won("d1", "anna", "2026-10-10", "5000")
                .won("d2", "anna", "2026-10-20", "7000")
                .pays("anna", "2026-10", "more", "120.00")
                .planFile(version(2, "2026-10-16", growth))
                .pays("anna", "2026-10", "more", "0.00")
                .explains("anna", "2026-10", "more", "growth(revenue) is undefined")
                .pays("anna", "2026-10", "larger", "120.00")
                .verify();
    }

    @Test
    @Row("E19")
    void e19_capOfTheWindowIsTheLastVersionsAndBoundsAreNotProrated() {
        String scale = components("id: scale, of: revenue, tiers: { mode: graduated,"
                + " steps: [{ to: 1000, rate: 10% }, { rate: 20% }] }");
        Scenario.story()
                .planFile(version(1, "2026-01-01", scale + "caps: { total: 100 }\n"))
                .planFile(version(2, "2026-10-16", scale + "caps: { total: 450 }\n"))
                .manager("anna")
                .won("d1", "anna", "2026-10-10", "2000")
                .won("d2", "anna", "2026-10-20", "2000")
                .pays("anna", "2026-10", "scale", "600.00")
                .pays("anna", "2026-10", "cap:total", "-150.00")
                .verify();
    }

    @Test
    @Row("E19")
    void e19_hiringAndLeavingCutTheWindow() {
        Scenario.story()
                .plan(components("id: over, rate: 10%, of: \"max(0, revenue - target(revenue))\""))
                .manager("anna", anna -> anna.hired("2026-10-16"))
                .target("t1", "anna", "revenue", "2026-10", "310000")
                .won("d1", "anna", "2026-10-20", "200000")
                .pays("anna", "2026-10", "over", "4000.00")
                .won("d2", "anna", "2026-10-10", "500000")
                .changesNothing()
                .kpi("anna", "2026-10", "revenue", "700000")
                .manager("anna", anna -> anna.hired(null))
                .pays("anna", "2026-10", "over", "39000.00")
                .manager("anna", anna -> anna.left("2026-10-15"))
                .pays("anna", "2026-10", "over", "35000.00")
                .verify();
    }

    // E22: role or team changed inside the window

    @Test
    @Row("E22")
    void e22_roleChangedInsideTheWindowPaysByTheAssignmentOnTheDayOfTheWin() {
        Scenario.story()
                .plan("applies_to: { roles: [hunter] }\n" + components("id: volume, rate: 5%, of: revenue"))
                .manager("anna", anna -> anna.role("hunter"))
                .won("d1", "anna", "2026-10-10", "100000")
                .won("d2", "anna", "2026-10-20", "200000")
                .pays("anna", "2026-10", "volume", "15000.00")
                .manager("anna", anna -> anna.assigned("2026-10-16", null, null, "farmer"))
                .changes("anna", "2026-10", "volume", "-10000.00")
                .pays("anna", "2026-10", "volume", "5000.00")
                .kpi("anna", "2026-10", "revenue", "300000")
                .verify();
    }

    @Test
    @Row("E22")
    void e22_teamChangedInsideTheWindowRollsUpByTheDay() {
        Scenario.story()
                .plan("applies_to: { managers: [crm/olga, crm/petr] }\n"
                        + components("id: lead, rate: 1%, of: team(revenue)"))
                .manager("olga")
                .manager("petr")
                .team("north", north -> north.head("olga").under("sales"))
                .team("south", south -> south.head("petr"))
                .manager("anna", anna -> anna.in("north"))
                .won("d1", "anna", "2026-10-10", "100000")
                .won("d2", "anna", "2026-10-20", "200000")
                .kpi("team:north", "2026-10", "revenue", "300000")
                .pays("olga", "2026-10", "lead", "3000.00")
                .manager("anna", anna -> anna.assigned("2026-10-16", null, "south", null))
                .kpi("team:north", "2026-10", "revenue", "100000")
                .kpi("team:sales", "2026-10", "revenue", "100000")
                .kpi("team:south", "2026-10", "revenue", "200000")
                .kpi("company", "2026-10", "revenue", "300000")
                .pays("olga", "2026-10", "lead", "1000.00")
                .pays("petr", "2026-10", "lead", "2000.00")
                .verify();
    }

    @Test
    @Row("E22")
    void e22_treeChangedInsideTheWindowRollsUpByTheDay() {
        Scenario.story()
                .plan(components("id: volume, rate: 5%, of: revenue"))
                .manager("anna", anna -> anna.in("north"))
                .team("north", north -> north.under("east"))
                .won("d1", "anna", "2026-10-10", "100")
                .won("d2", "anna", "2026-10-20", "200")
                .kpi("team:east", "2026-10", "revenue", "300")
                .team("north", north -> north.under("2026-10-16", "west"))
                .kpi("team:east", "2026-10", "revenue", "100")
                .kpi("team:west", "2026-10", "revenue", "200")
                .kpi("team:north", "2026-10", "revenue", "300")
                .team("north", People.TeamDraft::delete)
                .kpi("team:east", "2026-10", "revenue", "0")
                .kpi("team:north", "2026-10", "revenue", "300")
                .kpi("company", "2026-10", "revenue", "300")
                .verify();
    }

    @Test
    @Row("E22")
    void e22_distinctBuyersOfATeamFollowTheTreeOnTheDay() {
        Scenario.story()
                .plan(components("id: active, pay: 1, per: active_customers"))
                .manager("anna", anna -> anna.in("north"))
                .manager("boris", boris -> boris.in("north"))
                .deal("d1", deal -> deal.won("2026-10-10", "100").owner("anna").customer("c1"))
                .deal("d2", deal -> deal.won("2026-10-20", "100").owner("boris").customer("c1"))
                .deal("d3", deal -> deal.won("2026-10-21", "100").owner("boris").customer("c1"))
                .kpi("team:north", "2026-10", "active_customers", "1")
                .kpi("company", "2026-10", "active_customers", "1")
                .pays("boris", "2026-10", "active", "1.00")
                .manager("boris", boris -> boris.unassigned().in("south"))
                .kpi("team:north", "2026-10", "active_customers", "1")
                .kpi("team:south", "2026-10", "active_customers", "1")
                .kpi("company", "2026-10", "active_customers", "1")
                .verify();
    }

    // E40: reference data arrives after the deals

    @Test
    @Row("E40")
    void e40_targetAfterTheDeals() {
        Scenario.story()
                .plan(components("id: met, pay: 500, when: \"attainment(revenue) >= 100%\""))
                .manager("anna")
                .won("d1", "anna", "2026-10-05", "1000")
                .pays("anna", "2026-10", "met", "0.00")
                .target("t1", "anna", "revenue", "2026-10", "900")
                .pays("anna", "2026-10", "met", "500.00")
                .target("t1", "anna", "revenue", "2026-10", "1100")
                .pays("anna", "2026-10", "met", "0.00")
                .target("t1", "anna", "revenue", "2026-11", "900")
                .pays("anna", "2026-10", "met", "0.00")
                .target("t2", "anna", "revenue", "2026-10", "1000")
                .pays("anna", "2026-10", "met", "500.00")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_planAfterTheDeals() {
        Scenario.story()
                .manager("anna")
                .won("d1", "anna", "2026-09-05", "1000")
                .won("d2", "anna", "2026-10-05", "2000")
                .lead("l1", lead -> lead.owner("anna").created("2026-10-01").converted("2026-10-02"))
                .changesNothing()
                .plan(components(
                        "id: volume, rate: 5%, of: revenue",
                        "id: growing, rate: 1%, of: revenue, when: \"growth(revenue) >= 100%\"",
                        "id: conversion, pay: 7, when: \"lead_conversion > 20%\""))
                .pays("anna", "2026-09", "volume", "50.00")
                .pays("anna", "2026-10", "volume", "100.00")
                .pays("anna", "2026-10", "growing", "20.00")
                .pays("anna", "2026-10", "conversion", "7.00")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_definitionWithANewFilterAfterTheDeals() {
        Scenario.story()
                .plan(components("id: volume, rate: 5%, of: revenue"))
                .manager("anna")
                .team("north")
                .manager("anna", anna -> anna.in("north"))
                .deal("d1", deal -> deal.won("2026-10-05", "1000").owner("anna").tags("focus"))
                .deal("d2", deal -> deal.won("2026-10-06", "2000").owner("anna"))
                .planFile(version(
                        2,
                        "2026-01-01",
                        components(
                                "id: volume, rate: 5%, of: revenue",
                                "id: focus, rate: 2%, of: revenue, where: \"has(tags, 'focus')\"")))
                .pays("anna", "2026-10", "volume", "150.00")
                .pays("anna", "2026-10", "focus", "20.00")
                .deal("d1", deal -> deal.tags("other"))
                .pays("anna", "2026-10", "focus", "0.00")
                .deal("d2", deal -> deal.tags("focus", "other"))
                .pays("anna", "2026-10", "focus", "40.00")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_definitionInANewZoneAfterTheFacts() {
        Scenario.story()
                .plan(components("id: volume, rate: 5%, of: revenue"))
                .manager("anna", anna -> anna.in("north"))
                .deal("d1", deal -> deal.won("2026-03-31T21:30:00Z", "1000")
                        .owner("anna")
                        .customer("c1"))
                .lead("l1", lead -> lead.owner("anna").created("2026-03-31T21:30:00Z"))
                .call("k1", call -> call.of("anna").at("2026-03-31T21:30:00Z").answered(1, 2))
                .target("t1", "anna", "revenue", "2026-03", "1000")
                .pays("anna", "2026-04", "volume", "50.00")
                .planFile(version(
                                1,
                                "2026-01-01",
                                components(
                                        "id: west, rate: 10%, of: revenue",
                                        "id: new, pay: 1, per: new_customers",
                                        "id: leads, pay: 2, per: leads_created",
                                        "id: calls, pay: 3, per: calls",
                                        "id: active, pay: 4, per: active_customers",
                                        "id: met, pay: 5, when: \"attainment(team(revenue)) >= 100%\""))
                        .replace("plan: main", "plan: west")
                        .replace("Europe/Moscow", "Europe/Kaliningrad"))
                .pays("anna", "2026-03", "west", "100.00")
                .pays("anna", "2026-03", "new", "1.00")
                .pays("anna", "2026-03", "leads", "2.00")
                .pays("anna", "2026-03", "calls", "3.00")
                .pays("anna", "2026-03", "active", "4.00")
                .pays("anna", "2026-03", "met", "5.00")
                .pays("anna", "2026-04", "volume", "50.00")
                .kpiIn("Europe/Kaliningrad", "team:north", "2026-03", "calls", "1")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_kpiThatALatePlanReadsIsPublishedForEveryWindowThatCounted() {
        Scenario.story()
                .manager("anna", anna -> anna.in("north"))
                .deal("d1", deal -> deal.created("2026-10-01")
                        .won("2026-10-05", "1000")
                        .owner("anna"))
                .plan(components("id: quick, pay: 100, when: \"deal_cycle_days <= 30\""))
                .pays("anna", "2026-10", "quick", "100.00")
                .kpi("anna", "2026-10", "deal_cycle_days", "4")
                .kpi("team:north", "2026-10", "deal_cycle_days", "4")
                .kpi("company", "2026-10", "deal_cycle_days", "4")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_personAfterTheDeals() {
        Scenario.story()
                .plan("applies_to: { teams: [crm/north] }\n" + components("id: volume, rate: 5%, of: revenue"))
                .won("d1", "anna", "2026-10-05", "1000")
                .changesNothing()
                .manager("anna", anna -> anna.assigned("2026-10-06", null, "north", null))
                .pays("anna", "2026-10", "volume", "0.00")
                .manager("anna", anna -> anna.unassigned().assigned("2026-10-05", null, "north", null))
                .pays("anna", "2026-10", "volume", "50.00")
                .kpi("team:north", "2026-10", "revenue", "1000")
                .manager("anna", People.ManagerDraft::delete)
                .pays("anna", "2026-10", "volume", "0.00")
                .kpi("team:north", "2026-10", "revenue", "0")
                .kpi("company", "2026-10", "revenue", "1000")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_teamAfterTheDeals() {
        Scenario.story()
                .plan("applies_to: { managers: [crm/olga] }\n" + components("id: lead, rate: 1%, of: team(revenue)"))
                .manager("olga")
                .manager("anna", anna -> anna.in("north"))
                .won("d1", "anna", "2026-10-05", "1000")
                .pays("olga", "2026-10", "lead", "0.00")
                .team("north", north -> north.head("olga"))
                .pays("olga", "2026-10", "lead", "10.00")
                .team("north", north -> north.head("petr"))
                .pays("olga", "2026-10", "lead", "0.00")
                .team("north", north -> north.head("anna").under("sales"))
                .team("sales", sales -> sales.head("olga"))
                .pays("olga", "2026-10", "lead", "10.00")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_teamTargetAfterTheDeals() {
        Scenario.story()
                .plan(components(
                        "id: met, pay: 50, when: \"attainment(team(revenue)) >= 100%\"",
                        "id: all, pay: 7, when: \"attainment(company(revenue)) >= 100%\""))
                .manager("anna", anna -> anna.in("north"))
                .won("d1", "anna", "2026-10-05", "1000")
                .pays("anna", "2026-10", "met", "0.00")
                .target("t1", "team:north", "revenue", "2026-10", "1000")
                .pays("anna", "2026-10", "met", "50.00")
                .target("t2", "company", "revenue", "2026-10", "1000")
                .pays("anna", "2026-10", "all", "7.00")
                .target("t2", "company", "revenue", "2026-10", "1001")
                .pays("anna", "2026-10", "all", "0.00")
                .verify();
    }

    @Test
    @Row("E40")
    void e40_windowsWithoutFactsAreEvaluatedFromTheDayOn() {
        Scenario.story()
                .planFile(version(1, "2026-09-10", components("id: base, pay: 100, when: \"revenue >= 0\"")))
                .manager("anna")
                .pays("anna", "2026-09", "base", "0.00")
                .day("2026-10-01")
                .pays("anna", "2026-09", "base", "100.00")
                .pays("anna", "2026-10", "base", "100.00")
                .pays("anna", "2026-11", "base", "0.00")
                .day("2026-09-30")
                .changesNothing()
                .verify();
    }

    // E41: unknown references

    @Test
    @Row("E41")
    void e41_unknownManagerCountsInKpisAndIsPaidWhenItsRecordArrives() {
        Scenario.story()
                .plan(components("id: volume, rate: 5%, of: revenue"))
                .won("d1", "anna", "2026-10-05", "1000")
                .lead("l1", lead -> lead.owner("anna").created("2026-10-01"))
                .call("k1", call -> call.of("anna").at("2026-10-05").answered(1, 2))
                .pays("anna", "2026-10", "volume", "0.00")
                .kpi("anna", "2026-10", "revenue", "1000")
                .kpi("anna", "2026-10", "leads_created", "1")
                .kpi("anna", "2026-10", "calls", "1")
                .kpi("company", "2026-10", "revenue", "1000")
                .manager("anna", anna -> anna.in("north"))
                .pays("anna", "2026-10", "volume", "50.00")
                .kpi("team:north", "2026-10", "revenue", "1000")
                .verify();
    }

    @Test
    @Row("E41")
    void e41_unknownCustomerIsNewOrRepeatBeforeItsRecordArrives() {
        Scenario.story()
                .plan(components(
                        "id: new, pay: 10, per: new_customers",
                        "id: covered, pay: 5, when: \"customer_base_coverage >= 50%\""))
                .manager("anna")
                .deal("d1", deal -> deal.won("2026-10-05", "1000").owner("anna").customer("c1"))
                .pays("anna", "2026-10", "new", "10.00")
                .pays("anna", "2026-10", "covered", "0.00")
                .customer("c1", "anna", "2026-01-01")
                .pays("anna", "2026-10", "new", "10.00")
                .pays("anna", "2026-10", "covered", "5.00")
                .customer("c2", "anna", null)
                .customer("c3", "anna", null)
                .pays("anna", "2026-10", "covered", "0.00")
                .customer("c3", "boris", null)
                .pays("anna", "2026-10", "covered", "5.00")
                .verify();
    }

    @Test
    @Row("E41")
    void e41_unknownProductCountsInFilters() {
        Scenario.story()
                .plan(components("id: gadgets, rate: 5%, of: revenue, where: \"has(products, 'crm/gadget')\""))
                .manager("anna")
                .deal("d1", deal -> deal.won("2026-10-05", "1000").owner("anna").line("gadget", "2", "500"))
                .pays("anna", "2026-10", "gadgets", "50.00")
                .kpi("anna", "2026-10", "revenue", "1000")
                .verify();
    }

    @Test
    @Row("E41")
    void e41_dealWithoutAnOwnerCountsForTheCompany() {
        Scenario.story()
                .plan(components("id: volume, rate: 5%, of: revenue"))
                .manager("anna")
                .deal("d1", deal -> deal.won("2026-10-05", "1000"))
                .changesNothing()
                .kpi("company", "2026-10", "revenue", "1000")
                .deal("d1", deal -> deal.owner("anna"))
                .kpi("company", "2026-10", "won_deals", "1")
                .changesNothing()
                .deal("d1", deal -> deal.split("anna", "1"))
                .pays("anna", "2026-10", "volume", "50.00")
                .verify();
    }
}
