package dev.premia.domain.plan;

import dev.premia.domain.contest.TiePolicy;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.time.DayRange;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

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

    /**
     * An amount that the members of a group share.
     *
     * @param amount the pool, from the group's figures
     */
    record Pool(Formula amount, ShareBy shareBy) implements PayRule {}

    /** How a pool is shared. */
    sealed interface ShareBy {

        /** Equally, by days of membership. */
        record Equal() implements ShareBy {}

        /**
         * By what each member contributed while in the group.
         *
         * @param kpi from the member's figures; what is not above 0 counts for nothing
         */
        record Contribution(Formula kpi) implements ShareBy {}

        /**
         * By weights of the plan and days of membership.
         *
         * @param weights by manager; who is not named gets nothing
         */
        record Weights(Map<String, BigDecimal> weights) implements ShareBy {
            public Weights {
                weights = Map.copyOf(weights);
            }
        }
    }

    /**
     * Prizes by place.
     *
     * @param rankBy what decides on the place, from the participant's figures; more is better
     * @param second what decides between equal values under {@link TiePolicy#SECOND_METRIC}, else null
     * @param minimum what a participant must meet for a prize; null asks for a value above 0
     * @param pot the amount of which the prizes are shares, from the group's figures; null where they are amounts
     * @param prizes from the first place on
     * @param among within which group places are given
     * @param live whether the standing pays before the result is published
     * @param days the days that count where they are not those of the window; the window is the one that holds the last
     * @param graceDays how many days after the last one late facts still count for the result
     */
    record Contest(
            Formula rankBy,
            Formula second,
            Formula minimum,
            Formula pot,
            List<Prize> prizes,
            Whose among,
            TiePolicy ties,
            boolean live,
            DayRange days,
            int graceDays)
            implements PayRule {
        public Contest {
            prizes = List.copyOf(prizes);
        }
    }

    /**
     * What a place of a contest is worth.
     *
     * @param amount money, or a share of the pot; 0 for a prize in kind
     * @param inKindRu what the prize is in Russian, null for money
     * @param inKindEn the same in English
     */
    record Prize(BigDecimal amount, String inKindRu, String inKindEn) {
        public boolean isInKind() {
            return inKindEn != null;
        }
    }
}
