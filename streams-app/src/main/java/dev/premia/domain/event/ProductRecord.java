package dev.premia.domain.event;

import java.util.List;

/**
 * A product that is sold.
 *
 * @param category its category, or null
 * @param tags dated tags, e.g. {@code focus}
 */
public record ProductRecord(Header header, String name, String category, List<DatedTag> tags) implements EntityEvent {
    public ProductRecord {
        tags = List.copyOf(tags);
    }
}
