package dev.premia.scenario;

import dev.premia.codec.plan.PlanFile;
import dev.premia.codec.plan.PlanTree;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The KPIs that the plans of a scenario define, by name. */
final class OwnKpiNames {
    private final Map<String, Set<String>> plans = new TreeMap<>();

    /** Takes the names of a plan's document, whether or not the plan can be used. */
    void add(String plan, String document) {
        if (PlanFile.tree(document).get("kpis") instanceof PlanTree.Fields kpis) {
            kpis.fields().keySet().forEach(name -> plans.computeIfAbsent(name, each -> new TreeSet<>())
                    .add(plan));
        }
    }

    /** The plans that define a KPI, by id. */
    Set<String> plansOf(String name) {
        return plans.getOrDefault(name, Set.of());
    }

    Set<String> names() {
        return new LinkedHashSet<>(plans.keySet());
    }
}
