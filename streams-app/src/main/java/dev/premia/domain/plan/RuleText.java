package dev.premia.domain.plan;

import java.util.stream.Collectors;

/** The rule of a component as one line of text, for explanations. */
final class RuleText {
    private RuleText() {}

    static String of(Component component) {
        String rule = of(component.rule());
        if (component.when() != null) {
            rule = Phrase.WHEN.text(rule, component.when().text());
        }
        return component.cap() == null
                ? rule
                : Phrase.AT_MOST.text(rule, component.cap().text());
    }

    private static String of(PayRule rule) {
        if (rule instanceof PayRule.Rate rate) {
            return Phrase.RATE.text(rate.rate().text(), rate.of().text());
        } else if (rule instanceof PayRule.Fixed fixed) {
            return fixed.per() == null
                    ? Phrase.FORMULA.text(fixed.pay().text())
                    : Phrase.PER.text(fixed.pay().text(), fixed.per().text());
        } else if (rule instanceof PayRule.Tiers tiers) {
            return tiers.by() == null
                    ? Phrase.SCALE.text(tiers.of().text())
                    : Phrase.SCALE_BY.text(tiers.of().text(), tiers.by().text());
        } else if (rule instanceof PayRule.Deals deals) {
            return of(deals);
        } else if (rule instanceof PayRule.Scorecard scorecard) {
            String kpis =
                    scorecard.lines().stream().map(line -> line.kpi().text()).collect(Collectors.joining(", "));
            return Phrase.SCORECARD.text(scorecard.targetBonus().text(), kpis);
        }
        return ofGroup(rule);
    }

    private static String ofGroup(PayRule rule) {
        if (rule instanceof PayRule.Contest contest) {
            return Phrase.CONTEST.text(
                    contest.rankBy().text(), String.valueOf(contest.prizes().size()));
        } else if (rule instanceof PayRule.Pool pool) {
            String amount = pool.amount().text();
            if (pool.shareBy() instanceof PayRule.ShareBy.Contribution contribution) {
                return Phrase.POOL_BY.text(amount, contribution.kpi().text());
            }
            boolean equal = pool.shareBy() instanceof PayRule.ShareBy.Equal;
            return (equal ? Phrase.POOL_EQUALLY : Phrase.POOL_BY_WEIGHTS).text(amount);
        }
        throw new IllegalStateException("unknown rule " + rule);
    }

    private static String of(PayRule.Deals deals) {
        if (deals.where() == null) {
            return (deals.running() ? Phrase.RUNNING_SCALE : Phrase.DEAL_SCALE).text();
        }
        return (deals.running() ? Phrase.RUNNING_SCALE_WHERE : Phrase.DEAL_SCALE_WHERE)
                .text(deals.where().canonicalText());
    }
}
