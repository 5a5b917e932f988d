package dev.premia.domain.plan;

import java.util.List;

/**
 * Why a component pays what it pays, so that anybody can recompute it by hand.
 *
 * @param formula the rule as the plan states it
 * @param inputs the figures that went in
 * @param steps the calculation, one line each, in the order in which it is done
 * @param notes what else decided: a failed condition, an undefined figure, a cap
 */
public record Explanation(String formula, List<Input> inputs, List<String> steps, List<String> notes) {

    /**
     * @param name as in the formula, e.g. {@code target(revenue)}
     * @param value its exact decimal, or {@code undefined}
     */
    public record Input(String name, String value) {}

    public Explanation {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }
}
