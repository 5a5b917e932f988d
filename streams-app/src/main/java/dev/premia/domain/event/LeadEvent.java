package dev.premia.domain.event;

import java.time.Instant;
import java.util.Map;

/**
 * A lead at a revision. Each instant is null until the transition happened.
 *
 * @param status the source's own status text
 * @param owner the manager responsible now; cohort KPIs credit the latest owner
 * @param channel where the lead came from (site, call, fair, ...)
 * @param deal the deal that the lead became
 */
public record LeadEvent(
        Header header,
        String status,
        String owner,
        Instant createdAt,
        Instant firstTouchAt,
        Instant qualifiedAt,
        Instant convertedAt,
        Instant closedAt,
        String channel,
        String campaign,
        String segment,
        String customer,
        String deal,
        Map<String, String> attributes)
        implements EntityEvent {

    public LeadEvent {
        attributes = Map.copyOf(attributes);
    }
}
