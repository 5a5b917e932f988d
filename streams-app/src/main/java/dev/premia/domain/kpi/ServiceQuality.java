package dev.premia.domain.kpi;

import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * The quality of service as a weighted sum: the share of satisfied customers, the share of calls answered in time, and the
 * share of answers that are no complaint. A part of weight 0 may be undefined.
 */
public final class ServiceQuality {
    /** The name in plans; its numbers are the three weights and the seconds within which a call is answered in time. */
    public static final String NAME = "service_quality";

    private static final int WEIGHTS = 3;
    private static final BigDecimal SATISFIED = BigDecimal.valueOf(4);
    private static final BigDecimal COMPLAINT = BigDecimal.valueOf(2);
    private static final BigDecimal LONGEST = BigDecimal.valueOf(Long.MAX_VALUE);

    private ServiceQuality() {}

    static KpiDefinition definition() {
        return new KpiDefinition(
                NAME,
                "K29",
                Unit.RATIO,
                false,
                true,
                "Качество обслуживания",
                "Service quality",
                "weight x csat_top2 + weight x calls answered in time + weight x answers above 2 of 5",
                List.of(Measures.CSAT_ANSWERS, Measures.ANSWER_WAIT, Measures.INBOUND_CALLS),
                false,
                WEIGHTS + 1,
                ServiceQuality::value);
    }

    /** The sum of the weights among the numbers of a call. */
    public static BigDecimal weights(List<BigDecimal> numbers) {
        return numbers.subList(0, WEIGHTS).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Value value(KpiInput in) {
        Map<Long, Long> answers = in.histogram(Measures.CSAT_ANSWERS);
        Map<Long, Long> waits = in.histogram(Measures.ANSWER_WAIT);
        BigDecimal all = in.count(Measures.CSAT_ANSWERS);
        List<Value> shares = List.of(
                share(count(answers, ManagerEventMeasuring.SCORE_DIGITS, SATISFIED, LONGEST), all, "no answers"),
                share(
                        count(waits, 0, BigDecimal.ZERO, in.parameters().get(WEIGHTS)),
                        in.count(Measures.INBOUND_CALLS),
                        "no inbound calls"),
                share(
                        all.subtract(count(answers, ManagerEventMeasuring.SCORE_DIGITS, BigDecimal.ZERO, COMPLAINT)),
                        all,
                        "no answers"));
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < WEIGHTS; i++) {
            BigDecimal weight = in.parameters().get(i);
            if (weight.signum() != 0 && !shares.get(i).isDefined()) {
                return shares.get(i);
            }
            sum = sum.add(weight.multiply(shares.get(i).orElse(BigDecimal.ZERO), KpiInput.PRECISION));
        }
        return Value.of(sum);
    }

    private static Value share(BigDecimal good, BigDecimal all, String nothing) {
        return KpiInput.ratio(good, all, NAME + " is undefined: " + nothing);
    }

    /** How many have a value between two limits, both included. */
    private static BigDecimal count(Map<Long, Long> histogram, int digits, BigDecimal least, BigDecimal most) {
        long count = 0;
        for (Map.Entry<Long, Long> each : histogram.entrySet()) {
            BigDecimal value = BigDecimal.valueOf(each.getKey(), digits);
            if (value.compareTo(least) >= 0 && value.compareTo(most) <= 0) {
                count += each.getValue();
            }
        }
        return BigDecimal.valueOf(count);
    }
}
