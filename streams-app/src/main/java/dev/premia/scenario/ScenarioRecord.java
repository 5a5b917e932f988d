package dev.premia.scenario;

import dev.premia.schemas.TopicSpec;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record of a scenario.
 *
 * @param key the record key; null for control records
 * @param recordedAt when the log accepted it
 */
public record ScenarioRecord<T extends SpecificRecord>(TopicSpec<T> topic, String key, T value, Instant recordedAt) {

    @Override
    public String toString() {
        return topic.name() + " " + value;
    }
}
