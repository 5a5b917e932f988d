package dev.premia.casebook;

import dev.premia.schemas.Calendar;
import dev.premia.schemas.CalendarDay;
import dev.premia.schemas.Topics;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Targets of those who join and leave, and factors of the person. */
class EmploymentCasesTest {
    private static final String ATTAINMENT = """
            components:
              - { id: target, pay: "target(revenue)" }
              - { id: goal, pay: 10000, when: "attainment(revenue) >= 1" }
            targets: { revenue: 1000000 }
            """;

    @Test
    @Row("E17")
    void e17_targetOfANewcomerIsProratedByCalendarDays() {
        Scenario.story()
                .plan(ATTAINMENT)
                .manager("anna", anna -> anna.hired("2026-03-16"))
                .won("d1", "anna", "2026-03-20", "516129.03")
                .pays("anna", "2026-03", "target", "516129.03")
                .pays("anna", "2026-03", "goal", "0.00")
                .won("d2", "anna", "2026-03-21", "0.01")
                .pays("anna", "2026-03", "goal", "10000.00")
                .pays("anna", "2026-02", "target", "0.00")
                .verify();
    }

    @Test
    @Row("E17")
    void e17_targetOfANewcomerIsProratedByWorkingDaysAndACalendarMayComeLate() {
        Scenario story = Scenario.story()
                .plan("calendar: crm/ru\n" + ATTAINMENT)
                .manager("anna", anna -> anna.hired("2026-03-16"))
                .won("d1", "anna", "2026-03-20", "1.00")
                // Monday to Friday: 12 of 22 days.
                .pays("anna", "2026-03", "target", "545454.55");
        calendar(story, 1, new CalendarDay(LocalDate.of(2026, 3, 9), false));
        story.pays("anna", "2026-03", "target", "571428.57");
        calendar(
                story,
                2,
                new CalendarDay(LocalDate.of(2026, 3, 9), false),
                new CalendarDay(LocalDate.of(2026, 3, 28), true));
        story.pays("anna", "2026-03", "target", "590909.09").verify();
    }

    @Test
    void b27_targetsOfANewcomerGrowByMonthOfEmployment() {
        Scenario.story()
                .plan("ramp: [{ month: 1, targets: 50% }, { month: 2, targets: 75% }]\n" + ATTAINMENT)
                .manager("anna", anna -> anna.hired("2026-03-16"))
                .manager("boris", boris -> boris.hired("2019-01-09"))
                .manager("vera")
                .won("d1", "anna", "2026-03-20", "1.00")
                .won("d2", "anna", "2026-04-20", "750000.00")
                .won("d3", "anna", "2026-05-20", "750000.00")
                .won("d4", "boris", "2026-03-20", "1.00")
                .won("d5", "vera", "2026-03-20", "1.00")
                .pays("anna", "2026-03", "target", "258064.52")
                .pays("anna", "2026-04", "target", "750000.00")
                .pays("anna", "2026-04", "goal", "10000.00")
                .pays("anna", "2026-05", "target", "1000000.00")
                .pays("anna", "2026-05", "goal", "0.00")
                .pays("boris", "2026-03", "target", "1000000.00")
                .pays("vera", "2026-03", "target", "1000000.00")
                // The hire turns out to be earlier: the ramp moves with it.
                .manager("anna", anna -> anna.hired("2026-02-01"))
                .pays("anna", "2026-03", "target", "750000.00")
                .pays("anna", "2026-04", "target", "1000000.00")
                .verify();
    }

    @Test
    void b27_rampOfAQuarterCountsEachDayByItsMonth() {
        Scenario.story()
                .planFile("""
                        plan: main
                        version: 1
                        valid_from: 2026-01-01
                        currency: RUB
                        timezone: Europe/Moscow
                        period: quarter
                        ramp: [{ month: 1, targets: 0% }, { month: 2, targets: 50% }]
                        targets: { revenue: 900000 }
                        components:
                          - { id: target, pay: "target(revenue)" }
                        """)
                .manager("anna", anna -> anna.hired("2026-04-01"))
                .won("d1", "anna", "2026-05-20", "1.00")
                // 91 days: April nothing, 31 days of May half, 30 days of June in full.
                .pays("anna", "2026-Q2", "target", "450000.00")
                .verify();
    }

    @Test
    void b26_personalCoefficientHoldsFromItsDayOn() {
        Scenario.story()
                .plan("""
                        components:
                          - { id: volume, pay: "revenue * 1% * coefficient(grade)" }
                        """)
                .manager("anna")
                .won("d1", "anna", "2026-03-20", "100000.00")
                .pays("anna", "2026-03", "volume", "0.00")
                .explains("anna", "2026-03", "volume", "coefficient(grade) is undefined")
                .manager("anna", anna -> anna.coefficient("grade", null, "1.1")
                        .coefficient("grade", "2026-04-15", "1.25"))
                .pays("anna", "2026-03", "volume", "1100.00")
                .won("d2", "anna", "2026-04-02", "100000.00")
                // A factor that changes inside a window: the last day's holds.
                .pays("anna", "2026-04", "volume", "1250.00")
                .verify();
    }

    private static void calendar(Scenario story, long revision, CalendarDay... days) {
        Calendar calendar = new Calendar();
        calendar.setId("crm/ru");
        calendar.setRevision(revision);
        calendar.setSource(Scenario.SOURCE);
        calendar.setDays(List.of(days));
        calendar.setAttributes(Map.of());
        story.add(Topics.CALENDARS, calendar.getId(), calendar);
    }
}
