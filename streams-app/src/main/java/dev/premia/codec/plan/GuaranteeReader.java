package dev.premia.codec.plan;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.statement.Guarantee;
import java.math.BigDecimal;

/** Reads the least that a month pays. */
final class GuaranteeReader {
    private final Problems problems;
    private final FormulaReader formulas;
    private final Scalars scalars;

    GuaranteeReader(Problems problems, FormulaReader formulas) {
        this.problems = problems;
        this.formulas = formulas;
        this.scalars = new Scalars(problems);
    }

    /**
     * What the key says; null, and reported, when something is wrong with it.
     *
     * @param currency of the plan, null where it could not be read
     */
    Guarantee read(Item item, String currency) {
        Fields fields = Fields.of(item, PlanKeys.GUARANTEE, problems);
        if (fields == null) {
            return null;
        }
        Item at = fields.require("amount", "amount: 40000");
        Long minor = at == null || currency == null ? null : amount(at, currency);
        Boolean recoverable = fields.has("recoverable") ? scalars.flag(fields.get("recoverable")) : Boolean.FALSE;
        return minor == null || recoverable == null ? null : new Guarantee(currency, minor, recoverable);
    }

    private Long amount(Item item, String currency) {
        BigDecimal amount = formulas.constant(item);
        if (amount == null) {
            return null;
        }
        int digits = Currencies.minorDigits(currency);
        if (amount.signum() <= 0) {
            problems.error(
                    item, "wrong amount", item.shown(), "an amount above 0", "remove `guarantee` if there is none");
            return null;
        } else if (amount.stripTrailingZeros().scale() > digits) {
            problems.error(
                    item,
                    "wrong amount",
                    item.shown(),
                    "at most " + digits + " digits after the point in " + currency,
                    "write an amount that can be paid");
            return null;
        }
        return Currencies.toMinor(amount, currency);
    }
}
