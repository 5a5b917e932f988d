package dev.premia.domain.plan;

import dev.premia.domain.event.ManagerRecord;
import java.time.LocalDate;
import java.util.Set;

/**
 * Whom a plan pays. An empty set does not restrict.
 *
 * @param roles roles of the assignment on the day
 * @param teams teams of the assignment on the day
 * @param managers ids
 */
public record AppliesTo(Set<String> roles, Set<String> teams, Set<String> managers) {

    public AppliesTo {
        roles = Set.copyOf(roles);
        teams = Set.copyOf(teams);
        managers = Set.copyOf(managers);
    }

    /** Whether the plan pays the manager for a day. */
    public boolean matches(ManagerRecord manager, LocalDate day) {
        if (!manager.employedOn(day) || !(managers.isEmpty() || managers.contains(manager.id()))) {
            return false;
        }
        if (roles.isEmpty() && teams.isEmpty()) {
            return true;
        }
        ManagerRecord.Assignment assignment = manager.assignmentOn(day);
        return assignment != null
                && (roles.isEmpty() || (assignment.role() != null && roles.contains(assignment.role())))
                && (teams.isEmpty() || (assignment.team() != null && teams.contains(assignment.team())));
    }
}
