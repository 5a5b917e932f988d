package dev.premia.domain.money;

import java.math.BigDecimal;
import java.math.MathContext;

/** Division of decimals at 34 digits, which is what every formula and KPI computes with. */
public final class Decimals {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** More digits may not fit a long. */
    private static final int LONG_DIGITS = 18;

    private static final long[] POWERS_OF_TEN = powersOfTen();

    private Decimals() {}

    /**
     * The quotient, the same in value and scale as {@link BigDecimal#divide(BigDecimal, MathContext)} at 34 digits. A short exact
     * one, such as 1,200,000 / 1,000,000, is found without computing 34 digits and taking their zeros away one by one.
     *
     * @throws ArithmeticException when the divisor is 0
     */
    public static BigDecimal divide(BigDecimal dividend, BigDecimal divisor) {
        BigDecimal exact = shortQuotient(dividend, divisor);
        return exact == null ? dividend.divide(divisor, PRECISION) : exact;
    }

    /** The quotient if it ends within a few digits, else null. */
    private static BigDecimal shortQuotient(BigDecimal dividend, BigDecimal divisor) {
        if (dividend.signum() == 0
                || divisor.signum() == 0
                || dividend.precision() > LONG_DIGITS
                || divisor.precision() > LONG_DIGITS) {
            return null;
        }
        long over = unscaled(dividend);
        long under = unscaled(divisor);
        long common = commonDivisor(Math.abs(over), Math.abs(under));
        long numerator = Long.signum(under) * (over / common);
        long denominator = Math.abs(under / common);
        int twos = Long.numberOfTrailingZeros(denominator);
        long rest = denominator >> twos;
        int fives = 0;
        while (rest % 5 == 0) {
            rest /= 5;
            fives++;
        }
        int digits = Math.max(twos, fives);
        if (rest != 1 || digits > LONG_DIGITS) {
            return null;
        }
        long factor = POWERS_OF_TEN[digits] / denominator;
        boolean fits = Math.multiplyHigh(numerator, factor) == (numerator * factor) >> (Long.SIZE - 1);
        return fits ? BigDecimal.valueOf(numerator * factor, dividend.scale() - divisor.scale() + digits) : null;
    }

    /** The digits of a number of at most {@link #LONG_DIGITS}, without the big integer that would carry them. */
    private static long unscaled(BigDecimal number) {
        return number.scaleByPowerOfTen(number.scale()).longValue();
    }

    private static long commonDivisor(long first, long second) {
        long a = first;
        long b = second;
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    private static long[] powersOfTen() {
        long[] powers = new long[LONG_DIGITS + 1];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
