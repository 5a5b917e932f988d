package dev.premia.domain.plan;

import java.util.stream.Collectors;

/** The rule of a component as one line of text, for explanations. */
final class RuleText {
    private RuleText() {}

    static String of(Component component) {
        String rule = of(component.rule());
        String condition =
                component.when() == null ? "" : " when " + component.when().text();
        String cap =
                component.cap() == null ? "" : ", at most " + component.cap().text();
        return rule + condition + cap;
    }

    private static String of(PayRule rule) {
        if (rule instanceof PayRule.Rate rate) {
            return rate.rate().text() + " of " + rate.of().text();
        } else if (rule instanceof PayRule.Fixed fixed) {
            return fixed.pay().text()
                    + (fixed.per() == null ? "" : " per " + fixed.per().text());
        } else if (rule instanceof PayRule.Tiers tiers) {
            return "scale on " + tiers.of().text()
                    + (tiers.by() == null ? "" : " by " + tiers.by().text());
        } else if (rule instanceof PayRule.Deals deals) {
            String filter =
                    deals.where() == null ? "" : " where " + deals.where().canonicalText();
            return (deals.running() ? "scale on the running total of deals" : "scale on each deal") + filter;
        } else if (rule instanceof PayRule.Scorecard scorecard) {
            return scorecard.targetBonus().text() + " × scorecard of "
                    + scorecard.lines().stream().map(line -> line.kpi().text()).collect(Collectors.joining(", "));
        }
        throw new IllegalStateException("unknown rule " + rule);
    }
}
