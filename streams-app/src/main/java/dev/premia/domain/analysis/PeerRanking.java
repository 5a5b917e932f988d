package dev.premia.domain.analysis;

import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Where everybody stands among peers by one figure. Equal values share a rank and the next rank counts them: 1, 2, 2, 4.
 *
 * <p>The z-score is (value - mean) / population standard deviation over all peers, the person included. Whether it lies
 * beyond the critical bound is decided without rounding. Nobody among n peers can lie further out than the square root of
 * n - 1, so beyond a bound of 2 there is nobody among five.
 */
public final class PeerRanking {
    /** The bound of the z-score beyond which a value is out of the ordinary, if nobody says another. */
    public static final BigDecimal USUAL_BOUND = BigDecimal.valueOf(2);

    /** Why a z-score is undefined among few. */
    public static final String FEW = "z-score is undefined: fewer than 3 peers";

    /** Why a z-score is undefined among equals. */
    public static final String NO_SPREAD = "z-score is undefined: all peers have the same value";

    private static final int FEWEST = 3;

    /** More digits for the square root, so that the quotient is right in all of its 34. */
    private static final MathContext ROOT = new MathContext(MathContext.DECIMAL128.getPrecision() + 10);

    private final boolean lowestLeads;
    private final BigDecimal bound;

    /**
     * @param lowestLeads whether the lowest value is the best, as for the length of a deal cycle
     * @param bound the critical bound of the z-score, positive
     */
    public PeerRanking(boolean lowestLeads, BigDecimal bound) {
        if (bound.signum() <= 0) {
            throw new IllegalArgumentException("a bound that is not positive: " + bound);
        }
        this.lowestLeads = lowestLeads;
        this.bound = bound;
    }

    /**
     * One of the peers.
     *
     * @param rank from 1
     * @param gap how far behind the leader, never negative
     * @param zScore with 34 digits; undefined with fewer than 3 peers or without spread
     * @param beyond whether the z-score lies outside of the critical bound, on either side
     */
    public record Standing(String peer, BigDecimal value, int rank, BigDecimal gap, Value zScore, boolean beyond) {}

    /** The sums from which z-scores follow exactly: z = (n x - sum) / sqrt(n squares - sum sum). */
    private record Spread(BigDecimal count, BigDecimal sum, BigDecimal scaledVariance) {
        static Spread of(Iterable<BigDecimal> values) {
            long count = 0;
            BigDecimal sum = BigDecimal.ZERO;
            BigDecimal squares = BigDecimal.ZERO;
            for (BigDecimal value : values) {
                count++;
                sum = sum.add(value);
                squares = squares.add(value.multiply(value));
            }
            BigDecimal number = BigDecimal.valueOf(count);
            return new Spread(number, sum, number.multiply(squares).subtract(sum.multiply(sum)));
        }

        BigDecimal distance(BigDecimal value) {
            return count.multiply(value).subtract(sum);
        }

        Value zScore(BigDecimal value) {
            if (count.intValueExact() < FEWEST) {
                return Value.undefined(FEW);
            } else if (scaledVariance.signum() == 0) {
                return Value.undefined(NO_SPREAD);
            }
            return Value.of(distance(value).divide(scaledVariance.sqrt(ROOT), MathContext.DECIMAL128));
        }

        boolean beyond(BigDecimal value, BigDecimal bound) {
            BigDecimal distance = distance(value);
            BigDecimal limit = bound.multiply(bound).multiply(scaledVariance);
            return count.intValueExact() >= FEWEST
                    && distance.multiply(distance).compareTo(limit) > 0;
        }
    }

    /** Everybody's place, the leader first; of equal values the lower id first. */
    public List<Standing> of(Map<String, BigDecimal> values) {
        Comparator<Map.Entry<String, BigDecimal>> byValue = Map.Entry.comparingByValue();
        List<Map.Entry<String, BigDecimal>> ordered = new ArrayList<>(values.entrySet());
        ordered.sort((lowestLeads ? byValue : byValue.reversed()).thenComparing(Map.Entry.comparingByKey()));
        Spread spread = Spread.of(values.values());
        List<Standing> standings = new ArrayList<>(ordered.size());
        int rank = 1;
        for (int i = 0; i < ordered.size(); i++) {
            BigDecimal value = ordered.get(i).getValue();
            if (i > 0 && value.compareTo(ordered.get(i - 1).getValue()) != 0) {
                rank = i + 1;
            }
            standings.add(new Standing(
                    ordered.get(i).getKey(),
                    value,
                    rank,
                    ordered.get(0).getValue().subtract(value).abs(),
                    spread.zScore(value),
                    spread.beyond(value, bound)));
        }
        return standings;
    }
}
