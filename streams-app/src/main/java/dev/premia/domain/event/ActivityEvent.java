package dev.premia.domain.event;

import java.time.Instant;
import java.util.Map;

/**
 * A planned or done activity: meeting, trip, e-mail, task, project.
 *
 * @param status as the source words it
 * @param plannedAt when it is planned to begin
 * @param dueAt when it is due; the end of a trip
 * @param heldAt when it took place or was completed, null while it is not done
 * @param result as the source words it
 */
public record ActivityEvent(
        Header header,
        ActivityKind kind,
        String status,
        String manager,
        String customer,
        String deal,
        String lead,
        Instant createdAt,
        Instant plannedAt,
        Instant dueAt,
        Instant heldAt,
        String result,
        Map<String, String> attributes)
        implements ManagerEvent {

    public ActivityEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String type() {
        return "activity";
    }
}
