package dev.premia.domain.alert;

import dev.premia.domain.formula.Unit;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.DigitGroups;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Figures as the messages show them in one language. */
enum AlertText {
    RU(DigitGroups.RUSSIAN),
    EN(DigitGroups.ENGLISH);

    private static final int RATIO_DIGITS = 1;
    private static final int OTHER_DIGITS = 2;
    private static final char NO_BREAK = '\u00A0';

    private final DigitGroups groups;

    AlertText(DigitGroups groups) {
        this.groups = groups;
    }

    String choose(String ru, String en) {
        return this == RU ? ru : en;
    }

    /** Minor units with their unit. */
    String amount(long minor, String unit) {
        return groups.text(Currencies.toAmount(minor, unit)) + NO_BREAK + word(unit);
    }

    private String word(String unit) {
        return Currencies.isMoney(unit) ? unit : choose("баллов", "points");
    }

    String percent(BigDecimal fraction) {
        return rounded(fraction.movePointRight(2), RATIO_DIGITS) + "%";
    }

    /** A value of a KPI. */
    String value(BigDecimal value, Unit unit, String currency) {
        return switch (unit) {
            case MONEY ->
                groups.text(value.setScale(Currencies.minorDigits(currency), RoundingMode.HALF_UP))
                        + NO_BREAK
                        + currency;
            case RATIO -> percent(value);
            default -> rounded(value, OTHER_DIGITS);
        };
    }

    private String rounded(BigDecimal value, int digits) {
        BigDecimal rounded = value.setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
        return groups.text(rounded.scale() < 0 ? rounded.setScale(0, RoundingMode.UNNECESSARY) : rounded);
    }
}
