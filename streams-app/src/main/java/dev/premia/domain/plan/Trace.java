package dev.premia.domain.plan;

import dev.premia.domain.contest.Place;
import dev.premia.domain.contest.Standing;
import dev.premia.domain.credit.Conversion;
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

    void product(BigDecimal left, BigDecimal right, BigDecimal result) {}

    /** @param by what decides on the step where that is not {@code of} itself, else null */
    void scale(TierTable.Resolved table, BigDecimal of, BigDecimal by) {}

    void deal(DealCredit deal, BigDecimal running, BigDecimal pay) {}

    /** A deal that could not be converted. */
    void withoutRate(DealCredit deal) {}

    void score(PayRule.ScoreLine line, BigDecimal attainment, BigDecimal payout) {}

    void step(String step) {}

    void place(Place place, Standing standing) {}

    void shared(BigDecimal whole, BigDecimal weight, BigDecimal weights, BigDecimal share) {}

    void note(String note) {}

    /** A trace that writes everything down. */
    static final class Recording extends Trace {
        private final Map<String, String> inputs = new LinkedHashMap<>();
        private final List<String> steps = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();
        private int deals;
        private int withoutRate;

        @Override
        void formula(Formula formula, Scope scope) {
            dev.premia.domain.formula.Explanation explained = formula.explain(scope);
            explained.inputs().forEach(input -> inputs.put(input.name(), shortened(input)));
            if (!explained.inputs().isEmpty()
                    && !explained.text().equals(explained.inputs().get(0).name())) {
                Value value = formula.evaluate(scope);
                steps.add(
                        value.isDefined()
                                ? Phrase.RESULT.text(explained.text(), show(value))
                                : Phrase.RESULT_UNDEFINED.text(explained.text()));
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
                steps.add(Phrase.CONDITION_MET.text(explained.text()));
            } else {
                notes.add(Phrase.CONDITION_NOT_MET.text(explained.text()));
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
                notes.add(Phrase.PAYS_NOTHING.text(undefined.reason()));
            }
        }

        @Override
        void product(BigDecimal left, BigDecimal right, BigDecimal result) {
            steps.add(Phrase.PRODUCT.text(plain(left), plain(right), plain(result)));
        }

        @Override
        void scale(TierTable.Resolved table, BigDecimal of, BigDecimal by) {
            if (by != null) {
                int step = table.reachedBy(by);
                steps.add(Phrase.STEP_REACHED.text(plain(by), String.valueOf(step + 1)));
                band(table, table.whole(step, of));
                return;
            }
            List<TierTable.Part> parts = table.parts(of);
            parts.forEach(part -> band(table, part));
            if (parts.isEmpty()) {
                steps.add(Phrase.SCALE_ON_NOTHING.text(plain(of)));
            } else if (parts.size() > 1) {
                BigDecimal sum = parts.stream().map(TierTable.Part::pay).reduce(BigDecimal.ZERO, BigDecimal::add);
                steps.add(Phrase.STEPS_TOTAL.text(plain(sum)));
            }
        }

        private void band(TierTable.Resolved table, TierTable.Part part) {
            TierTable.ResolvedStep step = table.steps().get(part.step());
            String number = String.valueOf(part.step() + 1);
            String lower = plain(step.lower());
            String pay = plain(part.pay());
            if (step.step().fixed()) {
                steps.add(
                        step.upper() == null
                                ? Phrase.LAST_STEP_FIXED.text(number, lower, pay)
                                : Phrase.STEP_FIXED.text(number, lower, plain(step.upper()), pay));
            } else {
                String rate = percent(step.pay());
                String base = plain(part.base());
                steps.add(
                        step.upper() == null
                                ? Phrase.LAST_STEP_RATE.text(number, lower, rate, base, pay)
                                : Phrase.STEP_RATE.text(number, lower, plain(step.upper()), rate, base, pay));
            }
        }

        @Override
        void deal(DealCredit deal, BigDecimal running, BigDecimal pay) {
            deals++;
            if (deals <= MAX_DEAL_STEPS) {
                String credited = plain(Currencies.toAmount(deal.creditedMinor(), deal.currency()));
                steps.add(Phrase.DEAL.text(deal.deal(), credited, plain(running), plain(pay)));
                rates(deal);
            } else if (deals == MAX_DEAL_STEPS + 1) {
                notes.add(Phrase.MORE_DEALS.text(String.valueOf(MAX_DEAL_STEPS)));
            }
        }

        /** By which rates a deal was converted. */
        private void rates(DealCredit deal) {
            Conversion conversion = deal.conversion();
            if (conversion == null) {
                return;
            }
            String to = conversion.view().currency();
            for (Conversion.RateUse use : conversion.uses()) {
                if (use.rate() == null) {
                    notes.add(Phrase.NO_RATE.text(
                            deal.deal(), conversion.from(), to, use.day().toString()));
                    continue;
                }
                boolean inverse = use.rate().inverse();
                steps.add(Phrase.RATE_USED.text(
                        deal.deal(),
                        String.valueOf(use.rate().units()),
                        inverse ? to : conversion.from(),
                        plain(use.rate().rate().stripTrailingZeros()),
                        inverse ? conversion.from() : to,
                        use.rate().date().toString()));
            }
        }

        @Override
        void withoutRate(DealCredit deal) {
            withoutRate++;
            if (withoutRate <= MAX_DEAL_STEPS) {
                rates(deal);
            }
        }

        @Override
        void score(PayRule.ScoreLine line, BigDecimal attainment, BigDecimal payout) {
            String kpi = line.kpi().text();
            String weight = percent(line.weight());
            steps.add(
                    attainment == null
                            ? Phrase.FLAWLESS.text(kpi, percent(payout), weight)
                            : Phrase.SCORE.text(kpi, percent(attainment), percent(payout), weight));
        }

        @Override
        void step(String step) {
            steps.add(step);
        }

        @Override
        void place(Place place, Standing standing) {
            steps.add(Phrase.PLACE.text(
                    String.valueOf(place.place()), String.valueOf(standing.size()), plain(place.value())));
        }

        @Override
        void shared(BigDecimal whole, BigDecimal weight, BigDecimal weights, BigDecimal share) {
            steps.add(
                    weights.signum() == 0
                            ? Phrase.NOBODY_SHARES.text(plain(whole))
                            : Phrase.POOL_SHARE.text(plain(weight), plain(weights), plain(whole), plain(share)));
        }

        @Override
        void note(String note) {
            notes.add(note);
        }

        /** Starts the part of another interval. */
        void interval(PlanBook.Interval interval) {
            steps.add(Phrase.INTERVAL.text(
                    interval.version().label(),
                    interval.days().firstDay().toString(),
                    interval.days().lastDay().toString()));
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
            return plain(fraction.movePointRight(2).stripTrailingZeros());
        }
    }
}
