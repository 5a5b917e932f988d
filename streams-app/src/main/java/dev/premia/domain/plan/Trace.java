package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Scope;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Listens to a calculation in order to explain it. The plain trace hears nothing and costs nothing. */
class Trace {
    static final Trace NONE = new Trace();

    /** Deals beyond this number are summed up in one line: the explanation stays readable. */
    private static final int MAX_DEAL_STEPS = 50;

    void formula(Formula formula, Scope scope) {}

    void condition(Formula condition, boolean met, Scope scope) {}

    void input(String name, BigDecimal value) {}

    void undefined(Value value) {}

    void step(BigDecimal left, String operator, BigDecimal right, BigDecimal result) {}

    void tier(TierTable.Resolved table, int step, BigDecimal value) {}

    void deal(DealCredit deal, BigDecimal running, BigDecimal pay) {}

    void score(PayRule.ScoreLine line, BigDecimal attainment, BigDecimal payout) {}

    void note(String note) {}

    /** A trace that writes everything down. */
    static final class Recording extends Trace {
        private final Map<String, String> inputs = new LinkedHashMap<>();
        private final List<String> steps = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int deals;

        @Override
        void formula(Formula formula, Scope scope) {
            dev.premia.domain.formula.Explanation explained = formula.explain(scope);
            explained.inputs().forEach(input -> inputs.put(input.name(), shortened(input)));
            if (!explained.inputs().isEmpty()
                    && !explained.text().equals(explained.inputs().get(0).name())) {
                steps.add(explained.text() + " = " + show(formula.evaluate(scope)));
            }
        }

        private static String shortened(dev.premia.domain.formula.Explanation.Input input) {
            return input.number().map(Recording::show).orElse(input.shown());
        }

        private static String show(Value value) {
            return value.isDefined() ? plain(value.orElse(BigDecimal.ZERO)) : "undefined";
        }

        @Override
        void condition(Formula condition, boolean met, Scope scope) {
            dev.premia.domain.formula.Explanation explained = condition.explain(scope);
            explained.inputs().forEach(input -> inputs.put(input.name(), shortened(input)));
            if (met) {
                steps.add("the condition " + explained.text() + " is met");
            } else {
                notes.add("pays 0: the condition " + explained.text() + " is not met");
                notes.addAll(explained.undefined());
            }
        }

        @Override
        void input(String name, BigDecimal value) {
            inputs.put(name, plain(value));
        }

        @Override
        void undefined(Value value) {
            if (value instanceof Value.Undefined undefined) {
                notes.add("pays 0: " + undefined.reason());
            }
        }

        @Override
        void step(BigDecimal left, String operator, BigDecimal right, BigDecimal result) {
            steps.add(plain(left) + operator + plain(right) + " = " + plain(result));
        }

        @Override
        void tier(TierTable.Resolved table, int step, BigDecimal value) {
            for (int i = 0; i <= step; i++) {
                TierTable.ResolvedStep each = table.steps().get(i);
                boolean partOfResult =
                        i == step || table.steps().get(step).step().mode() == TierTable.Mode.GRADUATED;
                if (partOfResult) {
                    String upper = each.upper() == null ? "and above" : "to " + plain(each.upper());
                    String pay = each.step().fixed() ? "pays " + plain(each.pay()) : "at " + percent(each.pay());
                    String reached = i == step ? " (reached by " + plain(value) + ")" : "";
                    steps.add("step " + (i + 1) + ": from " + plain(each.lower()) + " " + upper + " " + pay + " "
                            + each.step().mode().name().toLowerCase(java.util.Locale.ROOT) + reached);
                }
            }
        }

        @Override
        void deal(DealCredit deal, BigDecimal running, BigDecimal pay) {
            deals++;
            if (deals <= MAX_DEAL_STEPS) {
                steps.add("deal " + deal.deal() + ": credited "
                        + plain(Currencies.toAmount(deal.creditedMinor(), deal.currency())) + ", running total "
                        + plain(running) + ", pays " + plain(pay));
            } else if (deals == MAX_DEAL_STEPS + 1) {
                notes.add("more than " + MAX_DEAL_STEPS + " deals: only the first are listed");
            }
        }

        @Override
        void score(PayRule.ScoreLine line, BigDecimal attainment, BigDecimal payout) {
            String attained = attainment == null ? "nothing counted against it" : "attainment " + percent(attainment);
            steps.add(line.kpi().text() + ": " + attained + ", payout " + percent(payout) + ", weight "
                    + percent(line.weight()));
        }

        @Override
        void note(String note) {
            notes.add(note);
        }

        /** Starts the part of another interval. */
        void interval(String heading) {
            steps.add(heading);
        }

        Explanation explanation(String formula) {
            List<Explanation.Input> list = new ArrayList<>(inputs.size());
            inputs.forEach((name, value) -> list.add(new Explanation.Input(name, value)));
            return new Explanation(formula, list, steps, notes);
        }

        static String plain(BigDecimal value) {
            BigDecimal rounded = value.precision() > 20 ? value.round(new MathContext(20)) : value;
            BigDecimal stripped = rounded.scale() > 2 ? rounded.stripTrailingZeros() : rounded;
            return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
        }

        static String percent(BigDecimal fraction) {
            return plain(fraction.movePointRight(2).stripTrailingZeros()) + " %";
        }
    }
}
