package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiDefinition.count;
import static dev.premia.domain.kpi.KpiDefinition.quotient;
import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** KPIs of activities, survey answers and reviews. */
final class WorkKpis {
    private static final int PROMOTER = 9;
    private static final int DETRACTOR = 6;
    /** The two top scores of a scale of five. */
    private static final BigDecimal TOP_SCORE = BigDecimal.valueOf(4);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private WorkKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                value(
                        "nps",
                        "K27",
                        Unit.POINTS,
                        "NPS",
                        "NPS",
                        "100 x (promoters 9-10 - detractors 0-6) / answers",
                        List.of(Measures.NPS_ANSWERS),
                        WorkKpis::nps),
                value(
                        "nps_answers",
                        "K27",
                        Unit.COUNT,
                        "Ответы NPS",
                        "NPS answers",
                        "answers to the recommendation question; a plan asks for a minimum sample with it",
                        List.of(Measures.NPS_ANSWERS),
                        in -> Value.of(in.count(Measures.NPS_ANSWERS))),
                value(
                        "csat",
                        "K28",
                        Unit.POINTS,
                        "Удовлетворённость (CSAT)",
                        "Satisfaction (CSAT)",
                        "mean score of satisfaction answers",
                        List.of(Measures.CSAT_ANSWERS),
                        in -> csat(in, Measures.CSAT_ANSWERS, "csat is undefined: no answers")),
                value(
                        "csat_top2",
                        "K28",
                        Unit.RATIO,
                        "Доля двух высших оценок CSAT",
                        "CSAT, share of the two top scores",
                        "satisfaction answers of 4 or more on a scale of 5 / answers",
                        List.of(Measures.CSAT_ANSWERS),
                        in -> csatTop(in, Measures.CSAT_ANSWERS, "csat_top2 is undefined: no answers")),
                value(
                        "vip_csat",
                        "K28",
                        Unit.POINTS,
                        "Удовлетворённость VIP-клиентов (CSAT)",
                        "Satisfaction of VIP customers (CSAT)",
                        "mean score of satisfaction answers of customers who had the tag vip on the day of the answer",
                        List.of(Measures.VIP_CSAT_ANSWERS),
                        in -> csat(in, Measures.VIP_CSAT_ANSWERS, "vip_csat is undefined: no answers")),
                value(
                        "vip_csat_top2",
                        "K28",
                        Unit.RATIO,
                        "Доля двух высших оценок CSAT VIP-клиентов",
                        "CSAT of VIP customers, share of the two top scores",
                        "answers of 4 or more on a scale of 5 / answers, of customers who had the tag vip on the day of the"
                                + " answer",
                        List.of(Measures.VIP_CSAT_ANSWERS),
                        in -> csatTop(in, Measures.VIP_CSAT_ANSWERS, "vip_csat_top2 is undefined: no answers")),
                value(
                        "csat_answers",
                        "K28",
                        Unit.COUNT,
                        "Ответы CSAT",
                        "CSAT answers",
                        "satisfaction answers",
                        List.of(Measures.CSAT_ANSWERS),
                        in -> Value.of(in.count(Measures.CSAT_ANSWERS))),
                count("meetings", "K38", "Встречи", "Meetings", "meetings held", Measures.MEETINGS),
                count("business_trips", "K39", "Командировки", "Business trips", "trips made", Measures.TRIPS),
                count(
                        "business_trip_days",
                        "K39",
                        "Дни в командировках",
                        "Business trip days",
                        "calendar days of trips made, first and last included",
                        Measures.TRIP_DAYS),
                count("emails_sent", "K40", "Отправленные письма", "E-mails sent", "e-mails sent", Measures.EMAILS),
                score(
                        "sales_standard_score",
                        "Соблюдение стандарта продаж",
                        "Sales standard score",
                        "mean over reviews of anything but calls of passed weights / weights",
                        Measures.REVIEW_SCORE,
                        Measures.REVIEWS),
                score(
                        "call_quality_score",
                        "Качество звонков",
                        "Call quality score",
                        "mean over reviewed calls of passed weights / weights",
                        Measures.CALL_REVIEW_SCORE,
                        Measures.CALL_REVIEWS),
                quotient(
                        "tasks_done_rate",
                        "K42",
                        Unit.RATIO,
                        "Доля выполненных задач",
                        "Tasks done",
                        "tasks done / tasks due in the window (by creation where a task has no due day)",
                        Measures.TASKS_DONE,
                        Measures.TASKS,
                        "no tasks"),
                quotient(
                        "projects_on_time",
                        "K46",
                        Unit.RATIO,
                        "Проекты в срок",
                        "Projects on time",
                        "projects done by the due day / projects due in the window",
                        Measures.PROJECTS_ON_TIME,
                        Measures.PROJECTS_DUE,
                        "no projects were due"));
    }

    private static Value nps(KpiInput in) {
        long balance = 0;
        long answers = 0;
        for (Map.Entry<Long, Long> each : in.histogram(Measures.NPS_ANSWERS).entrySet()) {
            answers += each.getValue();
            if (each.getKey() >= PROMOTER) {
                balance += each.getValue();
            } else if (each.getKey() <= DETRACTOR) {
                balance -= each.getValue();
            }
        }
        return ratio(
                BigDecimal.valueOf(balance).multiply(HUNDRED),
                BigDecimal.valueOf(answers),
                "nps is undefined: no answers");
    }

    private static Value csat(KpiInput in, long answers, String reason) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Long, Long> each : in.histogram(answers).entrySet()) {
            sum = sum.add(scoreOf(each.getKey()).multiply(BigDecimal.valueOf(each.getValue())));
        }
        return ratio(sum, in.count(answers), reason);
    }

    private static Value csatTop(KpiInput in, long answers, String reason) {
        long top = 0;
        for (Map.Entry<Long, Long> each : in.histogram(answers).entrySet()) {
            if (scoreOf(each.getKey()).compareTo(TOP_SCORE) >= 0) {
                top += each.getValue();
            }
        }
        return ratio(BigDecimal.valueOf(top), in.count(answers), reason);
    }

    private static BigDecimal scoreOf(long dimension) {
        return BigDecimal.valueOf(dimension, ManagerEventMeasuring.SCORE_DIGITS);
    }

    private static KpiDefinition score(
            String name, String titleRu, String titleEn, String formula, long sum, long reviews) {
        String reason = name + " is undefined: no reviews";
        return value(
                name,
                "K41",
                Unit.RATIO,
                titleRu,
                titleEn,
                formula,
                List.of(sum, reviews),
                in -> ratio(in.shares(sum), in.count(reviews), reason));
    }

    private static KpiDefinition value(
            String name,
            String number,
            Unit unit,
            String titleRu,
            String titleEn,
            String formula,
            List<Long> measures,
            Function<KpiInput, Value> computation) {
        return new KpiDefinition(
                name, number, unit, false, true, titleRu, titleEn, formula, measures, false, 0, computation);
    }
}
