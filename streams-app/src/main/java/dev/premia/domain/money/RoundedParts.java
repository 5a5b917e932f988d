package dev.premia.domain.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Rounds exact parts, which may be negative, to whole minor units so that they sum to a given whole: each is rounded down,
 * and the units left over go one each to the largest fractions; of equal fractions to the part that comes first.
 */
public final class RoundedParts {
    private RoundedParts() {}

    /**
     * @param exact the parts in minor units
     * @param whole minor units that the rounded parts sum to: the sum of the parts, rounded down or up
     * @return one whole number of minor units per part
     */
    public static long[] of(List<BigDecimal> exact, long whole) {
        long[] parts = new long[exact.size()];
        List<Integer> order = new ArrayList<>(parts.length);
        BigInteger left = BigInteger.valueOf(whole);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = down(exact.get(i)).longValueExact();
            left = left.subtract(BigInteger.valueOf(parts[i]));
            order.add(i);
        }
        if (left.signum() < 0 || left.compareTo(BigInteger.valueOf(parts.length)) > 0) {
            throw new IllegalArgumentException(whole + " is not what the parts " + exact + " sum to");
        }
        order.sort(Comparator.<Integer, BigDecimal>comparing(i -> exact.get(i).subtract(down(exact.get(i))))
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
        order.subList(0, left.intValueExact()).forEach(i -> parts[i]++);
        return parts;
    }

    private static BigDecimal down(BigDecimal exact) {
        return exact.setScale(0, RoundingMode.FLOOR);
    }
}
