package dev.premia.domain.kpi;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.FilteredMeasure;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.Decimals;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Span;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * What a KPI is computed from: one subject's cells over a range of days, in a currency, narrowed by a filter or not.
 *
 * @param cells the subject's cells in the plan's zone
 * @param span the days that are measured, and their window
 * @param view in which currency money is measured, and how other currencies are converted into it
 * @param filter canonical text of a deal filter, null for all deals
 * @param parameters the numbers that the KPI was given, e.g. the limit of {@code service_level(20)}
 * @param surroundings what is known beside the subject's own facts
 */
public record KpiInput(
        CellReader cells,
        Span span,
        MoneyView view,
        String filter,
        List<BigDecimal> parameters,
        Surroundings surroundings) {

    /**
     * What is known beside the subject's own facts.
     *
     * @param calendar the calendar by which days are working days
     * @param products how many products the catalogue has
     */
    public record Surroundings(WorkingCalendar calendar, int products) {
        /** Monday to Friday, and no catalogue. */
        public static final Surroundings NONE = new Surroundings(WorkingCalendar.WEEKDAYS, 0);
    }

    public static final MathContext PRECISION = MathContext.DECIMAL128;

    /** Nothing is known beside the subject's own facts. */
    public KpiInput(CellReader cells, Span span, MoneyView view, String filter, List<BigDecimal> parameters) {
        this(cells, span, view, filter, parameters, Surroundings.NONE);
    }

    /** A range of days that stands for itself. */
    public KpiInput(CellReader cells, DayRange days, MoneyView view, String filter, List<BigDecimal> parameters) {
        this(cells, Span.of(days), view, filter, parameters);
    }

    /** The same, narrowed by a filter and with the numbers that a KPI was given. */
    public KpiInput narrowedBy(String canonicalFilter, List<BigDecimal> numbers) {
        return new KpiInput(cells, span, view, canonicalFilter, numbers, surroundings);
    }

    /** The days that are measured. */
    public DayRange days() {
        return span.days();
    }

    /** The sum of a measure over the range, own and overlay credits together. */
    public long sum(long measure) {
        return sum(total(), narrowed(measure));
    }

    /** The sum of a measure over everything before the end of the range. */
    public long sumBeforeEnd(long measure) {
        return sum(cells.total(Integer.MIN_VALUE, days().to()), narrowed(measure));
    }

    private static long sum(DayCells total, long measure) {
        return Math.addExact(total.total(measure), total.total(measure | Measures.OVERLAY));
    }

    private DayCells total() {
        return cells.total(days().from(), days().to());
    }

    /** ISO code of the currency in which money is measured. */
    public String currency() {
        return view.currency();
    }

    /** A money measure in the currency of this input, as an amount: what was in it from the beginning, and what was converted. */
    public BigDecimal money(long measure) {
        return Currencies.toAmount(inCurrency(total(), narrowed(measure)), currency());
    }

    /** Own and overlay credits together, what was in the currency from the beginning and what was converted. */
    private long inCurrency(DayCells total, long measure) {
        return Math.addExact(money(total, measure), money(total, measure | Measures.OVERLAY));
    }

    private long money(DayCells total, long measure) {
        return Math.addExact(total.value(measure, view.original()), total.value(measure, view.converted()));
    }

    /** Whether the number of a currency in a dimension stands for money that this input measures. */
    public boolean reads(long currencyNumber) {
        return currencyNumber == view.original() || currencyNumber == view.converted();
    }

    private long at(long measure, long dimension) {
        long wanted = narrowed(measure);
        DayCells total = total();
        return Math.addExact(total.value(wanted, dimension), total.value(wanted | Measures.OVERLAY, dimension));
    }

    /** A money measure over everything before the end of the range. */
    public BigDecimal moneyBeforeEnd(long measure) {
        long wanted = narrowed(measure);
        DayCells total = cells.total(Integer.MIN_VALUE, days().to());
        return Currencies.toAmount(inCurrency(total, wanted), currency());
    }

    /** A money measure by the customer's first deal, over customers who are not new in the window. */
    public BigDecimal moneyOfExisting(long measure) {
        int from = span.whole().from();
        long minor = 0;
        for (Map.Entry<Long, Long> each : histogram(measure).entrySet()) {
            boolean counts = reads(Measures.currencyIn(each.getKey())) && Measures.isSinceBefore(each.getKey(), from);
            minor = counts ? Math.addExact(minor, each.getValue()) : minor;
        }
        return Currencies.toAmount(minor, currency());
    }

    /** The sum of the cells of one measure over some days whose dimension is accepted. */
    public long sumWhere(long measure, int from, int to, LongPredicate dimensionCounts) {
        long[] sum = new long[1];
        cells.total(from, to).forEach(measure, (cellMeasure, dimension, value) -> {
            if (dimensionCounts.test(dimension)) {
                sum[0] = Math.addExact(sum[0], value);
            }
        });
        return sum[0];
    }

    /** A measure counted in shares of deals, as a decimal without trailing zeros. */
    public BigDecimal shares(long measure) {
        return fromNanos(sum(measure));
    }

    /** A measure counted in shares of deals by currency, of the currency of this input. */
    public BigDecimal sharesInCurrency(long measure) {
        return fromNanos(inCurrency(total(), narrowed(measure)));
    }

    /** A measure counted in shares of deals, at one dimension. */
    public BigDecimal shares(long measure, long dimension) {
        return fromNanos(at(measure, dimension));
    }

    public BigDecimal count(long measure) {
        return BigDecimal.valueOf(sum(measure));
    }

    /** Distinct customers of a buyer measure: each once, on its first day in the range. */
    public BigDecimal distinct(long measure) {
        return BigDecimal.valueOf(total().totalBelow(measure, days().from() + Measures.DAY_OFFSET));
    }

    /** A measure by its dimension, summed over the range. */
    public TreeMap<Long, Long> histogram(long measure) {
        long wanted = narrowed(measure);
        TreeMap<Long, Long> histogram = new TreeMap<>();
        DayCells.Visitor gather = (cellMeasure, dimension, value) -> histogram.merge(dimension, value, Math::addExact);
        total().forEach(wanted, gather);
        total().forEach(wanted | Measures.OVERLAY, gather);
        return histogram;
    }

    private long narrowed(long measure) {
        return filter == null ? measure : FilteredMeasure.number(measure, filter, view);
    }

    static BigDecimal fromNanos(long nanos) {
        if (nanos % DealCredit.WHOLE_SHARE == 0) {
            return BigDecimal.valueOf(nanos / DealCredit.WHOLE_SHARE);
        }
        return decimal(nanos, DealCredit.SHARE_DIGITS);
    }

    /** A number that was counted in its last digits, without trailing zeros. */
    public static BigDecimal decimal(long units, int digits) {
        BigDecimal stripped = BigDecimal.valueOf(units, digits).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** A quotient, undefined with the reason when the denominator is 0. */
    static Value ratio(BigDecimal numerator, BigDecimal denominator, String reason) {
        return denominator.signum() == 0 ? Value.undefined(reason) : Value.of(Decimals.divide(numerator, denominator));
    }
}
