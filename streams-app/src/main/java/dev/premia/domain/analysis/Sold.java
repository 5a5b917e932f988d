package dev.premia.domain.analysis;

import java.math.BigDecimal;

/**
 * What was sold of something in a window.
 *
 * @param minor revenue in minor units, not negative
 * @param quantity how much of it, in units of a product or in deals, not negative
 */
public record Sold(long minor, BigDecimal quantity) {
    public static final Sold NOTHING = new Sold(0, BigDecimal.ZERO);

    public Sold {
        if (minor < 0 || quantity.signum() < 0) {
            throw new IllegalArgumentException("negative sales: " + minor + ", " + quantity);
        }
    }

    Sold plus(Sold other) {
        return new Sold(Math.addExact(minor, other.minor), quantity.add(other.quantity));
    }

    BigDecimal amount() {
        return BigDecimal.valueOf(minor);
    }
}
