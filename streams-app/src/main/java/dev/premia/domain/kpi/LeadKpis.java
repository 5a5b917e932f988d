package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.util.List;

/** KPIs of leads: counts by transition, conversions of a cohort and of a period. */
final class LeadKpis {
    private LeadKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                conversion(
                        "lead_qualification_rate",
                        "K6",
                        "Доля квалифицированных лидов",
                        "Lead qualification rate",
                        "leads of the cohort that were qualified / leads of the cohort",
                        Measures.COHORT_QUALIFIED),
                conversion(
                        "lead_conversion",
                        "K7",
                        "Конверсия лидов (когорта)",
                        "Lead conversion (cohort)",
                        "leads created in the window that were converted / leads created in it",
                        Measures.COHORT_CONVERTED),
                conversion(
                        "lead_conversion_period",
                        "K7",
                        "Конверсия лидов (период)",
                        "Lead conversion (period)",
                        "leads converted in the window / leads created in it",
                        Measures.LEADS_CONVERTED),
                conversion(
                        "lead_to_won",
                        "K7",
                        "Лиды, ставшие продажами",
                        "Leads that became sales",
                        "leads of the cohort whose deal was won / leads of the cohort",
                        Measures.COHORT_WON),
                mean(
                        "first_response_seconds",
                        "Скорость первого ответа, с",
                        "First response, s",
                        "mean of first touch - created over leads first touched in the window",
                        Measures.RESPONSE_SECONDS,
                        Measures.LEADS_TOUCHED,
                        "no leads were touched"),
                mean(
                        "handling_seconds",
                        "Время обработки лида, с",
                        "Lead handling, s",
                        "mean of closed - created over leads closed in the window",
                        Measures.HANDLING_SECONDS,
                        Measures.LEADS_CLOSED,
                        "no leads were closed"),
                count(
                        "leads_processed",
                        "Обработанные лиды",
                        "Leads processed",
                        "leads first touched in the window",
                        Measures.LEADS_TOUCHED),
                count(
                        "leads_created",
                        "Созданные лиды",
                        "Leads created",
                        "leads created in the window",
                        Measures.LEADS_CREATED),
                count(
                        "leads_qualified",
                        "Квалифицированные лиды",
                        "Leads qualified",
                        "leads qualified in the window",
                        Measures.LEADS_QUALIFIED),
                count(
                        "leads_converted",
                        "Сконвертированные лиды",
                        "Leads converted",
                        "leads converted in the window",
                        Measures.LEADS_CONVERTED));
    }

    private static KpiDefinition conversion(
            String name, String number, String titleRu, String titleEn, String formula, long numerator) {
        String reason = name + " is undefined: no leads were created";
        return new KpiDefinition(
                name,
                number,
                Unit.RATIO,
                false,
                true,
                titleRu,
                titleEn,
                formula,
                List.of(numerator, Measures.LEADS_CREATED),
                false,
                0,
                in -> ratio(in.count(numerator), in.count(Measures.LEADS_CREATED), reason));
    }

    private static KpiDefinition mean(
            String name, String titleRu, String titleEn, String formula, long seconds, long leads, String nothing) {
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
                List.of(seconds, leads),
                false,
                0,
                in -> ratio(in.count(seconds), in.count(leads), reason));
    }

    private static KpiDefinition count(String name, String titleRu, String titleEn, String formula, long measure) {
        return new KpiDefinition(
                name,
                "K33",
                Unit.COUNT,
                true,
                true,
                titleRu,
                titleEn,
                formula,
                List.of(measure),
                false,
                0,
                in -> Value.of(in.count(measure)));
    }
}
