package dev.premia.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Splits a whole number of minor units by decimal weights so that the parts sum to the whole: everybody gets the exact part
 * rounded down, and the units left over go one each to the largest fractions; of equal fractions to the party that comes
 * first, whatever its weight.
 */
public final class LargestFraction {
    private LargestFraction() {}

    /**
     * @param whole minor units, not negative
     * @param weights not negative, in the order of precedence of the parties (lower manager id first), not all zero
     * @return one part per weight; their sum is {@code whole}
     */
    public static long[] split(long whole, List<BigDecimal> weights) {
        if (whole < 0) {
            throw new IllegalArgumentException("cannot split a negative amount: " + whole);
        }
        BigInteger[] integers = integers(weights);
        BigInteger total = Arrays.stream(integers).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("all weights are 0");
        }
        long[] parts = new long[integers.length];
        BigInteger[] fractions = new BigInteger[integers.length];
        long left = whole;
        for (int i = 0; i < integers.length; i++) {
            BigInteger[] exact = BigInteger.valueOf(whole).multiply(integers[i]).divideAndRemainder(total);
            parts[i] = exact[0].longValueExact();
            fractions[i] = exact[1];
            left -= parts[i];
        }
        Integer[] order = new Integer[parts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer, BigInteger>comparing(i -> fractions[i])
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()));
        for (int i = 0; i < left; i++) {
            parts[order[i]]++;
        }
        return parts;
    }

    /** The weights as whole numbers in the same proportion. */
    private static BigInteger[] integers(List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        BigInteger[] integers = new BigInteger[weights.size()];
        for (int i = 0; i < integers.length; i++) {
            if (weights.get(i).signum() < 0) {
                throw new IllegalArgumentException("a negative weight: " + weights.get(i));
            }
            integers[i] = weights.get(i).setScale(Math.max(scale, 0)).unscaledValue();
        }
        return integers;
    }
}
