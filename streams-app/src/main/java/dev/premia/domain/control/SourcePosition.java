package dev.premia.domain.control;

import java.time.Instant;

/**
 * Where and when the log accepted a record.
 *
 * @param topic the topic; of a record from a file the topic to which it belongs
 * @param partition the partition; -1 where there is none, as in a file
 * @param offset the offset within the partition
 * @param recordedAt when the log accepted it
 */
public record SourcePosition(String topic, int partition, long offset, Instant recordedAt) {
    /** Before everything: what is not read from a log. */
    public static final SourcePosition BEGINNING = new SourcePosition("", -1, -1, Instant.MIN);

    /** Whether nothing says when it was accepted: it counts as if it had always been there. */
    public boolean isUndated() {
        return partition < 0 && recordedAt.equals(Instant.MIN);
    }

    /** A record of a file, which has no offset. */
    public static SourcePosition inFile(String topic, Instant recordedAt) {
        return new SourcePosition(topic, -1, -1, recordedAt);
    }
}
