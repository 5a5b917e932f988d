package dev.premia.domain.fact;

import dev.premia.domain.event.FxRateRecord;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every exchange rate that was ever stated. Unlike other facts, the rate of a pair and day is its <em>lowest</em> revision: a
 * later one rules only when a decision names it. So a month that was paid does not move because a bank corrected itself.
 * The order in which records and decisions arrive makes no difference. Not thread-safe.
 *
 * <p>A record that deletes a rate is passed over: what was once the rate stays it until another revision is decided upon.
 */
public final class ExchangeRates {
    /** A day without a rate takes the latest one of this many days before it. */
    public static final int DAYS_BACK = 10;

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final Map<Pair, NavigableMap<LocalDate, RateOfDay>> pairs = new HashMap<>();

    private record Pair(String base, String quote) {}

    /**
     * A rate that is applied.
     *
     * @param date the day of the rate, which may lie before the day that was asked for
     * @param rate the price of {@code units} of the one currency in the other
     * @param units how much of it is priced
     * @param inverse whether the rate prices the target currency in the currency that is converted
     */
    public record Applied(LocalDate date, BigDecimal rate, int units, boolean inverse) {

        /** An exact amount in the other currency; an inverse rate divides, in 34 digits. */
        public BigDecimal convert(BigDecimal amount) {
            BigDecimal pieces = BigDecimal.valueOf(units);
            return inverse
                    ? amount.multiply(pieces).divide(rate, PRECISION)
                    : amount.multiply(rate).divide(pieces, PRECISION);
        }
    }

    private static final class RateOfDay {
        private final NavigableMap<Long, Stated> revisions = new TreeMap<>();
        /** Revisions that decisions name, whether they have arrived or not. */
        private final NavigableSet<Long> restated = new TreeSet<>();

        private Stated ruling() {
            for (long revision : restated.descendingSet()) {
                if (revisions.containsKey(revision)) {
                    return revisions.get(revision);
                }
            }
            return revisions.isEmpty() ? null : revisions.firstEntry().getValue();
        }
    }

    private record Stated(RevisionMark mark, BigDecimal rate, int units) {}

    /** Takes in a record. Two different records of one pair, day and revision: the greater mark rules. */
    public void add(FxRateRecord said) {
        if (said.header().deleted()) {
            return;
        }
        Stated stated = new Stated(RevisionMark.of(said), said.rate(), said.units());
        ofDay(said.base(), said.quote(), said.date())
                .revisions
                .merge(
                        said.revision(),
                        stated,
                        (known, other) -> known.mark().compareTo(other.mark()) >= 0 ? known : other);
    }

    /**
     * Takes in the decision that another revision rules; of several the one for the highest revision counts. A decision about
     * a revision that has not arrived waits for it.
     */
    public void restate(String base, String quote, LocalDate date, long revision) {
        ofDay(base, quote, date).restated.add(revision);
    }

    private RateOfDay ofDay(String base, String quote, LocalDate date) {
        return pairs.computeIfAbsent(new Pair(base, quote), pair -> new TreeMap<>())
                .computeIfAbsent(date, day -> new RateOfDay());
    }

    /** The last day on which the rate of a day is the one that is applied, if it is there. */
    public LocalDate ruledUntil(String base, String quote, LocalDate date) {
        LocalDate last = date.plusDays(DAYS_BACK);
        NavigableMap<LocalDate, RateOfDay> days = pairs.getOrDefault(new Pair(base, quote), new TreeMap<>());
        for (var each : days.subMap(date, false, last, true).entrySet()) {
            if (each.getValue().ruling() != null) {
                return each.getKey().minusDays(1);
            }
        }
        return last;
    }

    /**
     * The rate at which one currency is converted into another on a day: of that day, else the latest of the ten days
     * before. The pair is looked up the other way round only when this way has no rate in all these days. Rates are never
     * crossed over a third currency.
     */
    public Optional<Applied> find(String from, String to, LocalDate day) {
        Optional<Applied> direct = latest(from, to, day, false);
        return direct.isPresent() ? direct : latest(to, from, day, true);
    }

    private Optional<Applied> latest(String base, String quote, LocalDate day, boolean inverse) {
        NavigableMap<LocalDate, RateOfDay> days = pairs.get(new Pair(base, quote));
        if (days == null) {
            return Optional.empty();
        }
        for (var each : days.subMap(day.minusDays(DAYS_BACK), true, day, true)
                .descendingMap()
                .entrySet()) {
            Stated stated = each.getValue().ruling();
            if (stated != null) {
                return Optional.of(new Applied(each.getKey(), stated.rate(), stated.units(), inverse));
            }
        }
        return Optional.empty();
    }
}
