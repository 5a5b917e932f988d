package dev.premia.domain.money;

import java.math.BigDecimal;

/**
 * How a number is written for people: thousands apart.
 *
 * @param group stands between groups of three digits
 * @param point stands before the fraction
 */
public record DigitGroups(char group, char point) {
    /** As Russian texts have it, with a space that does not break. */
    public static final DigitGroups RUSSIAN = new DigitGroups('\u00A0', ',');

    /** As English texts have it. */
    public static final DigitGroups ENGLISH = new DigitGroups(',', '.');

    private static final int SIZE = 3;

    /** All digits of a number, trailing zeros included. */
    public String text(BigDecimal number) {
        String digits = number.abs().toPlainString();
        int end = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder text = new StringBuilder(digits.length() + digits.length() / SIZE + 1);
        if (number.signum() < 0) {
            text.append('-');
        }
        for (int i = 0; i < end; i++) {
            if (i > 0 && (end - i) % SIZE == 0) {
                text.append(group);
            }
            text.append(digits.charAt(i));
        }
        if (end < digits.length()) {
            text.append(point).append(digits, end + 1, digits.length());
        }
        return text.toString();
    }
}
