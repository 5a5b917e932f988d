package dev.premia.domain.event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A customer and who looks after it.
 *
 * @param owner the manager to whom the customer is assigned, or null
 * @param tags dated tags, in any order
 * @param ownerSince first day of that assignment, or null for always
 */
public record CustomerRecord(
        Header header,
        String name,
        String owner,
        LocalDate ownerSince,
        String segment,
        List<DatedTag> tags,
        Instant createdAt)
        implements EntityEvent {

    public CustomerRecord {
        tags = List.copyOf(tags);
    }
}
