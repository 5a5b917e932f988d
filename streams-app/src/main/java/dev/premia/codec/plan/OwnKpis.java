package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.FormulaException;
import dev.premia.domain.formula.Type;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.plan.DealCondition;
import dev.premia.domain.plan.Term;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The KPIs that a plan defines. Each is compiled when it is first named, so they may stand in any order. */
final class OwnKpis {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private static final int MOST_WINDOWS = 60;

    private final Problems problems;
    private final Scalars scalars;
    private final FormulaReader formulas;
    private final AggregationReader aggregations;
    private final Map<String, Fields> definitions = new LinkedHashMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final Deque<String> inProgress = new ArrayDeque<>();

    OwnKpis(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
        this.formulas = new FormulaReader(problems, this);
        this.aggregations = new AggregationReader(problems, this, formulas);
    }

    /** A stand-in for a KPI that cannot be used; what is wrong with it is reported once, where it is. */
    static Term unusable(String name) {
        return new Term.Derived(name, Formula.compile("0", Type.NUMBER, DealNames.INSTANCE), Unit.NONE);
    }

    /** Takes the definitions of {@code kpis}. */
    void define(Item item) {
        Fields fields = Fields.free(item, problems);
        if (fields == null) {
            return;
        }
        for (Fields.Field field : fields.all()) {
            Fields definition = Fields.of(field.value(), PlanKeys.KPI, problems);
            if (checkName(field) && definition != null) {
                definitions.put(field.name(), definition);
            }
        }
    }

    private boolean checkName(Fields.Field field) {
        String name = field.name();
        boolean taken =
                KpiCatalogue.find(name).isPresent() || TermFunction.find(name).isPresent();
        if (taken) {
            problems.error(
                    field.key(),
                    "name is taken",
                    "`" + name + "`",
                    "a name that Premia does not use itself",
                    "rename the KPI");
        } else if (!NAME.matcher(name).matches()) {
            problems.error(
                    field.key(),
                    "wrong name",
                    "`" + name + "`",
                    "small letters, digits and `_`",
                    "write it like focus_revenue");
        }
        return !taken && NAME.matcher(name).matches();
    }

    Set<String> names() {
        return definitions.keySet();
    }

    Fields definition(String name) {
        return definitions.get(name);
    }

    /** All of them by name, compiled. */
    Map<String, Term> all() {
        Map<String, Term> all = new LinkedHashMap<>();
        definitions.keySet().forEach(name -> all.put(name, term(name)));
        return all;
    }

    Term term(String name) {
        Term known = terms.get(name);
        if (known != null) {
            return known;
        }
        if (inProgress.contains(name)) {
            reportCycle(name);
            return unusable(name);
        }
        inProgress.addLast(name);
        Term term = compile(name, definitions.get(name));
        inProgress.removeLast();
        terms.put(name, term == null ? unusable(name) : term);
        return terms.get(name);
    }

    private void reportCycle(String name) {
        List<String> path = new ArrayList<>(inProgress);
        List<String> cycle = new ArrayList<>(path.subList(path.indexOf(name), path.size()));
        cycle.add(name);
        problems.error(
                definitions.get(name).self(),
                "KPIs that need each other",
                String.join(" -> ", cycle),
                "no KPI that needs itself",
                "take one of them out of another's formula");
    }

    private Term compile(String name, Fields definition) {
        if (definition.has("streak") || definition.has("best_of")) {
            return history(name, definition);
        } else if (AggregationReader.isAggregation(definition)) {
            return aggregations.read(name, definition, null);
        } else if (definition.has("index")) {
            return checkAlone(definition, "index", Set.of("formula", "of", "where", "from"))
                    ? new ScoreReader(problems, formulas).index(name, definition.get("index"))
                    : null;
        } else if (definition.has("formula")) {
            return checkAlone(definition, "formula", Set.of("of", "where", "from"))
                    ? derived(name, formulas.number(definition.get("formula")))
                    : null;
        } else if (definition.has("of")) {
            return checkAlone(definition, "of", Set.of("from")) ? narrowedByItself(name, definition) : null;
        }
        problems.error(
                definition.self(),
                "incomplete KPI",
                "none of `formula`, `of`, `index`, `streak`, `best_of`, `sum`, `count`, `distinct`, `mean`, `min`, `max`, `ratio`",
                "one of them",
                "write, for example, formula: revenue / calls");
        return null;
    }

    /** What earlier windows say: a streak, or the best value so far. */
    private Term history(String name, Fields definition) {
        String key = definition.has("streak") ? "streak" : "best_of";
        Set<String> others = new TreeSet<>(PlanKeys.KPI);
        others.removeAll(Set.of("title", "last", key));
        boolean alone = checkAlone(definition, key, others);
        Item lastItem = definition.require("last", "last: 12");
        Integer last = lastItem == null ? null : scalars.positiveNumber(lastItem);
        if (last != null && last > MOST_WINDOWS) {
            problems.error(lastItem, "too far back", lastItem.shown(), "at most " + MOST_WINDOWS + " windows", "");
            return null;
        }
        Item item = definition.get(key);
        Formula formula = key.equals("streak") ? formulas.condition(item) : formulas.number(item);
        if (!alone || last == null || formula == null) {
            return null;
        }
        return key.equals("streak") ? new Term.Streak(name, formula, last) : new Term.BestOf(name, formula, last);
    }

    private boolean checkAlone(Fields definition, String key, Set<String> others) {
        List<String> present = others.stream().filter(definition::has).sorted().toList();
        if (present.isEmpty()) {
            return true;
        }
        problems.error(
                definition.key(present.get(0)),
                "keys that exclude each other",
                "`" + key + "` and `" + present.get(0) + "`",
                "one of them",
                "`of` goes with `where`, an aggregation with `from` and `where`; `formula` and `index` stand alone");
        return false;
    }

    private Term narrowedByItself(String name, Fields definition) {
        Item where = definition.require("where", "where: \"amount >= 500000\"");
        DealCondition filter = where == null ? null : formulas.where(where);
        return filter == null ? null : derived(name, formulas.number(definition.get("of"), filter));
    }

    private static Term derived(String name, Formula formula) {
        return formula == null ? null : new Term.Derived(name, formula, formula.unit());
    }

    /**
     * A KPI of the plan under a further filter.
     *
     * @param refused receives the KPIs in it that no filter on deals can narrow
     */
    Term narrowed(String name, DealCondition filter, List<String> refused) {
        Term whole = term(name);
        Fields definition = definitions.get(name);
        if (whole instanceof Term.Index) {
            refused.add("attainments");
            return whole;
        } else if (whole instanceof Term.Streak || whole instanceof Term.BestOf) {
            refused.add(name);
            return whole;
        }
        if (AggregationReader.isAggregation(definition)) {
            return inProgress.contains(name) ? whole : aggregations.narrowed(name, definition, filter, refused);
        }
        Item formula = definition.get(definition.has("formula") ? "formula" : "of");
        if (formula == null || !formula.isScalar() || inProgress.contains(name)) {
            return whole;
        }
        DealCondition all = definition.has("where") ? both(definition.get("where"), filter) : filter;
        PlanNames names = new PlanNames(this, all);
        try {
            Formula narrowed = Formula.compile(formula.text(), Type.NUMBER, names);
            names.complaints().forEach(complaint -> refused.add(complaint.name()));
            return new Term.Derived(name, narrowed, narrowed.unit());
        } catch (FormulaException e) {
            // Reported where the KPI is defined.
            return whole;
        }
    }

    private static DealCondition both(Item own, DealCondition further) {
        String text = "(" + own.text() + ") and (" + further.formula().text() + ")";
        return new DealCondition(Formula.compile(text, Type.BOOLEAN, DealNames.INSTANCE));
    }

    /** Default targets: amounts by KPI. */
    Map<String, BigDecimal> targets(Item item) {
        Map<String, BigDecimal> targets = new LinkedHashMap<>();
        Fields fields = item == null ? null : Fields.free(item, problems);
        if (fields == null) {
            return targets;
        }
        for (Fields.Field field : fields.all()) {
            Term term = formulas.term(field.key());
            BigDecimal amount = formulas.constant(field.value());
            boolean isKpi = term instanceof Term.Kpi
                    || term instanceof Term.Measured
                    || term instanceof Term.Derived
                    || term instanceof Term.Index
                    || term instanceof Term.Streak;
            if (isKpi) {
                if (amount != null) {
                    targets.put(term.text(), amount);
                }
            } else if (term != null) {
                problems.error(
                        field.key(),
                        "not a KPI",
                        "`" + field.name() + "`",
                        "the name of a KPI",
                        "groups have targets of their own, or the sum of their members'");
            }
        }
        return targets;
    }
}
