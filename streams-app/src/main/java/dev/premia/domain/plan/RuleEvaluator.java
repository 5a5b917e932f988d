package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Works out one component over one interval: an exact decimal, not yet rounded. Anything undefined pays 0. The trace
 * receives each step of the calculation; it may be {@link Trace#NONE}.
 */
final class RuleEvaluator {
    private final TermScope scope;
    private final Trace trace;

    RuleEvaluator(TermScope scope, Trace trace) {
        this.scope = scope;
        this.trace = trace;
    }

    /** What the component earns in the interval, never below 0. */
    BigDecimal amount(Component component) {
        if (component.when() != null) {
            boolean met = component.when().test(scope);
            trace.condition(component.when(), met, scope);
            if (!met) {
                return BigDecimal.ZERO;
            }
        }
        BigDecimal amount = earned(component.rule());
        return amount.signum() < 0 ? BigDecimal.ZERO : amount;
    }

    /** What the rule alone earns, whatever the condition says. */
    BigDecimal earned(PayRule rule) {
        if (rule instanceof PayRule.Rate rate) {
            return product(rate.rate(), rate.of());
        } else if (rule instanceof PayRule.Fixed fixed) {
            return fixed.per() == null ? once(fixed.pay()) : product(fixed.pay(), fixed.per());
        } else if (rule instanceof PayRule.Tiers tiers) {
            return tiers(tiers);
        } else if (rule instanceof PayRule.Deals deals) {
            return deals(deals);
        } else if (rule instanceof PayRule.Scorecard scorecard) {
            return scorecard(scorecard);
        }
        throw new IllegalStateException("unknown rule " + rule);
    }

    private BigDecimal product(Formula left, Formula right) {
        trace.formula(left, scope);
        trace.formula(right, scope);
        Value a = left.evaluate(scope);
        Value b = right.evaluate(scope);
        if (!a.isDefined() || !b.isDefined()) {
            trace.undefined(a.isDefined() ? b : a);
            return BigDecimal.ZERO;
        }
        BigDecimal amount = number(a).multiply(number(b), KpiInput.PRECISION);
        trace.product(number(a), number(b), amount);
        return amount;
    }

    private BigDecimal once(Formula pay) {
        trace.formula(pay, scope);
        Value value = pay.evaluate(scope);
        if (!value.isDefined()) {
            trace.undefined(value);
            return BigDecimal.ZERO;
        }
        return number(value);
    }

    private BigDecimal tiers(PayRule.Tiers rule) {
        trace.formula(rule.of(), scope);
        Value of = rule.of().evaluate(scope);
        Value by = rule.by() == null ? of : rule.by().evaluate(scope);
        if (rule.by() != null) {
            trace.formula(rule.by(), scope);
        }
        TierTable.Resolved table = rule.table().resolve(scope);
        if (!of.isDefined() || !by.isDefined() || table == null) {
            trace.undefined(
                    !of.isDefined() ? of : !by.isDefined() ? by : Value.undefined(Phrase.UNDEFINED_BOUND.text()));
            return BigDecimal.ZERO;
        }
        trace.scale(table, number(of), rule.by() == null ? null : number(by));
        return rule.by() == null ? table.payOn(number(of)) : table.payWholly(table.reachedBy(number(by)), number(of));
    }

    private BigDecimal deals(PayRule.Deals rule) {
        List<BigDecimal> running = runningPay(rule);
        return running.isEmpty() ? BigDecimal.ZERO : running.get(running.size() - 1);
    }

    /**
     * What a scale over deals has paid up to each of the interval's deals; those that do not count add nothing.
     *
     * @return one sum for each deal; empty where a bound of the scale is undefined
     */
    List<BigDecimal> runningPay(PayRule.Deals rule) {
        TierTable.Resolved table = rule.table().resolve(scope);
        if (table == null) {
            trace.undefined(Value.undefined(Phrase.UNDEFINED_BOUND.text()));
            return List.of();
        }
        List<BigDecimal> sums = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal running = BigDecimal.ZERO;
        for (DealCredit deal : scope.wonDeals()) {
            if (deal.currency() == null) {
                trace.withoutRate(deal);
            } else if (rule.where() == null || rule.where().accepts(deal)) {
                running = running.add(Currencies.toAmount(deal.creditedMinor(), deal.currency()));
                BigDecimal pay = payOf(deal, running, table, rule);
                trace.deal(deal, running, pay);
                sum = sum.add(pay, KpiInput.PRECISION);
            }
            sums.add(sum);
        }
        return sums;
    }

    private static BigDecimal payOf(DealCredit deal, BigDecimal running, TierTable.Resolved table, PayRule.Deals rule) {
        BigDecimal credited = Currencies.toAmount(deal.creditedMinor(), deal.currency());
        BigDecimal pay = rule.running()
                ? runningPay(table, table.reachedBy(running), credited, deal)
                : table.payOn(Currencies.toAmount(deal.wholeMinor(), deal.currency()))
                        .multiply(share(deal), KpiInput.PRECISION);
        return rule.roundPerDeal() ? pay.setScale(Currencies.minorDigits(deal.currency()), RoundingMode.HALF_UP) : pay;
    }

    /** A rate is paid on the credited part already; a fixed amount per deal still has to be shared. */
    private static BigDecimal runningPay(TierTable.Resolved table, int step, BigDecimal credited, DealCredit deal) {
        BigDecimal pay = table.payWholly(step, credited);
        return table.steps().get(step).step().fixed() ? pay.multiply(share(deal), KpiInput.PRECISION) : pay;
    }

    private static BigDecimal share(DealCredit deal) {
        return BigDecimal.valueOf(deal.shareNanos(), DealCredit.SHARE_DIGITS);
    }

    private BigDecimal scorecard(PayRule.Scorecard rule) {
        trace.formula(rule.targetBonus(), scope);
        Value bonus = rule.targetBonus().evaluate(scope);
        if (!bonus.isDefined()) {
            trace.undefined(bonus);
            return BigDecimal.ZERO;
        }
        BigDecimal coefficient = BigDecimal.ZERO;
        for (PayRule.ScoreLine line : rule.lines()) {
            coefficient = coefficient.add(scoreOf(line), KpiInput.PRECISION);
        }
        BigDecimal amount = number(bonus).multiply(coefficient, KpiInput.PRECISION);
        trace.product(number(bonus), coefficient, amount);
        return amount;
    }

    private BigDecimal scoreOf(PayRule.ScoreLine line) {
        if (line.inverse() && TermScope.isZero(scope.value(line.kpi()))) {
            // Nothing bad happened at all: the best payout of the curve.
            BigDecimal best =
                    line.curve().points().get(line.curve().points().size() - 1).payout();
            trace.score(line, null, best);
            return best.multiply(line.weight(), KpiInput.PRECISION);
        }
        Value attainment = scope.attainmentValue(line.kpi(), line.inverse());
        if (!attainment.isDefined()) {
            trace.undefined(attainment);
            return BigDecimal.ZERO;
        }
        BigDecimal payout = line.curve().payoutAt(number(attainment));
        trace.score(line, number(attainment), payout);
        return payout.multiply(line.weight(), KpiInput.PRECISION);
    }

    private static BigDecimal number(Value value) {
        return value.orElse(BigDecimal.ZERO);
    }
}
