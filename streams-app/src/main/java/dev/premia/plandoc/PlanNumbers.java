package dev.premia.plandoc;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.DigitGroups;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/** Numbers of plans for people: {@code 1 000 000}, {@code 0,05} and {@code 5 %} in Russian, {@code 1,000,000}, {@code 0.05} in English. */
final class PlanNumbers {
    private static final Pattern LITERAL = Pattern.compile("-?[0-9][0-9_]*(\\.[0-9]+)?%?");
    private static final char NO_BREAK = '\u00A0';

    private final DigitGroups groups;
    private final PlanLanguage language;

    PlanNumbers(PlanLanguage language) {
        this.language = language;
        this.groups = language == PlanLanguage.RU ? DigitGroups.RUSSIAN : DigitGroups.ENGLISH;
    }

    static boolean isLiteral(String text) {
        return LITERAL.matcher(text).matches();
    }

    /** The value of a literal: {@code 5%} is 0.05. */
    static BigDecimal valueOf(String literal) {
        String digits = literal.replace("_", "");
        return digits.endsWith("%")
                ? new BigDecimal(digits.substring(0, digits.length() - 1)).movePointLeft(2)
                : new BigDecimal(digits);
    }

    /** A literal as it was meant: a share stays a share. */
    String literal(String literal) {
        return literal.endsWith("%") ? percent(valueOf(literal)) : number(valueOf(literal));
    }

    /** All digits, without trailing zeros. */
    String number(BigDecimal number) {
        BigDecimal stripped = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return grouped(stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped);
    }

    String percent(BigDecimal share) {
        return number(share.movePointRight(2)) + NO_BREAK + "%";
    }

    /** An amount with the digits of its unit, and the unit. */
    String money(BigDecimal amount, String unit) {
        return grouped(amount.setScale(Currencies.minorDigits(unit), RoundingMode.HALF_UP)) + NO_BREAK + word(unit);
    }

    private String word(String unit) {
        if (unit.equals(Currencies.POINTS)) {
            return language.choose("баллов", "points");
        }
        return unit.equals(Currencies.BADGES) ? language.choose("значков", "badges") : unit;
    }

    private String grouped(BigDecimal number) {
        return groups.text(number);
    }
}
