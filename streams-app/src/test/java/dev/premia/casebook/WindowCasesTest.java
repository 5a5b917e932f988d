package dev.premia.casebook;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** In which window a fact counts, and in which payroll the window is paid. */
class WindowCasesTest {
    private static final String VOLUME = "components: [{ id: volume, rate: 10%, of: revenue }]\n";

    private static String planFile(String id, String zone, String period) {
        return """
                plan: %s
                version: 1
                valid_from: 2026-01-01
                currency: RUB
                timezone: %s
                period: %s
                """.formatted(id, zone, period) + "components: [{ id: " + id + ", rate: 10%, of: revenue }]\n";
    }

    @Test
    @Row("E5")
    void e05_closeDateMovedTakesFromTheOldWindowAndAddsToTheNew() {
        Scenario.story()
                .plan("""
                        components:
                          - { id: volume, rate: 10%, of: revenue }
                          - { id: met, pay: 500, when: "attainment(revenue) >= 100%" }
                        targets: { revenue: 1000 }
                        """)
                .manager("anna")
                .won("d1", "anna", "2026-06-15", "1000")
                .pays("anna", "2026-06", "volume", "100.00")
                .pays("anna", "2026-06", "met", "500.00")
                .deal("d1", deal -> deal.closed("2026-10-05"))
                .changes("anna", "2026-06", "volume", "-100.00")
                .changes("anna", "2026-06", "met", "-500.00")
                .changes("anna", "2026-10", "volume", "100.00")
                .changes("anna", "2026-10", "met", "500.00")
                .postedTo("anna", "2026-06", "volume", "2026-06")
                .postedTo("anna", "2026-10", "volume", "2026-10")
                .kpi("anna", "2026-06", "revenue", "0")
                .kpi("anna", "2026-10", "revenue", "1000")
                .verify();
    }

    @Test
    @Row("E27")
    void e27_oneInstantIsInTwoMonthsForTwoPlansInTwoZones() {
        Scenario.in(ZoneId.of("Asia/Vladivostok"))
                .planFile(planFile("moscow", "Europe/Moscow", "month"))
                .planFile(planFile("kaliningrad", "Europe/Kaliningrad", "month"))
                .manager("anna")
                .won("d1", "anna", "2026-03-31T21:30:00Z", "1000")
                .pays("anna", "2026-04", "moscow", "100.00")
                .pays("anna", "2026-03", "moscow", "0.00")
                .pays("anna", "2026-03", "kaliningrad", "100.00")
                .pays("anna", "2026-04", "kaliningrad", "0.00")
                .kpiIn("Europe/Moscow", "anna", "2026-04", "revenue", "1000")
                .kpiIn("Europe/Kaliningrad", "anna", "2026-03", "revenue", "1000")
                .kpiIn("Europe/Kaliningrad", "company", "2026-03", "revenue", "1000")
                .kpi("anna", "2026-04", "revenue", "1000")
                .verify();
    }

    @Test
    @Row("E27")
    void e27_windowsAreHalfOpenAtTheMonthEdgeOfTheZone() {
        Scenario.story()
                .plan(VOLUME)
                .manager("anna")
                .won("d1", "anna", "2026-03-31T20:59:59.999Z", "100")
                .won("d2", "anna", "2026-03-31T21:00:00Z", "200")
                .pays("anna", "2026-03", "volume", "10.00")
                .pays("anna", "2026-04", "volume", "20.00")
                .verify();
    }

    @Test
    @Row("E27")
    void e27_kpisThatNoPlanReadsFollowTheOrganisationsZone() {
        Scenario.in(ZoneId.of("Europe/Kaliningrad"))
                .planFile(planFile("moscow", "Europe/Moscow", "month"))
                .manager("anna")
                .deal("d1", deal -> deal.won("2026-03-31T21:30:00Z", "1000")
                        .owner("anna")
                        .customer("c1"))
                .lead("l1", lead -> lead.created("2026-03-31T21:30:00Z").owner("anna"))
                .call("k1", call -> call.at("2026-03-31T21:30:00Z").of("anna").answered(3, 60))
                .kpi("anna", "2026-03", "won_deals", "1")
                .kpi("anna", "2026-03", "new_customers", "1")
                .kpi("anna", "2026-03", "leads_created", "1")
                .kpi("company", "2026-03", "calls", "1")
                .kpi("anna", "2026-04", "won_deals", "0")
                .pays("anna", "2026-04", "moscow", "100.00")
                .verify();
    }

    @Test
    @Row("E28")
    void e28_leapDayIsInItsMonthQuarterAndYear() {
        Scenario.story()
                .plan("""
                        components:
                          - { id: day, window: day, rate: 1%, of: revenue }
                          - { id: month, rate: 1%, of: revenue }
                          - { id: quarter, window: quarter, rate: 1%, of: revenue }
                          - { id: year, window: year, rate: 1%, of: revenue }
                        """)
                .manager("anna")
                .won("d1", "anna", "2028-02-29T20:59:59Z", "1000")
                .pays("anna", "2028-02-29", "day", "10.00")
                .pays("anna", "2028-02", "month", "10.00")
                .pays("anna", "2028-Q1", "quarter", "10.00")
                .pays("anna", "2028", "year", "10.00")
                .postedTo("anna", "2028-Q1", "quarter", "2028-03")
                .postedTo("anna", "2028", "year", "2028-12")
                .won("d2", "anna", "2028-02-29T21:00:00Z", "2000")
                .pays("anna", "2028-03-01", "day", "20.00")
                .pays("anna", "2028-03", "month", "20.00")
                .pays("anna", "2028-Q1", "quarter", "30.00")
                .verify();
    }

    @Test
    @Row("E28")
    void e28_isoWeekAcrossYearsIsOneWindow() {
        Scenario.story()
                .plan("components: [{ id: week, window: week, rate: 10%, of: revenue }]\n")
                .manager("anna")
                .won("d1", "anna", "2026-12-31", "100")
                .won("d2", "anna", "2027-01-03", "200")
                .won("d3", "anna", "2027-01-04", "400")
                .pays("anna", "week 2026-12-28", "week", "30.00")
                .postedTo("anna", "week 2026-12-28", "week", "2027-01")
                .pays("anna", "week 2027-01-04", "week", "40.00")
                .verify();
    }

    @Test
    @Row("E28")
    void e28_daysOf23And25HoursTileTime() {
        Scenario.story()
                .planFile(planFile("berlin", "Europe/Berlin", "day"))
                .manager("anna")
                .won("d1", "anna", "2026-03-28T22:59:59Z", "1")
                .won("d2", "anna", "2026-03-28T23:00:00Z", "10")
                .won("d3", "anna", "2026-03-29T21:59:59Z", "100")
                .won("d4", "anna", "2026-03-29T22:00:00Z", "1000")
                .pays("anna", "2026-03-28", "berlin", "0.10")
                .pays("anna", "2026-03-29", "berlin", "11.00")
                .pays("anna", "2026-03-30", "berlin", "100.00")
                .won("d5", "anna", "2026-10-24T21:59:59Z", "1")
                .won("d6", "anna", "2026-10-24T22:00:00Z", "10")
                .won("d7", "anna", "2026-10-25T22:59:59Z", "100")
                .won("d8", "anna", "2026-10-25T23:00:00Z", "1000")
                .pays("anna", "2026-10-24", "berlin", "0.10")
                .pays("anna", "2026-10-25", "berlin", "11.00")
                .pays("anna", "2026-10-26", "berlin", "100.00")
                .verify();
    }

    @Test
    @Row("E28")
    void e28_dealsUnderARunningScaleAreCutByTheSameDays() {
        Scenario.story()
                .planFile(planFile("berlin", "Europe/Berlin", "day")
                        .replace(
                                "rate: 10%, of: revenue }",
                                "of: revenue, tiers: { mode: per_deal, bounds: upper_inclusive,"
                                        + " steps: [{ to: 150, rate: 10% }, { rate: 20% }] } }"))
                .manager("anna")
                .won("d1", "anna", "2026-10-24T22:00:00Z", "100")
                .won("d2", "anna", "2026-10-25T22:59:59.999Z", "100")
                .won("d3", "anna", "2026-10-25T23:00:00Z", "100")
                .pays("anna", "2026-10-25", "berlin", "30.00")
                .pays("anna", "2026-10-26", "berlin", "10.00")
                .verify();
    }
}
