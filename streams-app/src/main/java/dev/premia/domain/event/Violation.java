package dev.premia.domain.event;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One reason why a record is invalid. It never quotes personal data.
 *
 * @param code stable machine-readable reason, e.g. {@code shares_not_whole}
 * @param field the field's name in the canonical form
 * @param found what was found
 * @param expected what was expected and what to do
 */
public record Violation(String code, String field, String found, String expected) {

    /** Several reasons as one line. */
    public static String texts(List<Violation> violations) {
        return violations.stream().map(Violation::toString).collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return field + ": found " + found + ", expected " + expected;
    }
}
