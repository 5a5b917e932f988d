package dev.premia.plandoc;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.Term;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds every KPI that a plan reads, wherever it stands: rules, formulas and terms are records, and are walked as such, so that a new kind of rule needs
 * nothing here.
 */
final class TermWalk {
    private static final String PLANS = PlanVersion.class.getPackageName();

    private final Map<String, Term> terms = new LinkedHashMap<>();

    /** The plan's KPIs by how they are written: of the catalogue, and of its own; in the order in which the plan names them. */
    Map<String, Term> termsOf(PlanVersion plan) {
        walk(plan.components());
        if (plan.totalCap() != null) {
            walk(plan.totalCap());
        }
        return terms;
    }

    private void walk(Object part) {
        if (part instanceof Formula formula) {
            formula.references().forEach(this::walk);
        } else if (part instanceof Collection<?> parts) {
            parts.forEach(this::walk);
        } else if (part instanceof Term term && isKpi(term)) {
            if (terms.putIfAbsent(term.text(), term) == null && !(term instanceof Term.Kpi)) {
                walkRecord((Record) term);
            }
        } else if (part instanceof Record record
                && record.getClass().getPackageName().equals(PLANS)) {
            walkRecord(record);
        }
    }

    private static boolean isKpi(Term term) {
        return term instanceof Term.Kpi
                || term instanceof Term.Measured
                || term instanceof Term.Derived
                || term instanceof Term.Index
                || term instanceof Term.Streak
                || term instanceof Term.BestOf;
    }

    private void walkRecord(Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            try {
                walk(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("cannot read " + component, e);
            }
        }
    }
}
