package dev.premia.replay.history;

import dev.premia.domain.event.EntityEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * What the log said of an entity at one revision.
 *
 * @param type contract name in snake_case, e.g. {@code deal}
 * @param event what it means
 * @param value as it was recorded
 * @param recordedAt when the log accepted it; null where a file does not say
 */
public record Revision(String type, EntityEvent event, SpecificRecord value, Instant recordedAt) {
    /** Says nothing of the entity itself. */
    private static final Set<String> HEADER = Set.of("id", "revision", "source", "changed_at");

    /**
     * A field that says something else than in the revision before.
     *
     * @param before as text; null for nothing
     * @param after as text; null for nothing
     */
    public record Change(String field, String before, String after) {}

    /** What differs from an earlier revision, in the order of the contract. */
    public List<Change> changesSince(Revision earlier) {
        List<Change> changes = new ArrayList<>();
        for (Schema.Field field : value.getSchema().getFields()) {
            Object before = earlier.value.get(field.pos());
            Object after = value.get(field.pos());
            if (!HEADER.contains(field.name()) && !Objects.equals(before, after)) {
                changes.add(new Change(field.name(), text(before), text(after)));
            }
        }
        return changes;
    }

    private static String text(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof java.math.BigDecimal decimal
                ? decimal.stripTrailingZeros().toPlainString()
                : value.toString();
    }
}
