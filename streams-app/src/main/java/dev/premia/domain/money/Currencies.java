package dev.premia.domain.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Minor units of ISO 4217 currencies, and of what is no money: points and badges. */
public final class Currencies {
    /** The unit of points: whole ones, which never add to money. */
    public static final String POINTS = "points";

    /** The unit of badges: a badge is held or not, and never adds to money or points. */
    public static final String BADGES = "badges";

    private static final Set<String> NO_MONEY = Set.of(POINTS, BADGES);

    private static final Set<String> IN_USE = inUse();

    private Currencies() {}

    private static Set<String> inUse() {
        Set<String> codes = new HashSet<>();
        for (String country : Locale.getISOCountries()) {
            Currency currency = Currency.getInstance(new Locale("", country));
            if (currency != null) {
                codes.add(currency.getCurrencyCode());
            }
        }
        return Set.copyOf(codes);
    }

    /** Whether a code is legal tender somewhere now: withdrawn ones, which the platform also knows, are typing errors. */
    public static boolean isKnown(String code) {
        return code != null && IN_USE.contains(code);
    }

    /** Whether amounts of a unit are money. */
    public static boolean isMoney(String unit) {
        return !NO_MONEY.contains(unit);
    }

    /** How many digits a unit has after the point: 2 for RUB, 0 for JPY, for points and for badges. */
    public static int minorDigits(String unit) {
        return isMoney(unit) ? Currency.getInstance(unit).getDefaultFractionDigits() : 0;
    }

    /** The ISO 4217 numeric code, used where a currency is a number. */
    public static int numericCode(String currency) {
        return Currency.getInstance(currency).getNumericCode();
    }

    /** The code of a currency of which the numeric code is known. */
    public static String ofNumber(int numericCode) {
        for (Currency each : Currency.getAvailableCurrencies()) {
            if (each.getNumericCode() == numericCode) {
                return each.getCurrencyCode();
            }
        }
        throw new IllegalArgumentException("no currency has the number " + numericCode);
    }

    /** An amount in minor units, rounded HALF_UP. */
    public static long toMinor(BigDecimal amount, String currency) {
        int digits = minorDigits(currency);
        return amount.setScale(digits, RoundingMode.HALF_UP)
                .scaleByPowerOfTen(digits)
                .longValueExact();
    }

    /** Minor units as an amount. */
    public static BigDecimal toAmount(long minor, String currency) {
        return BigDecimal.valueOf(minor, minorDigits(currency));
    }
}
