package dev.premia.domain.money;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;

/**
 * Splits a whole number of minor units by weights so that the parts sum to the whole: everybody gets the exact part
 * rounded down, and the units left over go one each to the largest remainders; of equal remainders to the larger weight,
 * then to the party that comes first.
 */
public final class LargestRemainder {
    private LargestRemainder() {}

    /**
     * @param whole minor units, not negative
     * @param weights not negative, in the order of precedence of the parties (lower manager id first), not all zero
     * @return one part per weight; their sum is {@code whole}
     */
    public static long[] split(long whole, long[] weights) {
        if (whole < 0) {
            throw new IllegalArgumentException("cannot split a negative amount: " + whole);
        }
        long total = 0;
        for (long weight : weights) {
            if (weight < 0) {
                throw new IllegalArgumentException("a negative weight: " + weight);
            }
            total = Math.addExact(total, weight);
        }
        if (total == 0) {
            throw new IllegalArgumentException("all weights are 0");
        }
        long[] parts = new long[weights.length];
        long[] remainders = new long[weights.length];
        long left = whole;
        for (int i = 0; i < weights.length; i++) {
            if (Math.multiplyHigh(whole, weights[i]) == 0 && whole * weights[i] >= 0) {
                long product = whole * weights[i];
                parts[i] = product / total;
                remainders[i] = product % total;
            } else {
                BigInteger[] exact = BigInteger.valueOf(whole)
                        .multiply(BigInteger.valueOf(weights[i]))
                        .divideAndRemainder(BigInteger.valueOf(total));
                parts[i] = exact[0].longValueExact();
                remainders[i] = exact[1].longValueExact();
            }
            left -= parts[i];
        }
        if (left > 0) {
            giveRest(left, parts, remainders, weights);
        }
        return parts;
    }

    private static void giveRest(long left, long[] parts, long[] remainders, long[] weights) {
        Integer[] order = new Integer[parts.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                Comparator.<Integer>comparingLong(i -> -remainders[i])
                        .thenComparingLong(i -> -weights[i])
                        .thenComparingInt(i -> i));
        for (int i = 0; i < left; i++) {
            parts[order[i]]++;
        }
    }
}
