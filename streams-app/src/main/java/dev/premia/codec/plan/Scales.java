package dev.premia.codec.plan;

import java.math.BigDecimal;

/** Numbers of scales as people write them. */
final class Scales {
    private Scales() {}

    /** {@code 0.05} as {@code 5 %}. */
    static String percent(BigDecimal share) {
        return plain(share.movePointRight(2)) + " %";
    }

    static String plain(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return stripped.toPlainString();
    }
}
