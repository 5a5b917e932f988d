package dev.premia.domain.contest;

import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * The sums from which z-scores follow exactly: z = (n x - sum) / sqrt(n squares - sum sum), which is (value - mean) / population
 * standard deviation.
 */
public final class Spread {
    /** Why a z-score is undefined among few. */
    public static final String FEW = "fewer than 3 peers";

    /** Why a z-score is undefined among equals. */
    public static final String NONE = "all peers have the same value";

    private static final int FEWEST = 3;

    /** More digits for the square root, so that the quotient is right in all of its 34. */
    private static final MathContext ROOT = new MathContext(MathContext.DECIMAL128.getPrecision() + 10);

    private final BigDecimal count;
    private final BigDecimal sum;
    private final BigDecimal scaledVariance;
    private BigDecimal root;

    private Spread(BigDecimal count, BigDecimal sum, BigDecimal scaledVariance) {
        this.count = count;
        this.sum = sum;
        this.scaledVariance = scaledVariance;
    }

    /** The spread of the values of all peers. */
    public static Spread of(Iterable<BigDecimal> values) {
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

    private BigDecimal distance(BigDecimal value) {
        return count.multiply(value).subtract(sum);
    }

    /** The z-score of one of the values, with 34 digits; undefined with fewer than 3 peers or without spread. */
    public Value zScore(String what, BigDecimal value) {
        if (count.intValueExact() < FEWEST) {
            return Value.undefined(what + " is undefined: " + FEW);
        } else if (scaledVariance.signum() == 0) {
            return Value.undefined(what + " is undefined: " + NONE);
        }
        if (root == null) {
            root = scaledVariance.sqrt(ROOT);
        }
        return Value.of(distance(value).divide(root, MathContext.DECIMAL128));
    }

    /** Whether the z-score of a value lies outside of a bound, on either side; decided without rounding. */
    public boolean beyond(BigDecimal value, BigDecimal bound) {
        BigDecimal distance = distance(value);
        BigDecimal limit = bound.multiply(bound).multiply(scaledVariance);
        return count.intValueExact() >= FEWEST && distance.multiply(distance).compareTo(limit) > 0;
    }
}
