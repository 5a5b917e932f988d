package dev.premia.codec.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.Settlement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Warns of two components that pay a rate of the same base under the same condition: mostly one of them was copied and forgotten. */
final class DoublePay {

    /** What two such components have in common; the references tell filters and parameters apart. */
    private record Pays(
            String base,
            Set<Object> baseReads,
            String condition,
            Set<Object> conditionReads,
            Enum<?> window,
            Settlement settlement) {}

    private record Place(String id, int line) {}

    private final Problems problems;
    private final Map<Pays, Place> seen = new HashMap<>();

    DoublePay(Problems problems) {
        this.problems = problems;
    }

    void add(Item item, Component component) {
        if (!(component.rule() instanceof PayRule.Rate rate)) {
            return;
        }
        Formula when = component.when();
        Pays pays = new Pays(
                rate.of().canonical(),
                rate.of().references(),
                when == null ? "" : when.canonical(),
                when == null ? Set.of() : when.references(),
                component.window(),
                component.settlement());
        Place earlier = seen.putIfAbsent(pays, new Place(component.id(), item.line()));
        if (earlier != null) {
            problems.warning(
                    item,
                    "`" + component.id() + "` pays on the same base under the same condition as `" + earlier.id()
                            + "` on line " + earlier.line() + ": the same result is paid twice",
                    "if both are meant, add the rates up in one component; else remove one, or give each its own condition");
        }
    }
}
