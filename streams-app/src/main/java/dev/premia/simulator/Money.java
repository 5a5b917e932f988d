package dev.premia.simulator;

import java.math.BigDecimal;

/** Amounts as the contracts carry them. */
final class Money {
    static final String CURRENCY = "RUB";

    private Money() {}

    /** {@code minor} kopecks as a decimal of scale 4. */
    static BigDecimal of(long minor) {
        return BigDecimal.valueOf(minor * 100, 4);
    }
}
