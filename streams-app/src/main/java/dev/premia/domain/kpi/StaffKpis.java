package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** KPIs of the people of a team: how many work there, who leaves, what they say. */
final class StaffKpis {
    private static final List<Long> HEADCOUNT = List.of(Measures.STAFF_FROM, Measures.STAFF_UNTIL);

    private StaffKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                of(
                                "average_headcount",
                                "K25",
                                Unit.COUNT,
                                "Средняя численность",
                                "Average headcount",
                                "days of employment in the team in the window / days of the window",
                                HEADCOUNT,
                                in -> Value.of(headcount(in)))
                        .reaching(Reach.EVERYTHING),
                of(
                                "revenue_per_manager",
                                "K25",
                                Unit.MONEY,
                                "Выручка на менеджера",
                                "Revenue per manager",
                                "revenue / average_headcount",
                                List.of(Measures.REVENUE, Measures.STAFF_FROM, Measures.STAFF_UNTIL),
                                in -> perDay(
                                        in,
                                        in.money(Measures.REVENUE),
                                        "revenue_per_manager is undefined: nobody was employed"))
                        .reaching(Reach.EVERYTHING),
                new KpiDefinition(
                        "leavers",
                        "K47",
                        Unit.COUNT,
                        true,
                        true,
                        "Уволившиеся",
                        "Leavers",
                        "managers whose last day of employment is in the window",
                        List.of(Measures.LEAVERS),
                        false,
                        0,
                        in -> Value.of(in.count(Measures.LEAVERS))),
                of(
                                "staff_turnover",
                                "K47",
                                Unit.RATIO,
                                "Текучесть кадров",
                                "Staff turnover",
                                "leavers / average_headcount",
                                List.of(Measures.LEAVERS, Measures.STAFF_FROM, Measures.STAFF_UNTIL),
                                in -> perDay(
                                        in,
                                        in.count(Measures.LEAVERS),
                                        "staff_turnover is undefined: nobody was employed"))
                        .reaching(Reach.EVERYTHING),
                of(
                        "staff_satisfaction",
                        "K47",
                        Unit.RATIO,
                        "Удовлетворённость сотрудников",
                        "Staff satisfaction",
                        "mean score of the answers of employees",
                        List.of(Measures.STAFF_ANSWERS),
                        StaffKpis::satisfaction));
    }

    private static BigDecimal headcount(KpiInput in) {
        return Decimals.divide(employedDays(in), daysOf(in));
    }

    /** Divided by the days of employment, and not by a rounded average of them. */
    private static Value perDay(KpiInput in, BigDecimal numerator, String reason) {
        return ratio(numerator.multiply(daysOf(in)), employedDays(in), reason);
    }

    private static BigDecimal daysOf(KpiInput in) {
        return BigDecimal.valueOf((long) in.days().to() - in.days().from());
    }

    private static BigDecimal employedDays(KpiInput in) {
        long start = in.days().from() + Measures.DAY_OFFSET;
        long end = in.days().to() + Measures.DAY_OFFSET;
        long[] days = new long[1];
        in.cells().total(Integer.MIN_VALUE, in.days().to()).forEach((measure, dimension, value) -> {
            if (measure == Measures.STAFF_FROM) {
                days[0] += value * (end - Math.max(start, dimension));
            } else if (measure == Measures.STAFF_UNTIL) {
                days[0] -= value * (end - Math.max(start, dimension + 1));
            }
        });
        return BigDecimal.valueOf(days[0]);
    }

    private static Value satisfaction(KpiInput in) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Long, Long> each : in.histogram(Measures.STAFF_ANSWERS).entrySet()) {
            BigDecimal score = BigDecimal.valueOf(each.getKey(), ManagerEventMeasuring.SCORE_DIGITS);
            sum = sum.add(score.multiply(BigDecimal.valueOf(each.getValue())));
        }
        return ratio(sum, in.count(Measures.STAFF_ANSWERS), "staff_satisfaction is undefined: no answers");
    }

    private static KpiDefinition of(
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
