package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A salesperson: who is paid.
 *
 * @param assignments dated memberships and roles, in any order
 * @param hiredOn first day of employment, or null when unknown
 * @param leftOn last day of employment, inclusive, or null
 * @param organisation the legal entity that pays
 * @param baseSalary monthly base, shown and never paid by Premia
 * @param coefficients dated personal factors that plans may name, in any order
 */
public record ManagerRecord(
        Header header,
        String name,
        List<Assignment> assignments,
        LocalDate hiredOn,
        LocalDate leftOn,
        String organisation,
        String employeeNumber,
        BigDecimal baseSalary,
        String currency,
        List<Coefficient> coefficients)
        implements EntityEvent {

    public ManagerRecord {
        assignments = List.copyOf(assignments);
        coefficients = List.copyOf(coefficients);
    }

    /**
     * A dated personal factor: tenure, grade, experience.
     *
     * @param from first day, or null for always; it holds until the next one of its name
     * @param name as formulas name it
     */
    public record Coefficient(LocalDate from, String name, BigDecimal value) {}

    /** The factor of a name on a day: the one that started last, or null when none has started. */
    public BigDecimal coefficientOn(String name, LocalDate day) {
        Coefficient found = null;
        for (Coefficient each : coefficients) {
            boolean holds = each.name().equals(name)
                    && (each.from() == null || !each.from().isAfter(day));
            if (holds && (found == null || isAfter(each.from(), found.from()))) {
                found = each;
            }
        }
        return found == null ? null : found.value();
    }

    private static boolean isAfter(LocalDate left, LocalDate right) {
        return left != null && (right == null || left.isAfter(right));
    }

    /**
     * One dated membership. Whole days, both ends inclusive.
     *
     * @param from first day, or null for always
     * @param until last day, or null while it lasts
     * @param team the team, or null
     * @param role the role that plans match, or null
     */
    public record Assignment(LocalDate from, LocalDate until, String team, String role) {
        public boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /** The assignment on a day: the one that started last, or null when none covers it. */
    public Assignment assignmentOn(LocalDate day) {
        Assignment found = null;
        for (Assignment each : assignments) {
            if (each.covers(day) && (found == null || isAfter(each.from(), found.from()))) {
                found = each;
            }
        }
        return found;
    }

    /** Whether the person works here on a day. */
    public boolean employedOn(LocalDate day) {
        return !header.deleted()
                && (hiredOn == null || !day.isBefore(hiredOn))
                && (leftOn == null || !day.isAfter(leftOn));
    }
}
