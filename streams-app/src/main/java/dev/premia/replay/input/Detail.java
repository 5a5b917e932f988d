package dev.premia.replay.input;

import dev.premia.domain.plan.PlanVersion;
import java.util.Collection;
import java.util.List;

/**
 * How much of the facts is kept and measured.
 *
 * @param everything whether every KPI of the catalogue may be asked for; else statements alone, and KPIs that no plan reads may
 *     have no figures
 * @param others plans beside those of the log that are asked, where not everything is kept
 */
public record Detail(boolean everything, List<PlanVersion> others) {
    /** Everything that any KPI looks at. */
    public static final Detail ALL = new Detail(true, List.of());

    public Detail {
        others = List.copyOf(others);
    }

    /**
     * What statements take, which needs less memory and time: customers and numbers of calls only where a plan looks at them, nothing of
     * campaigns, products and segments.
     *
     * @param others plans beside those of the log that are asked
     */
    public static Detail ofStatements(Collection<PlanVersion> others) {
        return new Detail(false, List.copyOf(others));
    }
}
