package dev.premia.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Minor units of ISO 4217 currencies. */
public final class Currencies {
    private Currencies() {}

    /** How many digits a currency's minor unit has: 2 for RUB, 0 for JPY. */
    public static int minorDigits(String currency) {
        return Currency.getInstance(currency).getDefaultFractionDigits();
    }

    /** The ISO 4217 numeric code, used where a currency is a number. */
    public static int numericCode(String currency) {
        return Currency.getInstance(currency).getNumericCode();
    }

    /** An amount in minor units, rounded HALF_UP. */
    public static long toMinor(BigDecimal amount, String currency) {
        return amount.setScale(minorDigits(currency), RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** Minor units as an amount. */
    public static BigDecimal toAmount(long minor, String currency) {
        return BigDecimal.valueOf(minor, minorDigits(currency));
    }
}
