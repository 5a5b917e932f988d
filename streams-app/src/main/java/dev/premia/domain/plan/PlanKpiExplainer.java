package dev.premia.domain.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.own.OwnKpi;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Explains KPIs that plans define: the definition with the numbers put in, then that of each further one that it names. */
public final class PlanKpiExplainer {
    private final TermScope scope;
    private final Map<String, Explained> explained = new LinkedHashMap<>();

    PlanKpiExplainer(TermScope scope) {
        this.scope = scope;
    }

    /**
     * One KPI.
     *
     * @param explanation its formula is the definition in the words of the plan
     */
    public record Explained(String name, Value value, Explanation explanation) {}

    /** The KPI itself first. */
    List<Explained> explain(Term term) {
        add(term);
        return List.copyOf(explained.values());
    }

    private void add(Term term) {
        String name = term.text();
        if (explained.containsKey(name)) {
            return;
        }
        if (term instanceof Term.Derived derived) {
            Trace.Recording trace = new Trace.Recording();
            trace.formula(derived.formula(), scope);
            put(term, trace, derived.formula().canonical() + filters(derived.formula()));
            derived.formula().references().forEach(each -> add((Term) each));
        } else if (term instanceof Term.Measured measured) {
            put(term, new Trace.Recording(), definition(measured.reader().kpi()));
        } else if (term instanceof Term.Index index) {
            index(index);
        } else if (term instanceof Term.Streak streak) {
            Trace.Recording trace = new Trace.Recording();
            trace.condition(streak.condition(), streak.condition().test(scope), scope);
            put(term, trace, "streak: " + streak.condition().canonical() + ", last: " + streak.last());
        } else if (term instanceof Term.BestOf best) {
            Trace.Recording trace = new Trace.Recording();
            trace.formula(best.formula(), scope);
            put(term, trace, "best_of: " + best.formula().canonical() + ", last: " + best.last());
        }
    }

    /** Which deals count, where only some do. */
    private static String filters(Formula formula) {
        return formula.references().stream()
                .filter(each -> each instanceof Term.Kpi kpi && kpi.filter() != null)
                .map(each -> ", where: " + ((Term.Kpi) each).filter().canonicalText())
                .distinct()
                .collect(Collectors.joining());
    }

    private void put(Term term, Trace.Recording trace, String definition) {
        Value value = scope.value(term);
        if (value instanceof Value.Undefined undefined) {
            trace.note(undefined.reason());
        }
        explained.put(term.text(), new Explained(term.text(), value, trace.explanation(definition)));
    }

    /** Each line with its attainment within the clamp and its weight. */
    private void index(Term.Index index) {
        Trace.Recording trace = new Trace.Recording();
        List<String> lines = new ArrayList<>();
        for (Term.IndexLine line : index.lines()) {
            String kpi = line.kpi().text();
            lines.add(Trace.Recording.percent(line.weight()) + "% " + kpi);
            input(trace, kpi, scope.value(line.kpi()));
            input(trace, "target(" + kpi + ")", scope.value(new Term.Target(line.kpi())));
            BigDecimal attainment = scope.clamped(line).orElse(null);
            if (attainment != null) {
                trace.step(Phrase.INDEX_LINE.text(
                        kpi,
                        Trace.Recording.percent(attainment),
                        Trace.Recording.percent(line.weight()),
                        Trace.Recording.percent(attainment.multiply(line.weight()))));
            }
        }
        put(index, trace, "index: " + String.join(" + ", lines));
        index.lines().forEach(line -> add(line.kpi()));
    }

    private static void input(Trace.Recording trace, String name, Value value) {
        BigDecimal number = value.orElse(null);
        if (number != null) {
            trace.input(name, number);
        }
    }

    private static String definition(OwnKpi kpi) {
        String field = kpi.field() == null
                ? "true"
                : (kpi.field().ofLine() ? "line." : "") + kpi.field().name();
        Formula where = kpi.where();
        return kpi.aggregation().label() + ": " + field + ", from: "
                + kpi.kind().label() + (where == null ? "" : ", where: " + where.canonical());
    }
}
