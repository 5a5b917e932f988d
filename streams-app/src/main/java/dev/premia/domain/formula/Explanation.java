package dev.premia.domain.formula;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A formula with its numbers put in.
 *
 * @param text canonical formula: {@code max(0, revenue - target(revenue))}
 * @param substituted the same with values: {@code max(0, 1200000.00 - 1000000)}; numbers as they are, without grouping or rounding;
 *     {@code undefined} where there is no value
 * @param inputs names with their values in order of first appearance, whether or not the evaluation came to need them
 * @param undefined why parts of the formula have no value, in order of appearance and without repetition; this tells why a condition
 *     on an undefined number is false; parts outside the chosen branch are included
 */
public record Explanation(String text, String substituted, List<Input> inputs, List<String> undefined) {
    public Explanation {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(substituted, "substituted");
        inputs = List.copyOf(inputs);
        undefined = List.copyOf(undefined);
    }

    /**
     * One name of the formula.
     *
     * @param name canonical spelling: {@code revenue}, {@code target(revenue)}
     * @param symbol what the resolver gave for it: type, handle, unit
     * @param shown its value in the notation of formulas: {@code 12.50}, {@code true}, {@code 'retail'}, {@code undefined}
     * @param number its value, present for {@link Type#NUMBER} only
     */
    public record Input(String name, Symbol symbol, String shown, Optional<Value> number) {}
}
