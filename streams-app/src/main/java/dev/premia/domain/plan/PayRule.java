package dev.premia.domain.plan;

import dev.premia.domain.formula.Formula;
import java.math.BigDecimal;
import java.util.List;

/** How a component turns KPIs into money. Amounts are decimals; they are rounded once per component and window. */
public sealed interface PayRule {

    /** {@code rate x of}. */
    record Rate(Formula rate, Formula of) implements PayRule {}

    /** {@code pay x per}, or {@code pay} once when {@code per} is null. */
    record Fixed(Formula pay, Formula per) implements PayRule {}

    /**
     * A scale over a KPI of the window.
     *
     * @param of what is paid on
     * @param by what selects the step, null when it is {@code of} itself
     */
    record Tiers(TierTable table, Formula of, Formula by) implements PayRule {}

    /**
     * A scale over the deals of the window in canonical order.
     *
     * @param running true: each deal pays wholly at the step that the window's running total, this deal included,
     *     reaches; false: the scale applies to each deal's own whole amount, times the share
     * @param where which deals count, null for all
     * @param roundPerDeal whether each deal's pay is rounded on its own
     */
    record Deals(TierTable table, boolean running, DealCondition where, boolean roundPerDeal) implements PayRule {}

    /**
     * A weighted scorecard: target bonus x sum of weight x payout curve of the attainment.
     *
     * @param targetBonus the bonus at 100 %
     */
    record Scorecard(Formula targetBonus, List<ScoreLine> lines) implements PayRule {
        public Scorecard {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One KPI of a scorecard.
     *
     * @param kpi the KPI that is measured against its target
     * @param weight a fraction; the weights of a scorecard total exactly 1
     * @param inverse whether less is better: the attainment is target / value
     */
    record ScoreLine(Term kpi, BigDecimal weight, PayoutCurve curve, boolean inverse) {}
}
