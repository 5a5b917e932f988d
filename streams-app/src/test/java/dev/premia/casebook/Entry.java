package dev.premia.casebook;

import dev.premia.schemas.TopicSpec;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record of a story.
 *
 * @param key the record key
 * @param at when the log accepted it
 */
record Entry<T extends SpecificRecord>(TopicSpec<T> topic, String key, T value, Instant at) {

    @Override
    public String toString() {
        return topic.name() + " " + value;
    }
}
