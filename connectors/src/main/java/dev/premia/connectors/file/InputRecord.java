package dev.premia.connectors.file;

import dev.premia.schemas.TopicSpec;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record of a file, ready for its topic.
 *
 * @param topic where it belongs
 * @param key record key: the qualified id, the plan id for plans, null for control records
 * @param value the contract of {@code topic}
 * @param recordedAt when the log accepts it: as the file says, else {@code changed_at}, else the business time; null
 *     where the record has none of them (reference data, plans)
 * @param file where it was read
 * @param line first line of the record, from 1
 */
public record InputRecord(
        TopicSpec<?> topic, String key, SpecificRecord value, Instant recordedAt, Path file, long line) {}
