package dev.premia.domain.plan;

import java.math.BigDecimal;

/**
 * The next bound of a component, and what it would bring to reach it.
 *
 * @param plan label of the version, e.g. {@code hunters v1}
 * @param unit what the component pays: a currency, points or badges
 * @param what the figure that must move, as the plan names it
 * @param now what it is; null while it is undefined
 * @param bound what it must reach, or below which it must come
 * @param least whether it must reach the bound; false: come below it
 * @param strict whether exactly the bound is not enough
 * @param gain what the component would pay more at the bound, as far as the other figures stay and before caps; null where that
 *     depends on more
 */
public record NextStep(
        String plan,
        String component,
        String unit,
        String what,
        BigDecimal now,
        BigDecimal bound,
        boolean least,
        boolean strict,
        BigDecimal gain) {

    /** How far the figure is from the bound; null while it is undefined. */
    public BigDecimal missing() {
        return now == null ? null : bound.subtract(now).abs();
    }
}
