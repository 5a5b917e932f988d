package dev.premia.cli;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.DigitGroups;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Numbers for people: thousands separated, {@code 1,338,466.00} in English and {@code 1 338 466,00} in Russian (with
 * no-break spaces). It rounds what is shown, never what is computed.
 */
public final class NumberText {
    private static final int PERCENT_DIGITS = 1;

    private final DigitGroups groups;
    private final Language language;

    public NumberText(Language language) {
        this.language = language;
        this.groups = language == Language.RU ? DigitGroups.RUSSIAN : DigitGroups.ENGLISH;
    }

    /** All digits of a number, without trailing zeros. */
    public String exact(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return grouped(stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped);
    }

    /** At most {@code digits} digits after the point, without trailing zeros. */
    public String atMost(BigDecimal number, int digits) {
        return exact(number.scale() > digits ? number.setScale(digits, RoundingMode.HALF_UP) : number);
    }

    /** Exactly {@code digits} digits after the point. */
    public String fixed(BigDecimal number, int digits) {
        return grouped(number.setScale(digits, RoundingMode.HALF_UP));
    }

    public String whole(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    /** An amount with the digits of its currency, without the code. */
    public String amount(BigDecimal amount, String currency) {
        return fixed(amount, Currencies.minorDigits(currency));
    }

    /** An amount with its unit: {@code 1,338,466.00 USD}, {@code 50 points}. */
    public String money(BigDecimal amount, String unit) {
        return amount(amount, unit) + '\u00A0' + word(unit);
    }

    private String word(String unit) {
        if (language == Language.RU && unit.equals(Currencies.POINTS)) {
            return "баллов";
        }
        return language == Language.RU && unit.equals(Currencies.BADGES) ? "значков" : unit;
    }

    /** Minor units with their currency. */
    public String money(long minor, String currency) {
        return money(Currencies.toAmount(minor, currency), currency);
    }

    /** A fraction as a percentage with one digit: 0.224 is {@code 22.4%}. */
    public String percent(BigDecimal fraction) {
        return fixed(fraction.movePointRight(2), PERCENT_DIGITS) + "%";
    }

    /** {@code 12 s}, {@code 3 min 5 s} or {@code 2 h 10 min}. */
    public static String duration(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " min " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " min";
    }

    private String grouped(BigDecimal number) {
        return groups.text(number);
    }
}
