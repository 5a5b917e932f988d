package dev.premia.codec.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Looks at the mix of fixed and variable pay that a plan states. It changes nothing that is paid: a bonus that is too small moves nobody, and
 * one that outweighs the base makes people choose their own plan.
 */
final class PayMixCheck {
    /** A bonus at target below this part of the base is hardly felt. */
    private static final BigDecimal LEAST = new BigDecimal("0.20");

    /** A bonus at target above this part of the base makes less than half of the pay certain. */
    private static final BigDecimal MOST = BigDecimal.ONE;

    private static final int SHOWN_DIGITS = 1;

    private final Problems problems;
    private final FormulaReader formulas;

    PayMixCheck(Problems problems, FormulaReader formulas) {
        this.problems = problems;
        this.formulas = formulas;
    }

    void check(Item item) {
        Fields fields = Fields.of(item, PlanKeys.PAY_MIX, problems);
        if (fields == null) {
            return;
        }
        BigDecimal base = amount(fields, "base", "base: 80000");
        BigDecimal bonus = amount(fields, "bonus_at_target", "bonus_at_target: 30000");
        if (base == null || bonus == null) {
            return;
        }
        Item at = fields.get("bonus_at_target");
        BigDecimal ofBase = bonus.divide(base, 6, RoundingMode.HALF_UP);
        String mix = "the bonus at target is " + percent(ofBase) + " of the base (fixed " + percent(part(base, bonus))
                + ", variable " + percent(part(bonus, base)) + ")";
        if (ofBase.compareTo(LEAST) < 0) {
            problems.warning(
                    at,
                    mix + ": too little to move anybody",
                    "usual are 20 % to 30 % of the base and more; raise the bonus to at least "
                            + Scales.plain(base.multiply(LEAST)) + ", or drop rules that nobody will feel");
        } else if (ofBase.compareTo(MOST) > 0) {
            problems.warning(
                    at,
                    mix + ": less than half of the pay is certain",
                    "usual are 70/30 and 60/40; raise the base or lower the bonus");
        }
    }

    private BigDecimal amount(Fields fields, String key, String example) {
        Item item = fields.require(key, example);
        BigDecimal amount = item == null ? null : formulas.constant(item);
        if (amount != null && amount.signum() <= 0) {
            problems.error(item, "wrong amount", item.shown(), "an amount above 0", "write it like " + example);
            return null;
        }
        return amount;
    }

    private static BigDecimal part(BigDecimal of, BigDecimal other) {
        return of.divide(of.add(other), 6, RoundingMode.HALF_UP);
    }

    private static String percent(BigDecimal share) {
        return Scales.percent(share.setScale(SHOWN_DIGITS + 2, RoundingMode.HALF_UP));
    }
}
