package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiDefinition.count;
import static dev.premia.domain.kpi.KpiDefinition.quotient;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.WorkingHours;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** KPIs of leads: counts by transition, conversions of a cohort and of a period. */
final class LeadKpis {
    private LeadKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                quotient(
                        "lead_qualification_rate",
                        "K6",
                        Unit.RATIO,
                        "Доля квалифицированных лидов",
                        "Lead qualification rate",
                        "leads of the cohort that were qualified / leads of the cohort",
                        Measures.COHORT_QUALIFIED,
                        Measures.LEADS_CREATED,
                        "no leads were created"),
                quotient(
                        "lead_conversion",
                        "K7",
                        Unit.RATIO,
                        "Конверсия лидов (когорта)",
                        "Lead conversion (cohort)",
                        "leads created in the window that were converted / leads created in it",
                        Measures.COHORT_CONVERTED,
                        Measures.LEADS_CREATED,
                        "no leads were created"),
                quotient(
                        "lead_conversion_period",
                        "K7",
                        Unit.RATIO,
                        "Конверсия лидов (период)",
                        "Lead conversion (period)",
                        "leads converted in the window / leads created in it",
                        Measures.LEADS_CONVERTED,
                        Measures.LEADS_CREATED,
                        "no leads were created"),
                quotient(
                        "lead_to_won",
                        "K7",
                        Unit.RATIO,
                        "Лиды, ставшие продажами",
                        "Leads that became sales",
                        "leads of the cohort whose deal was won / leads of the cohort",
                        Measures.COHORT_WON,
                        Measures.LEADS_CREATED,
                        "no leads were created"),
                quotient(
                        "first_response_seconds",
                        "K32",
                        Unit.SECONDS,
                        "Скорость первого ответа, с",
                        "First response, s",
                        "mean of first touch - created over leads first touched in the window",
                        Measures.RESPONSE_SECONDS,
                        Measures.LEADS_TOUCHED,
                        "no leads were touched"),
                quotient(
                        "handling_seconds",
                        "K32",
                        Unit.SECONDS,
                        "Время обработки лида, с",
                        "Lead handling, s",
                        "mean of closed - created over leads closed in the window",
                        Measures.HANDLING_SECONDS,
                        Measures.LEADS_CLOSED,
                        "no leads were closed"),
                working(
                        "first_response_working_seconds",
                        "Скорость первого ответа в рабочее время, с",
                        "First response in working hours, s",
                        "mean of the working time from created to first touch over leads first touched in the window; the"
                                + " numbers are the hours at which work begins and ends, as in (9, 18), on the working days"
                                + " of the plan's calendar",
                        Measures.RESPONSE_STRETCHES,
                        "no leads were touched"),
                working(
                        "handling_working_seconds",
                        "Время обработки лида в рабочее время, с",
                        "Lead handling in working hours, s",
                        "mean of the working time from created to closed over leads closed in the window; the numbers are"
                                + " the hours at which work begins and ends, as in (9, 18), on the working days of the"
                                + " plan's calendar",
                        Measures.HANDLING_STRETCHES,
                        "no leads were closed"),
                count(
                        "leads_processed",
                        "K33",
                        "Обработанные лиды",
                        "Leads processed",
                        "leads first touched in the window",
                        Measures.LEADS_TOUCHED),
                count(
                        "leads_created",
                        "K33",
                        "Созданные лиды",
                        "Leads created",
                        "leads created in the window",
                        Measures.LEADS_CREATED),
                count(
                        "leads_qualified",
                        "K33",
                        "Квалифицированные лиды",
                        "Leads qualified",
                        "leads qualified in the window",
                        Measures.LEADS_QUALIFIED),
                count(
                        "leads_converted",
                        "K33",
                        "Сконвертированные лиды",
                        "Leads converted",
                        "leads converted in the window",
                        Measures.LEADS_CONVERTED));
    }

    private static KpiDefinition working(
            String name, String titleRu, String titleEn, String formula, long stretches, String nothing) {
        String reason = name + " is undefined: " + nothing;
        return new KpiDefinition(
                name,
                "K32",
                Unit.SECONDS,
                false,
                true,
                titleRu,
                titleEn,
                formula,
                List.of(stretches),
                false,
                2,
                in -> meanWorking(in, stretches, reason));
    }

    private static Value meanWorking(KpiInput in, long stretches, String reason) {
        WorkingHours hours = new WorkingHours(
                in.surroundings().calendar(),
                in.view().zone(),
                in.parameters().get(0),
                in.parameters().get(1));
        long worked = 0;
        long leads = 0;
        for (Map.Entry<Long, Long> each : in.histogram(stretches).entrySet()) {
            long seconds = hours.within(Measures.stretchStart(each.getKey()), Measures.stretchSeconds(each.getKey()));
            worked = Math.addExact(worked, Math.multiplyExact(seconds, each.getValue()));
            leads += each.getValue();
        }
        return KpiInput.ratio(BigDecimal.valueOf(worked), BigDecimal.valueOf(leads), reason);
    }
}
