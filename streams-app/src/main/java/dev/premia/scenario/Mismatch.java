package dev.premia.scenario;

import java.util.List;

/**
 * An expectation that is not met.
 *
 * @param place where it is written
 * @param what of what it speaks, e.g. {@code accrual of crm/anna, volume, 2026-10}
 * @param expected a text, or a decimal
 * @param found a text, or a decimal
 * @param details how the finding came about, one line each
 * @param calculated whether the details are the sentences of an explanation
 * @param after the step that was recorded last
 */
public record Mismatch(
        Place place,
        String what,
        Object expected,
        Object found,
        List<String> details,
        boolean calculated,
        String after) {
    public Mismatch {
        details = List.copyOf(details);
    }
}
