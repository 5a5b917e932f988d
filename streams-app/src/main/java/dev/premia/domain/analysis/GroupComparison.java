package dev.premia.domain.analysis;

import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Decimals;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * Two groups by one figure of their people, e.g. those on a new plan and those on the old one.
 *
 * @param difference mean of A - mean of B
 * @param relative the same as a part of B's mean; undefined where that is not positive
 * @param shareOfA A's part of the sum of both; undefined where that is 0
 */
public record GroupComparison(Group a, Group b, Value difference, Value relative, Value shareOfA) {
    /** Why there is no mean. */
    public static final String EMPTY = "mean is undefined: nobody in the group has a value";

    /** Why there is no relative difference. */
    public static final String NO_BASE = "difference is undefined: the mean of B is not above 0";

    /** Why there is no share. */
    public static final String NO_SUM = "share is undefined: both groups together have 0";

    /**
     * A group.
     *
     * @param people how many have a value
     * @param mean with 34 digits; undefined of nobody
     */
    public record Group(int people, BigDecimal sum, Value mean) {
        static Group of(Collection<BigDecimal> values) {
            BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            Value mean = values.isEmpty()
                    ? Value.undefined(EMPTY)
                    : Value.of(Decimals.divide(sum, BigDecimal.valueOf(values.size())));
            return new Group(values.size(), sum, mean);
        }
    }

    /** Compares the values of the people of two groups. */
    public static GroupComparison of(Collection<BigDecimal> valuesOfA, Collection<BigDecimal> valuesOfB) {
        Group a = Group.of(valuesOfA);
        Group b = Group.of(valuesOfB);
        BigDecimal all = a.sum().add(b.sum());
        Value share = all.signum() == 0 ? Value.undefined(NO_SUM) : Value.of(Decimals.divide(a.sum(), all));
        if (!a.mean().isDefined() || !b.mean().isDefined()) {
            return new GroupComparison(a, b, Value.undefined(EMPTY), Value.undefined(EMPTY), share);
        }
        BigDecimal base = b.mean().orElse(null);
        BigDecimal difference = a.mean().orElse(null).subtract(base);
        Value relative = base.signum() > 0 ? Value.of(Decimals.divide(difference, base)) : Value.undefined(NO_BASE);
        return new GroupComparison(a, b, Value.of(difference), relative, share);
    }
}
