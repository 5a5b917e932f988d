package dev.premia.cli;

import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;

/**
 * A value of a table: as people read it and as machines do.
 *
 * @param shown for people; null where there is nothing to show
 * @param value text, number, boolean or null
 */
public record Cell(String shown, Object value) {
    /** Shown where there is no value. */
    static final String NOTHING = "–";

    static Cell of(Object value, NumberText numbers) {
        if (value instanceof Cell cell) {
            return cell;
        } else if (value == null) {
            return new Cell(NOTHING, null);
        } else if (value instanceof Long || value instanceof Integer) {
            return new Cell(numbers.whole(((Number) value).longValue()), value);
        } else if (value instanceof BigDecimal decimal) {
            return new Cell(numbers.exact(decimal), decimal);
        } else if (value instanceof Boolean) {
            return new Cell(value.toString(), value);
        }
        return new Cell(value.toString(), value.toString());
    }

    /** Minor units, shown with the currency; machines get the plain amount and read the currency elsewhere. */
    public static Cell money(long minor, String currency, NumberText numbers) {
        return money(Currencies.toAmount(minor, currency), currency, numbers);
    }

    /** Minor units, shown without the currency, where a column of its own names it. */
    public static Cell amount(long minor, String currency, NumberText numbers) {
        BigDecimal amount = Currencies.toAmount(minor, currency);
        return new Cell(numbers.amount(amount, currency), amount);
    }

    /** An amount, shown with the currency. */
    public static Cell money(BigDecimal amount, String currency, NumberText numbers) {
        return new Cell(numbers.money(amount, currency), amount);
    }
}
