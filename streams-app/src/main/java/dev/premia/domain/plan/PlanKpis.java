package dev.premia.domain.plan;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What the KPIs that plans define are for one subject. A manager has those of the plans that pay him, each under the version
 * that rules last in the window; a team and the company have every plan's, under the version valid on its last day. Values
 * are of the whole window, whenever in it a plan or a person changes.
 *
 * @param subject a manager, a team or the company
 * @param data the subject's figures
 */
public record PlanKpis(PlanBook book, Subject subject, EvaluationData data) {

    /**
     * A KPI over a window.
     *
     * @param version that defines it
     * @param target of the whole window, null without one
     */
    public record Figure(PlanVersion version, Value value, BigDecimal target) {}

    /** The KPI of a plan over a window; empty where the plan does not measure the subject by it. */
    public Optional<Figure> of(String plan, String name, Window window) {
        return of(plan, name, window, window.days());
    }

    /** The same of some days of a window. */
    public Optional<Figure> of(String plan, String name, Window window, DayRange days) {
        PlanVersion version = version(plan, window);
        Term term = version == null ? null : version.kpis().get(name);
        if (term == null) {
            return Optional.empty();
        }
        TermScope scope = new TermScope(data, version, subject, window, days);
        return Optional.of(new Figure(version, scope.value(term), scope.targetOf(name)));
    }

    /** Why the KPI of a plan is what it is over a window: it, then the KPIs of the plan that it names; empty as with {@link #of}. */
    public List<PlanKpiExplainer.Explained> explain(String plan, String name, Window window) {
        PlanVersion version = version(plan, window);
        Term term = version == null ? null : version.kpis().get(name);
        return term == null
                ? List.of()
                : new PlanKpiExplainer(new TermScope(data, version, subject, window, window.days())).explain(term);
    }

    private PlanVersion version(String plan, Window window) {
        PlanBook ruling = book.forOrigin(window);
        if (!subject.isManager()) {
            return ruling.validOn(plan, window.lastDay());
        } else if (data.manager() == null) {
            return null;
        }
        List<PlanBook.Interval> intervals = ruling.intervals(plan, data.manager(), window);
        return intervals.isEmpty() ? null : intervals.get(intervals.size() - 1).version();
    }
}
