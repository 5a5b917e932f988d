package dev.premia.simulator;

import dev.premia.schemas.TopicSpec;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;

/**
 * One record as a source system would hand it over.
 *
 * @param topic where it belongs
 * @param key the key of the record: the qualified id of the entity
 * @param value the event; a duplicate shares the instance of its original, so treat it as immutable
 * @param recordedAt when the log accepts it, UTC, in whole milliseconds; ascending over the stream
 */
public record SimulatedRecord(TopicSpec<?> topic, String key, SpecificRecord value, Instant recordedAt) {}
