package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Finds the next bounds of one component: of its condition, of its scale, of its scorecard. */
final class NextSteps {
    private final TermScope scope;
    private final Component component;
    private final List<NextStep> found = new ArrayList<>();

    private NextSteps(TermScope scope, Component component) {
        this.scope = scope;
        this.component = component;
    }

    /** Of a component in an interval that one version rules. */
    static List<NextStep> of(TermScope scope, Component component) {
        NextSteps steps = new NextSteps(scope, component);
        boolean met = component.when() == null || component.when().test(scope);
        if (!met) {
            steps.condition();
        } else if (component.rule() instanceof PayRule.Tiers tiers) {
            steps.tiers(tiers);
        } else if (component.rule() instanceof PayRule.Deals deals && deals.running()) {
            steps.running(deals);
        } else if (component.rule() instanceof PayRule.Scorecard scorecard) {
            steps.scorecard(scorecard);
        }
        return steps.found;
    }

    private void add(String what, Value now, BigDecimal bound, boolean least, boolean strict, BigDecimal gain) {
        found.add(new NextStep(
                scope.plan().label(),
                component.id(),
                component.unit(),
                what,
                now.orElse(null),
                bound,
                least,
                strict,
                gain == null
                        ? null
                        : Currencies.toAmount(Currencies.toMinor(gain, component.unit()), component.unit())));
    }

    /** What is still missing of the condition. Only the last comparison that is missing brings something by itself. */
    private void condition() {
        List<Formula.Bound> missing = component.when().bounds(scope).stream()
                .filter(each -> !each.met() && each.bound().isDefined())
                .toList();
        for (Formula.Bound each : missing) {
            BigDecimal bound = each.bound().orElse(null);
            BigDecimal gain = missing.size() > 1 ? null : paidAt(each.what(), bound);
            add(each.what(), each.value(), bound, each.least(), each.strict(), gain);
        }
    }

    /** What the rule pays once the condition is met by a figure that stands at its bound. */
    private BigDecimal paidAt(String what, BigDecimal bound) {
        if (component.rule() instanceof PayRule.Rate rate
                && rate.of().canonical().equals(what)) {
            Value factor = rate.rate().evaluate(scope);
            return factor.isDefined() ? factor.orElse(null).multiply(bound, KpiInput.PRECISION) : null;
        } else if (component.rule() instanceof PayRule.Tiers tiers
                && tiers.of().canonical().equals(what)) {
            TierTable.Resolved table = tiers.table().resolve(scope);
            return table == null || tiers.by() != null ? null : table.payOn(bound);
        } else if (component.rule() instanceof PayRule.Rate
                || component.rule() instanceof PayRule.Fixed
                || component.rule() instanceof PayRule.Tiers
                || component.rule() instanceof PayRule.Scorecard) {
            return new RuleEvaluator(scope, Trace.NONE).earned(component.rule());
        }
        return null;
    }

    private void tiers(PayRule.Tiers tiers) {
        TierTable.Resolved table = tiers.table().resolve(scope);
        Value of = tiers.of().evaluate(scope);
        Formula selects = tiers.by() == null ? tiers.of() : tiers.by();
        Value by = selects.evaluate(scope);
        if (table == null || !of.isDefined() || !by.isDefined()) {
            return;
        }
        int reached = table.reachedBy(by.orElse(null));
        if (reached == table.steps().size() - 1) {
            return;
        }
        BigDecimal bound = table.steps().get(reached).upper();
        BigDecimal base = of.orElse(null);
        BigDecimal gain = tiers.by() == null
                ? payFrom(table, reached + 1, bound).subtract(table.payOn(base))
                : table.payWholly(reached + 1, base).subtract(table.payWholly(reached, base));
        add(selects.canonical(), by, bound, true, isStrict(table, reached), gain);
    }

    /** What a step pays where it begins: of all of it, or no more than the steps below it have paid. */
    private static BigDecimal payFrom(TierTable.Resolved table, int step, BigDecimal bound) {
        return table.steps().get(step).step().mode() == TierTable.Mode.SLAB
                ? table.payWholly(step, bound)
                : below(table, step, bound);
    }

    private static BigDecimal below(TierTable.Resolved table, int step, BigDecimal bound) {
        TierTable.ResolvedStep lower = table.steps().get(step - 1);
        if (lower.step().mode() == TierTable.Mode.SLAB) {
            return table.payWholly(step - 1, bound);
        }
        BigDecimal before = step == 1 ? BigDecimal.ZERO : below(table, step - 1, lower.lower());
        return before.add(table.payWholly(step - 1, bound.subtract(lower.lower())), KpiInput.PRECISION)
                .add(
                        table.steps().get(step).step().fixed()
                                ? table.steps().get(step).pay()
                                : BigDecimal.ZERO);
    }

    private static boolean isStrict(TierTable.Resolved table, int reached) {
        return table.steps().get(reached).step().side() == TierTable.Side.UPPER_INCLUSIVE;
    }

    /** A scale over the running total of deals: what the next step brings depends on the deals to come. */
    private void running(PayRule.Deals deals) {
        TierTable.Resolved table = deals.table().resolve(scope);
        if (table == null) {
            return;
        }
        BigDecimal total = BigDecimal.ZERO;
        for (DealCredit deal : scope.wonDeals()) {
            if (deal.currency() != null
                    && (deals.where() == null || deals.where().accepts(deal))) {
                total = total.add(Currencies.toAmount(deal.creditedMinor(), deal.currency()));
            }
        }
        int reached = table.reachedBy(total);
        if (reached < table.steps().size() - 1) {
            BigDecimal bound = table.steps().get(reached).upper();
            add("sum(deal.amount)", Value.of(total), bound, true, isStrict(table, reached), null);
        }
    }

    /** The next point of each curve at which the payout is higher, as an attainment. */
    private void scorecard(PayRule.Scorecard scorecard) {
        Value bonus = scorecard.targetBonus().evaluate(scope);
        for (PayRule.ScoreLine line : scorecard.lines()) {
            Value attainment = scope.attainmentValue(line.kpi(), line.inverse());
            if (!attainment.isDefined()) {
                continue;
            }
            BigDecimal payout = line.curve().payoutAt(attainment.orElse(null));
            line.curve().points().stream()
                    .filter(point -> point.attainment().compareTo(attainment.orElse(null)) > 0
                            && point.payout().compareTo(payout) > 0)
                    .findFirst()
                    .ifPresent(point -> add(
                            "attainment(" + line.kpi().text() + ")",
                            attainment,
                            point.attainment(),
                            true,
                            false,
                            bonus.isDefined()
                                    ? point.payout()
                                            .subtract(payout)
                                            .multiply(line.weight(), KpiInput.PRECISION)
                                            .multiply(bonus.orElse(null), KpiInput.PRECISION)
                                    : null));
        }
    }
}
