package dev.premia.plandoc;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import dev.premia.domain.plan.TierTable;
import dev.premia.domain.plan.Whose;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An example of what a component pays, with round figures that meet its condition; worked out by the functions that also pay. */
final class WorkedExample {
    /** A search over more figures than this is given up: the example is a help, no proof. */
    private static final int MAX_TRIES = 20_000;

    /** An amount and how it came about. */
    private record Worked(BigDecimal amount, String calculation) {}

    private final PlanLanguage language;
    private final PlanVersion plan;
    private final PlanNumbers numbers;
    private final UnitWords units;
    private final TermWords terms;
    private int tries;

    WorkedExample(PlanSource source, PlanLanguage language) {
        this.language = language;
        this.plan = source.plan();
        this.numbers = new PlanNumbers(language);
        this.units = new UnitWords(language, plan.currency());
        this.terms = new TermWords(language, name -> source.kpiTitle(name, language));
    }

    /** The example in a sentence; empty when no round figures make the component pay. */
    Optional<String> of(Component component) {
        return component.isShared() ? ofGroup(component) : ofFigures(component);
    }

    /** What a pool or a contest is worth by the figures of the group, then what its members get. */
    private Optional<String> ofGroup(Component component) {
        List<Formula> formulas = new ArrayList<>();
        for (Formula each : Arrays.asList(component.when(), component.cap(), whole(component.rule()))) {
            if (each != null) {
                formulas.add(each);
            }
        }
        ExampleFigures figures = new ExampleFigures(plan);
        List<Term> leaves = new ArrayList<>(ExampleFigures.leaves(formulas, List.of()));
        return search(component, figures, leaves, 0)
                .map(worked -> groupSentence(component, figures, worked))
                .filter(text -> !text.isEmpty());
    }

    /** What is shared or won, where a formula says it. */
    private static Formula whole(PayRule rule) {
        return rule instanceof PayRule.Pool pool ? pool.amount() : ((PayRule.Contest) rule).pot();
    }

    private String groupSentence(Component component, ExampleFigures figures, Worked worked) {
        GroupExample example = new GroupExample(language, plan, this::name);
        BigDecimal amount = worked.amount().setScale(Currencies.minorDigits(component.unit()), RoundingMode.HALF_UP);
        Optional<BigDecimal> cap = component.cap() == null ? Optional.empty() : number(component.cap(), figures);
        BigDecimal shared = cap.isPresent() ? amount.min(cap.get()) : amount;
        if (component.rule() instanceof PayRule.Pool pool) {
            String members = example.shares(component, pool, shared);
            return members.isEmpty() ? "" : ofGroup(component, component.scope(), figures, shared) + members;
        }
        PayRule.Contest contest = (PayRule.Contest) component.rule();
        BigDecimal pot = contest.pot() == null ? null : shared;
        String places = example.places(component, contest, pot);
        String before = figures.chosen().isEmpty() && pot == null
                ? ""
                : ofGroup(component, contest.among(), figures, pot) + " ";
        return places.isEmpty() ? "" : before + places;
    }

    /** @param amount what is shared or won, null where the prizes are amounts */
    private String ofGroup(Component component, Whose group, ExampleFigures figures, BigDecimal amount) {
        List<String> given = new ArrayList<>();
        figures.chosen().forEach((term, value) -> given.add(name(term) + " = " + units.of(value, term.unit())));
        String whose = group == Whose.COMPANY
                ? language.choose("у компании ", "the company has ")
                : language.choose("у команды ", "the team has ");
        String figuresOfGroup = given.isEmpty() ? "" : whose + String.join(", ", given);
        if (amount == null) {
            return language.choose("Пусть ", "Say ") + figuresOfGroup + ".";
        }
        String money = numbers.money(amount, component.unit());
        return given.isEmpty()
                ? language.choose("На всех ", "For all ") + money + "."
                : language.choose("Если ", "If ") + figuresOfGroup + language.choose(", на всех ", ", for all ") + money
                        + ".";
    }

    private Optional<String> ofFigures(Component component) {
        List<Formula> formulas = new ArrayList<>();
        List<Term> attained = new ArrayList<>();
        if (component.when() != null) {
            formulas.add(component.when());
        }
        if (component.cap() != null) {
            formulas.add(component.cap());
        }
        if (!collect(component.rule(), formulas, attained)) {
            return Optional.empty();
        }
        ExampleFigures figures = new ExampleFigures(plan);
        List<Term> leaves = new ArrayList<>(ExampleFigures.leaves(formulas, attained));
        return search(component, figures, leaves, 0).map(worked -> sentence(component, figures, worked));
    }

    private static boolean collect(PayRule rule, List<Formula> formulas, List<Term> attained) {
        if (rule instanceof PayRule.Rate rate) {
            formulas.addAll(List.of(rate.rate(), rate.of()));
        } else if (rule instanceof PayRule.Fixed fixed) {
            formulas.add(fixed.pay());
            if (fixed.per() != null) {
                formulas.add(fixed.per());
            }
        } else if (rule instanceof PayRule.Tiers tiers) {
            formulas.add(tiers.of());
            if (tiers.by() != null) {
                formulas.add(tiers.by());
            }
            table(tiers.table(), formulas);
        } else if (rule instanceof PayRule.Deals deals) {
            table(deals.table(), formulas);
        } else if (rule instanceof PayRule.Scorecard scorecard) {
            formulas.add(scorecard.targetBonus());
            scorecard.lines().forEach(line -> attained.add(new Term.Attainment(line.kpi())));
        } else {
            return false;
        }
        return true;
    }

    private static void table(TierTable table, List<Formula> formulas) {
        for (TierTable.Step step : table.steps()) {
            formulas.add(step.pay());
            if (step.to() != null) {
                formulas.add(step.to());
            }
        }
    }

    private Optional<Worked> search(Component component, ExampleFigures figures, List<Term> leaves, int next) {
        if (next == leaves.size()) {
            tries++;
            boolean met = component.when() == null || component.when().test(figures);
            return met
                    ? worked(component.rule(), figures)
                            .filter(each -> each.amount().signum() > 0)
                    : Optional.empty();
        }
        for (BigDecimal candidate : figures.candidates(leaves.get(next))) {
            figures.choose(leaves.get(next), candidate);
            Optional<Worked> found = search(component, figures, leaves, next + 1);
            if (found.isPresent() || tries > MAX_TRIES) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Worked> worked(PayRule rule, ExampleFigures figures) {
        if (rule instanceof PayRule.Pool pool) {
            return number(pool.amount(), figures).map(pay -> new Worked(pay, ""));
        } else if (rule instanceof PayRule.Contest contest) {
            return contest.pot() == null
                    ? Optional.of(new Worked(BigDecimal.ONE, ""))
                    : number(contest.pot(), figures).map(pay -> new Worked(pay, ""));
        } else if (rule instanceof PayRule.Rate rate) {
            return product(rate.rate(), rate.of(), figures);
        } else if (rule instanceof PayRule.Fixed fixed) {
            return fixed.per() == null
                    ? number(fixed.pay(), figures).map(pay -> new Worked(pay, ""))
                    : product(fixed.pay(), fixed.per(), figures);
        } else if (rule instanceof PayRule.Tiers tiers) {
            return scale(tiers, figures);
        } else if (rule instanceof PayRule.Deals deals) {
            return new ExampleDeals(language, plan.currency())
                    .of(deals, figures)
                    .map(each -> new Worked(each.amount(), each.calculation()));
        }
        return scorecard((PayRule.Scorecard) rule, figures);
    }

    private static Optional<BigDecimal> number(Formula formula, ExampleFigures figures) {
        Value value = formula.evaluate(figures);
        return value.isDefined() ? Optional.of(value.orElse(BigDecimal.ZERO)) : Optional.empty();
    }

    private Optional<Worked> product(Formula left, Formula right, ExampleFigures figures) {
        Optional<BigDecimal> a = number(left, figures);
        Optional<BigDecimal> b = number(right, figures);
        if (a.isEmpty() || b.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal amount = a.get().multiply(b.get(), MathContext.DECIMAL128);
        return Optional.of(new Worked(amount, factor(a.get()) + " × " + shown(b.get())));
    }

    /** Rates are read as percentages. */
    private String factor(BigDecimal factor) {
        return factor.compareTo(BigDecimal.ONE) < 0 ? percent(factor) : shown(factor);
    }

    private String percent(BigDecimal share) {
        return numbers.percent(share.setScale(Math.min(share.scale(), 4), RoundingMode.HALF_UP));
    }

    private String shown(BigDecimal number) {
        return numbers.number(number.setScale(Math.min(number.scale(), 4), RoundingMode.HALF_UP));
    }

    private Optional<Worked> scale(PayRule.Tiers rule, ExampleFigures figures) {
        Optional<BigDecimal> of = number(rule.of(), figures);
        Optional<BigDecimal> by = rule.by() == null ? of : number(rule.by(), figures);
        TierTable.Resolved table = rule.table().resolve(figures);
        if (of.isEmpty() || by.isEmpty() || table == null || of.get().signum() <= 0) {
            return Optional.empty();
        }
        int step = table.reachedBy(by.get());
        if (rule.by() != null) {
            return Optional.of(new Worked(
                    table.payWholly(step, of.get()), pays(table.steps().get(step), of.get())));
        }
        return Optional.of(new Worked(table.payOn(of.get()), bands(table, step, of.get())));
    }

    /** What each band adds, down to the first one that pays on everything. */
    private String bands(TierTable.Resolved table, int reached, BigDecimal value) {
        List<String> parts = new ArrayList<>();
        BigDecimal top = value;
        for (int i = reached; i >= 0; i--) {
            TierTable.ResolvedStep step = table.steps().get(i);
            if (step.step().mode() == TierTable.Mode.SLAB) {
                parts.add(0, pays(step, top));
                break;
            }
            parts.add(0, pays(step, top.subtract(step.lower())));
            top = step.lower();
        }
        return String.join(" + ", parts);
    }

    private String pays(TierTable.ResolvedStep step, BigDecimal value) {
        return step.step().fixed() ? shown(step.pay()) : factor(step.pay()) + " × " + shown(value);
    }

    private Optional<Worked> scorecard(PayRule.Scorecard rule, ExampleFigures figures) {
        Optional<BigDecimal> bonus = number(rule.targetBonus(), figures);
        if (bonus.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        List<String> parts = new ArrayList<>();
        for (PayRule.ScoreLine line : rule.lines()) {
            Value attainment = figures.attainment(line.kpi(), line.inverse());
            if (!attainment.isDefined()) {
                return Optional.empty();
            }
            BigDecimal payout = line.curve().payoutAt(attainment.orElse(BigDecimal.ZERO));
            sum = sum.add(payout.multiply(line.weight(), MathContext.DECIMAL128));
            parts.add(percent(line.weight()) + " × " + percent(payout));
        }
        return Optional.of(new Worked(
                bonus.get().multiply(sum, MathContext.DECIMAL128),
                shown(bonus.get()) + " × (" + String.join(" + ", parts) + ")"));
    }

    private String name(Term term) {
        boolean narrowed = term instanceof Term.Kpi kpi && kpi.filter() != null;
        return terms.of(term.text()) + (narrowed ? language.choose(" по этим сделкам", " of these deals") : "");
    }

    private String sentence(Component component, ExampleFigures figures, Worked worked) {
        List<String> given = new ArrayList<>();
        figures.chosen().forEach((term, value) -> given.add(name(term) + " = " + units.of(value, term.unit())));
        BigDecimal rounded = worked.amount().setScale(Currencies.minorDigits(component.unit()), RoundingMode.HALF_UP);
        StringBuilder text = new StringBuilder();
        if (!given.isEmpty()) {
            text.append(language.choose("Если ", "If "))
                    .append(String.join(", ", given))
                    .append(language.choose(", то выплата = ", ", the component pays "));
        } else {
            text.append(language.choose("Выплата = ", "The component pays "));
        }
        text.append(worked.calculation().isEmpty() ? "" : worked.calculation() + " = ")
                .append(numbers.money(rounded, component.unit()));
        Optional<BigDecimal> cap = component.cap() == null ? Optional.empty() : number(component.cap(), figures);
        if (cap.isPresent() && cap.get().compareTo(rounded) < 0) {
            text.append(language.choose(", но не более предела: ", ", but no more than the cap: "))
                    .append(numbers.money(cap.get(), component.unit()));
        }
        return text.append('.').toString();
    }
}
