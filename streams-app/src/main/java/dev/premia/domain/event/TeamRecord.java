package dev.premia.domain.event;

import java.time.LocalDate;
import java.util.List;

/**
 * A team. The company is the root of the tree and no record of its own.
 *
 * @param head the manager who leads it, or null
 * @param parents dated parent teams; a team without one hangs under the company
 */
public record TeamRecord(Header header, String name, String head, List<Parent> parents) implements EntityEvent {

    public TeamRecord {
        parents = List.copyOf(parents);
    }

    /**
     * @param from first day, or null for always
     * @param parent the parent team, or null for the company
     */
    public record Parent(LocalDate from, String parent) {}

    /** The parent team on a day, or null for the company. */
    public String parentOn(LocalDate day) {
        Parent found = null;
        for (Parent each : parents) {
            boolean covers = each.from() == null || !day.isBefore(each.from());
            if (covers && (found == null || startsLater(each, found))) {
                found = each;
            }
        }
        return found == null ? null : found.parent();
    }

    private static boolean startsLater(Parent left, Parent right) {
        return left.from() != null && (right.from() == null || left.from().isAfter(right.from()));
    }
}
