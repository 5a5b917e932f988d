package dev.premia.casebook;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Conditions on KPIs: conversions, growth, new and repeat customers, scorecards. */
class ConversionCasesTest {

    private static Scenario anna(String... components) {
        StringBuilder text = new StringBuilder("components:\n");
        for (String each : components) {
            text.append("  - { ").append(each).append(" }\n");
        }
        return Scenario.story().plan(text.toString()).manager("anna");
    }

    private static Scenario leads(Scenario story, int from, int to, boolean converted) {
        for (int i = from; i <= to; i++) {
            story.lead("l" + i, lead -> {
                lead.owner("anna").created("2026-10-01");
                if (converted) {
                    lead.converted("2026-10-10");
                }
            });
        }
        return story;
    }

    @Test
    @Row("E29")
    void e29_zeroTargetIsUndefinedPaysNothingAndSaysWhy() {
        anna("id: met, pay: 500, when: \"attainment(revenue) >= 100%\"")
                .target("t1", "anna", "revenue", "2026-10", "0")
                .won("d1", "anna", "2026-10-05", "1000")
                .pays("anna", "2026-10", "met", "0.00")
                .explains("anna", "2026-10", "met", "attainment(revenue) is undefined: the target is 0")
                .verify();
    }

    @Test
    @Row("E29")
    void e29_noTargetIsUndefinedPaysNothingAndSaysWhy() {
        anna("id: over, rate: 5%, of: \"revenue - target(revenue)\"")
                .won("d1", "anna", "2026-10-05", "1000")
                .pays("anna", "2026-10", "over", "0.00")
                .explains("anna", "2026-10", "over", "no target for 2026-10")
                .verify();
    }

    @Test
    @Row("E29")
    void e29_noBaselineIsUndefinedPaysNothingAndSaysWhy() {
        anna("id: growing, rate: 1%, of: revenue, when: \"growth(revenue) >= 10%\"")
                .won("d1", "anna", "2026-10-05", "1000")
                .pays("anna", "2026-10", "growing", "0.00")
                .explains("anna", "2026-10", "growing", "no baseline in 2026-09")
                .won("d0", "anna", "2026-09-05", "500")
                .pays("anna", "2026-10", "growing", "10.00")
                .pays("anna", "2026-09", "growing", "0.00")
                .verify();
    }

    @Test
    @Row("E29")
    void e29_noLeadsIsUndefinedPaysNothingAndSaysWhy() {
        Scenario story = anna("id: uplift, rate: 3%, of: revenue, when: \"lead_conversion > 20%\"")
                .won("d1", "anna", "2026-10-05", "1000")
                .undefined("anna", "2026-10", "lead_conversion")
                .pays("anna", "2026-10", "uplift", "0.00")
                .explains("anna", "2026-10", "uplift", "lead_conversion is undefined: no leads were created");
        leads(story, 1, 1, false)
                .kpi("anna", "2026-10", "lead_conversion", "0")
                .pays("anna", "2026-10", "uplift", "0.00")
                .verify();
    }

    @Test
    @Row("E35")
    void e35_planChoosesCohortOrPeriodByName() {
        anna(
                        "id: cohort, pay: 10, when: \"lead_conversion >= 50%\"",
                        "id: period, pay: 20, when: \"lead_conversion_period >= 50%\"")
                .lead("l1", lead -> lead.owner("anna").created("2026-09-28").converted("2026-10-02"))
                .lead("l2", lead -> lead.owner("anna").created("2026-10-05"))
                .kpi("anna", "2026-09", "lead_conversion", "1")
                .kpi("anna", "2026-09", "lead_conversion_period", "0")
                .kpi("anna", "2026-10", "lead_conversion", "0")
                .kpi("anna", "2026-10", "lead_conversion_period", "1")
                .pays("anna", "2026-09", "cohort", "10.00")
                .pays("anna", "2026-09", "period", "0.00")
                .pays("anna", "2026-10", "cohort", "0.00")
                .pays("anna", "2026-10", "period", "20.00")
                .verify();
    }

    @Test
    @Row("E35")
    void e35_leadBelongsToItsLatestOwnerAndIsWonWithItsDeal() {
        anna("id: won, pay: 10, when: \"lead_to_won > 0\"")
                .manager("boris")
                .lead("l1", lead -> lead.owner("anna").created("2026-10-01"))
                .deal("d1", deal -> deal.won("2026-11-05", "1000").owner("anna").lead("l1"))
                .pays("anna", "2026-10", "won", "10.00")
                .lead("l1", lead -> lead.owner("boris"))
                .pays("anna", "2026-10", "won", "0.00")
                .pays("boris", "2026-10", "won", "10.00")
                .deal("d1", deal -> deal.lost("2026-11-05"))
                .pays("boris", "2026-10", "won", "0.00")
                .kpi("boris", "2026-10", "lead_to_won", "0")
                .verify();
    }

    @Test
    @Row("E39")
    void e39_upliftIsReversedWhenTheConditionFlipsOffAndBookedAgain() {
        Scenario story = anna("id: uplift, rate: 3%, of: revenue, when: \"lead_conversion > 20%\"")
                .won("d1", "anna", "2026-10-05", "1000");
        leads(story, 1, 1, true);
        leads(story, 2, 4, false).pays("anna", "2026-10", "uplift", "30.00");
        leads(story, 5, 5, false)
                .kpi("anna", "2026-10", "lead_conversion", "0.2")
                .changes("anna", "2026-10", "uplift", "-30.00")
                .explains("anna", "2026-10", "uplift", "is not met")
                .lead("l5", lead -> lead.converted("2026-10-20"))
                .changes("anna", "2026-10", "uplift", "30.00")
                .entries("anna", "2026-10", "uplift", "30.00", "-30.00", "30.00")
                .verify();
    }

    @Test
    @Row("average_deal_kicker")
    void worked_averageDealKicker_30000() {
        anna("id: check, rate: 2%, of: revenue, when: \"growth(average_deal) >= 10%\"")
                .won("d0", "anna", "2026-09-05", "110000")
                .together(deals -> {
                    for (int i = 1; i <= 12; i++) {
                        deals.won("d" + i, "anna", "2026-10-05", "125000");
                    }
                })
                .kpi("anna", "2026-10", "average_deal", "125000")
                .pays("anna", "2026-10", "check", "30000.00")
                .deal("d0", deal -> deal.amount("113636.37"))
                .pays("anna", "2026-10", "check", "0.00")
                .verify();
    }

    @Test
    @Row("repeat_sales")
    void worked_repeatSales_4000() {
        anna("id: repeat, rate: 1%, of: repeat_revenue")
                .deal(
                        "d1",
                        deal -> deal.won("2026-10-06", "400000").owner("anna").customer("c1"))
                .pays("anna", "2026-10", "repeat", "0.00")
                .deal(
                        "d0",
                        deal -> deal.won("2026-10-05", "700000").owner("anna").customer("c1"))
                .pays("anna", "2026-10", "repeat", "4000.00")
                .deal("d0", deal -> deal.closed("2026-10-07"))
                .pays("anna", "2026-10", "repeat", "7000.00")
                .verify();
    }

    @Test
    @Row("new_customers")
    void worked_newCustomersThatBought_9000() {
        Scenario story = anna("id: new, pay: 3000, per: new_customers");
        for (int i = 1; i <= 4; i++) {
            story.customer("c" + i, "anna", "2026-10-01");
        }
        for (int i = 1; i <= 3; i++) {
            String customer = "c" + i;
            story.deal(
                    "d" + i,
                    deal -> deal.won("2026-10-05", "1000").owner("anna").customer(customer));
        }
        story.pays("anna", "2026-10", "new", "9000.00").verify();
    }

    @Test
    @Row("new_customers")
    void worked_newCustomersFollowADealThatGetsAnotherCustomer() {
        anna("id: new, pay: 3000, per: new_customers", "id: repeat, pay: 100, per: repeat_deals")
                .deal("d1", deal -> deal.won("2026-10-05", "1000").owner("anna").customer("c1"))
                .deal("d2", deal -> deal.won("2026-10-06", "1000").owner("anna").customer("c1"))
                .pays("anna", "2026-10", "new", "3000.00")
                .pays("anna", "2026-10", "repeat", "100.00")
                .deal("d2", deal -> deal.customer("c2"))
                .pays("anna", "2026-10", "new", "6000.00")
                .pays("anna", "2026-10", "repeat", "0.00")
                .deal("d1", deal -> deal.customer(null))
                .pays("anna", "2026-10", "new", "3000.00")
                .verify();
    }

    @Test
    @Row("together")
    void worked_together_226000() {
        Scenario story = anna(
                        "id: volume, rate: 5%, of: revenue, when: \"revenue > 1000000\"",
                        "id: per-deal, pay: 5000, per: won_deals",
                        "id: check, rate: 2%, of: revenue, when: \"growth(average_deal) >= 0.10\"",
                        "id: conversion, rate: 3%, of: revenue, when: \"lead_conversion > 20%\"",
                        "id: repeat, rate: 1%, of: repeat_revenue",
                        "id: new, pay: 3000, per: new_customers")
                .won("d0", "anna", "2026-09-05", "110000");
        story.together(many -> {
            leads(many, 1, 11, true);
            leads(many, 12, 50, false);
            for (int i = 1; i <= 4; i++) {
                String customer = "c" + i;
                many.deal(
                        "first" + i,
                        deal -> deal.won("2026-10-05", "137500").owner("anna").customer(customer));
                many.deal(
                        "again" + i,
                        deal -> deal.won("2026-10-15", "100000").owner("anna").customer(customer));
                many.won("other" + i, "anna", "2026-10-20", "137500");
            }
        });
        story.kpi("anna", "2026-10", "revenue", "1500000")
                .kpi("anna", "2026-10", "lead_conversion", "0.22")
                .pays("anna", "2026-10", "volume", "75000.00")
                .pays("anna", "2026-10", "per-deal", "60000.00")
                .pays("anna", "2026-10", "check", "30000.00")
                .pays("anna", "2026-10", "conversion", "45000.00")
                .pays("anna", "2026-10", "repeat", "4000.00")
                .pays("anna", "2026-10", "new", "12000.00")
                .paysInAll("anna", "2026-10", "226000.00")
                .verify();
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 15000.00", "3, 3, 22500.00", "1, 1, 7500.00", "0, 0, 0.00"})
    @Row("variable_by_two_kpis")
    void worked_variableByTwoKpis(int calls, int leads, String expected) {
        Scenario story = Scenario.story().plan("""
                        targets: { calls: 2, leads_processed: 2 }
                        components:
                          - id: c
                            target_bonus: 15000
                            scorecard:
                              - { kpi: calls, weight: 50%, curve: [[0%, 0%], [200%, 200%]] }
                              - { kpi: leads_processed, weight: 50%, curve: [[0%, 0%], [200%, 200%]] }
                        """).manager("anna").day("2026-10-01");
        for (int i = 0; i < calls; i++) {
            story.call("k" + i, call -> call.of("anna").at("2026-10-05").answered(1, 2));
        }
        for (int i = 0; i < leads; i++) {
            story.lead("l" + i, lead -> lead.owner("anna").created("2026-09-30").touched("2026-10-01"));
        }
        story.pays("anna", "2026-10", "c", expected).verify();
    }

    @Test
    void shouldMeasureTheFirstResponseOnTheDayOfTheTouch() {
        Scenario.story()
                .plan("""
                        components:
                          - { id: fast, pay: 500, per: leads_processed, when: "first_response_seconds <= 900" }
                        """)
                .manager("anna")
                .lead("l1", lead -> lead.owner("anna")
                        .created("2026-09-30T20:50:00Z")
                        .touched("2026-09-30T21:00:00Z"))
                .lead("l2", lead -> lead.owner("anna")
                        .created("2026-10-05T09:00:00Z")
                        .touched("2026-10-05T09:20:00Z"))
                .kpi("anna", "2026-10", "first_response_seconds", "900")
                .undefined("anna", "2026-09", "first_response_seconds")
                .pays("anna", "2026-10", "fast", "1000.00")
                .lead("l2", lead -> lead.touched("2026-10-05T09:20:02Z"))
                .kpi("anna", "2026-10", "first_response_seconds", "901")
                .pays("anna", "2026-10", "fast", "0.00")
                .verify();
    }
}
