package dev.premia.plandoc;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Scope;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invented figures for an example: every KPI that cannot be worked out from others gets a round number; indexes, attainments and KPIs of the
 * plan follow from them.
 */
final class ExampleFigures implements Scope {
    private final PlanVersion plan;
    private final Map<Term, BigDecimal> chosen = new LinkedHashMap<>();

    ExampleFigures(PlanVersion plan) {
        this.plan = plan;
    }

    /** The invented figures in the order in which they were needed. */
    Map<Term, BigDecimal> chosen() {
        return chosen;
    }

    void choose(Term term, BigDecimal value) {
        chosen.put(term, value);
    }

    /** The terms that have to be invented before the formulas can be worked out. */
    static Set<Term> leaves(List<Formula> formulas, List<Term> terms) {
        Set<Term> leaves = new LinkedHashSet<>();
        for (Formula formula : formulas) {
            formula.references().forEach(each -> collect(each, leaves));
        }
        terms.forEach(each -> collect(each, leaves));
        return leaves;
    }

    private static void collect(Object handle, Set<Term> leaves) {
        if (handle instanceof Term.Derived derived) {
            derived.formula().references().forEach(each -> collect(each, leaves));
        } else if (handle instanceof Term.Index index) {
            index.lines().forEach(line -> collect(new Term.Attainment(line.kpi()), leaves));
        } else if (handle instanceof Term.Attainment attainment) {
            collect(attainment.of(), leaves);
            leaves.add(new Term.Target(attainment.of()));
        } else if (handle instanceof Term term) {
            leaves.add(term);
        }
    }

    /** Round numbers to try for a term, the likeliest first. */
    List<BigDecimal> candidates(Term term) {
        if (term instanceof Term.Target target) {
            BigDecimal ofPlan = plan.targets().get(target.of().text());
            return ofPlan == null ? byUnit(term.unit(), "1000000", "100", "0.5", "60", "30", "50") : List.of(ofPlan);
        } else if (term instanceof Term.Growth) {
            return numbers("0.12", "0.3", "0.05", "-0.05");
        }
        BigDecimal target = plan.targets().get(term.text());
        List<BigDecimal> all = new ArrayList<>();
        if (target != null) {
            numbers("1.25", "1", "0.9", "0.5").forEach(factor -> all.add(target.multiply(factor)));
        }
        all.addAll(
                switch (term.unit()) {
                    case MONEY -> numbers("1200000", "3600000", "600000", "12000000", "90000");
                    case COUNT -> numbers("12", "40", "3", "150", "600");
                    case RATIO -> numbers("0.25", "0.9", "0.04", "1", "0.5");
                    case SECONDS -> numbers("100", "20", "600");
                    case DAYS -> numbers("14", "5", "60");
                    case POINTS -> numbers("75", "9", "4.5");
                    case NONE -> numbers("1.1", "1", "10", "1000");
                });
        return all;
    }

    private static List<BigDecimal> byUnit(
            Unit unit, String money, String count, String ratio, String seconds, String days, String other) {
        return numbers(
                switch (unit) {
                    case MONEY -> money;
                    case COUNT -> count;
                    case RATIO -> ratio;
                    case SECONDS -> seconds;
                    case DAYS -> days;
                    case POINTS, NONE -> other;
                });
    }

    private static List<BigDecimal> numbers(String... numbers) {
        List<BigDecimal> list = new ArrayList<>();
        for (String each : numbers) {
            list.add(new BigDecimal(each));
        }
        return list;
    }

    Value value(Term term) {
        if (term instanceof Term.Derived derived) {
            return derived.formula().evaluate(this);
        } else if (term instanceof Term.Index index) {
            return index(index);
        } else if (term instanceof Term.Attainment attainment) {
            return attainment(attainment.of(), false);
        }
        BigDecimal value = chosen.get(term);
        return value == null ? Value.undefined(term.text() + " is not part of the example") : Value.of(value);
    }

    Value attainment(Term kpi, boolean inverse) {
        Value value = value(kpi);
        Value target = value(new Term.Target(kpi));
        Value above = inverse ? target : value;
        Value below = inverse ? value : target;
        if (!above.isDefined()
                || !below.isDefined()
                || below.orElse(BigDecimal.ZERO).signum() == 0) {
            return Value.undefined("the attainment is undefined");
        }
        return Value.of(above.orElse(BigDecimal.ZERO).divide(below.orElse(BigDecimal.ONE), MathContext.DECIMAL128));
    }

    private Value index(Term.Index index) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Term.IndexLine line : index.lines()) {
            Value attainment = attainment(line.kpi(), line.inverse());
            if (!attainment.isDefined()) {
                return attainment;
            }
            BigDecimal clamped =
                    attainment.orElse(BigDecimal.ZERO).max(line.clampLow()).min(line.clampHigh());
            sum = sum.add(clamped.multiply(line.weight()));
        }
        return Value.of(sum);
    }

    @Override
    public Value number(Object handle) {
        return handle instanceof Term term ? value(term) : Value.undefined("no KPI");
    }

    @Override
    public boolean bool(Object handle) {
        throw new IllegalStateException("no KPI is a condition");
    }

    @Override
    public String string(Object handle) {
        throw new IllegalStateException("no KPI is a text");
    }

    @Override
    public List<String> strings(Object handle) {
        throw new IllegalStateException("no KPI is a list");
    }
}
