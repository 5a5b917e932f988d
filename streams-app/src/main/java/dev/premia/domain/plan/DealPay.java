package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.formula.Formula;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a component earns in one interval, deal by deal in canonical order; exact decimals, not yet rounded.
 *
 * @param amount what it earns in all
 * @param marginal whether {@code values} are running totals: what would be earned with the deals up to this one. Else they are
 *     weights, in proportion to which the deals share the amount
 * @param deals as the facts stand, also where refunds were ignored in the calculation
 * @param before what would be earned without any deal, where totals run
 */
record DealPay(
        BigDecimal amount, boolean marginal, BigDecimal before, List<DealCredit> deals, List<BigDecimal> values) {

    /** Works it out for a component that may or may not pay on deals. */
    static DealPay of(Component component, TermScope scope) {
        BigDecimal amount = new RuleEvaluator(scope, Trace.NONE).amount(component);
        PayRule rule = component.rule();
        if (!DealBasis.paysOnDeals(rule)) {
            return new DealPay(amount, true, amount, List.of(), List.of());
        }
        List<DealCredit> deals = scope.gross() ? scope.grossDeals() : scope.wonDeals();
        if (amount.signum() == 0) {
            return new DealPay(amount, true, amount, deals, Collections.nCopies(deals.size(), BigDecimal.ZERO));
        }
        if (rule instanceof PayRule.Deals overDeals) {
            return running(amount, deals, new RuleEvaluator(scope, Trace.NONE).runningPay(overDeals));
        }
        List<BigDecimal> bases = bases(DealBasis.baseOf(rule), deals, scope);
        UnaryOperator<BigDecimal> pay = marginalPay(rule, bases.get(bases.size() - 1), scope);
        return pay == null ? weighted(amount, deals, bases) : running(amount, deals, bases, pay);
    }

    /** The base with no deal, with the first one, with the first two, and so on. */
    private static List<BigDecimal> bases(Formula base, List<DealCredit> deals, TermScope scope) {
        PartialScope part = new PartialScope(scope, base);
        List<BigDecimal> bases = new ArrayList<>(deals.size() + 1);
        bases.add(base.evaluate(part).orElse(BigDecimal.ZERO));
        for (DealCredit deal : deals) {
            part.add(deal);
            bases.add(base.evaluate(part).orElse(BigDecimal.ZERO));
        }
        return bases;
    }

    /** What a rule pays on a base that grows deal by deal; null where all deals share one rate. */
    private static UnaryOperator<BigDecimal> marginalPay(PayRule rule, BigDecimal total, TermScope scope) {
        if (rule instanceof PayRule.Rate rate) {
            BigDecimal each = rate.rate().evaluate(scope).orElse(BigDecimal.ZERO);
            return DealBasis.isPlainSum(rate.of()) ? null : each::multiply;
        } else if (rule instanceof PayRule.Fixed fixed) {
            return fixed.pay().evaluate(scope).orElse(BigDecimal.ZERO)::multiply;
        } else if (rule instanceof PayRule.Tiers tiers) {
            TierTable.Resolved table = tiers.table().resolve(scope);
            boolean slab = tiers.by() != null
                    || table == null
                    || table.steps().get(table.reachedBy(total)).step().mode() == TierTable.Mode.SLAB;
            return slab ? null : table::payOn;
        }
        throw new IllegalStateException("not a rule over a base: " + rule);
    }

    private static DealPay weighted(BigDecimal amount, List<DealCredit> deals, List<BigDecimal> bases) {
        List<BigDecimal> weights = new ArrayList<>(deals.size());
        for (int i = 0; i < deals.size(); i++) {
            weights.add(bases.get(i + 1).subtract(bases.get(i)).max(BigDecimal.ZERO));
        }
        return new DealPay(amount, false, BigDecimal.ZERO, deals, weights);
    }

    private static DealPay running(
            BigDecimal amount, List<DealCredit> deals, List<BigDecimal> bases, UnaryOperator<BigDecimal> pay) {
        List<BigDecimal> totals = new ArrayList<>(deals.size());
        for (BigDecimal base : bases.subList(1, bases.size())) {
            totals.add(pay.apply(base).max(BigDecimal.ZERO));
        }
        return running(amount, pay.apply(bases.get(0)).max(BigDecimal.ZERO), deals, totals);
    }

    private static DealPay running(BigDecimal amount, List<DealCredit> deals, List<BigDecimal> totals) {
        return running(amount, BigDecimal.ZERO, deals, totals);
    }

    /** The last total is the amount itself: nothing is lost, whatever the precision. */
    private static DealPay running(
            BigDecimal amount, BigDecimal before, List<DealCredit> deals, List<BigDecimal> totals) {
        if (deals.isEmpty()) {
            return new DealPay(amount, true, amount, deals, totals);
        }
        totals.set(totals.size() - 1, amount);
        return new DealPay(amount, true, before, deals, totals);
    }
}
