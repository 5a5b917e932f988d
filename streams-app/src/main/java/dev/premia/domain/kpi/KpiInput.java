package dev.premia.domain.kpi;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.time.DayRange;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.TreeMap;

/**
 * What a KPI is computed from: one subject's cells over a range of days, in a currency, narrowed by a filter or not.
 *
 * @param cells the subject's cells in the plan's zone
 * @param days the range
 * @param currency ISO code of the currency in which money is measured
 * @param filter canonical text of a deal filter, null for all deals
 * @param parameters the numbers that the KPI was given, e.g. the limit of {@code service_level(20)}
 */
public record KpiInput(CellReader cells, DayRange days, String currency, String filter, List<BigDecimal> parameters) {

    public static final MathContext PRECISION = MathContext.DECIMAL128;

    /** The sum of a measure over the range, own and overlay credits together. */
    public long sum(long measure) {
        long wanted = narrowed(measure);
        long[] sum = new long[1];
        cells.forEachDay(
                days.from(),
                days.to(),
                (day, row) -> sum[0] = Math.addExact(sum[0], row.total(wanted) + row.total(wanted | Measures.OVERLAY)));
        return sum[0];
    }

    /** The sum of a measure over everything before the end of the range. */
    public long sumBeforeEnd(long measure) {
        long wanted = narrowed(measure);
        long[] sum = new long[1];
        cells.forEachDay(
                Integer.MIN_VALUE,
                days.to(),
                (day, row) -> sum[0] = Math.addExact(sum[0], row.total(wanted) + row.total(wanted | Measures.OVERLAY)));
        return sum[0];
    }

    /** A money measure in the currency of this input, as an amount. */
    public BigDecimal money(long measure) {
        long wanted = narrowed(measure);
        long dimension = Currencies.numericCode(currency);
        long[] sum = new long[1];
        cells.forEachDay(
                days.from(),
                days.to(),
                (day, row) -> sum[0] = Math.addExact(
                        sum[0], row.value(wanted, dimension) + row.value(wanted | Measures.OVERLAY, dimension)));
        return Currencies.toAmount(sum[0], currency);
    }

    /** A measure counted in shares of deals, as a decimal without trailing zeros. */
    public BigDecimal shares(long measure) {
        return fromNanos(sum(measure));
    }

    public BigDecimal count(long measure) {
        return BigDecimal.valueOf(sum(measure));
    }

    /** Distinct customers of a buyer measure: each once, on its first day in the range. */
    public BigDecimal distinct(long measure) {
        long firstDimension = days.from() + Measures.DAY_OFFSET;
        long[] sum = new long[1];
        cells.forEachDay(
                days.from(),
                days.to(),
                (day, row) -> sum[0] = Math.addExact(sum[0], row.totalBelow(measure, firstDimension)));
        return BigDecimal.valueOf(sum[0]);
    }

    /** A measure by its dimension, summed over the range. */
    public TreeMap<Long, Long> histogram(long measure) {
        long wanted = narrowed(measure);
        TreeMap<Long, Long> histogram = new TreeMap<>();
        cells.forEachDay(days.from(), days.to(), (day, row) -> {
            row.forEach(wanted, (m, dimension, value) -> histogram.merge(dimension, value, Math::addExact));
            row.forEach(
                    wanted | Measures.OVERLAY,
                    (m, dimension, value) -> histogram.merge(dimension, value, Math::addExact));
        });
        return histogram;
    }

    private long narrowed(long measure) {
        return filter == null ? measure : Measures.filtered(measure, filter);
    }

    static BigDecimal fromNanos(long nanos) {
        if (nanos % DealCredit.WHOLE_SHARE == 0) {
            return BigDecimal.valueOf(nanos / DealCredit.WHOLE_SHARE);
        }
        return BigDecimal.valueOf(nanos, DealCredit.SHARE_DIGITS).stripTrailingZeros();
    }

    /** A quotient, undefined with the reason when the denominator is 0. */
    static Value ratio(BigDecimal numerator, BigDecimal denominator, String reason) {
        return denominator.signum() == 0 ? Value.undefined(reason) : Value.of(numerator.divide(denominator, PRECISION));
    }
}
