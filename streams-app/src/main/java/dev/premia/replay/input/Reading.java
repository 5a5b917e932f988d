package dev.premia.replay.input;

import dev.premia.domain.control.Decision;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Which part of the topics is read, and what is kept of it.
 *
 * @param ends for every partition the first offset that does not count, a partition without one being left out; null for the ends
 *     that the topics have when reading begins
 * @param before facts recorded at this instant or later are left out, epoch milliseconds
 * @param bound which plans and decisions count
 * @param detail what is kept
 */
public record Reading(Map<TopicPartition, Long> ends, long before, Bound bound, Detail detail) {
    /** Everything that there is. */
    public static final Reading EVERYTHING = new Reading(null, Long.MAX_VALUE, Bound.NONE, Detail.ALL);

    public Reading {
        ends = ends == null ? null : Map.copyOf(ends);
    }

    /** What lies below given ends. */
    public static Reading upTo(Map<TopicPartition, Long> ends) {
        return new Reading(ends, Long.MAX_VALUE, Bound.NONE, Detail.ALL);
    }

    /** Facts recorded before an instant; plans and decisions count whenever they were. */
    public static Reading before(Instant end) {
        return new Reading(null, end.toEpochMilli(), Bound.NONE, Detail.ALL);
    }

    /**
     * What counts for a close: the records below its vector, and of the control topic also the closes before it.
     *
     * @param bound made of the close
     * @param controlEnd the offset of the close in the control topic, or the end of that topic before it is written
     */
    public static Reading below(Decision.Close close, Bound bound, long controlEnd) {
        return new Reading(endsBelow(close, controlEnd), Long.MAX_VALUE, bound, Detail.ALL);
    }

    /** The same, of which something is kept. */
    public Reading keeping(Detail kept) {
        return new Reading(ends, before, bound, kept);
    }

    /** Where reading ends for a close; the control topic may be read beyond its vector. */
    static Map<TopicPartition, Long> endsBelow(Decision.Close close, long controlEnd) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        close.vector()
                .offsets()
                .forEach((topic, offsets) ->
                        offsets.forEach((partition, offset) -> ends.put(new TopicPartition(topic, partition), offset)));
        ends.put(new TopicPartition(Topics.CONTROL.name(), 0), controlEnd);
        return ends;
    }
}
