package dev.premia.topology.message;

import dev.premia.domain.ledger.Causes.EntityRevision;
import dev.premia.domain.ledger.Causes.OffsetRange;

/**
 * Why something changed: the source record that said so.
 *
 * @param revision the entity revision; null where only offsets are kept, as for calls
 * @param range where the record, or the records, stand in the log
 * @param timestamp the latest recorded_at of them, epoch milliseconds
 */
public record Cause(EntityRevision revision, OffsetRange range, long timestamp) {

    /** The cause that covers both, for changes that are sent on together. */
    public Cause mergedWith(Cause other) {
        OffsetRange merged = new OffsetRange(
                range.topic(),
                range.partition(),
                Math.min(range.first(), other.range.first()),
                Math.max(range.last(), other.range.last()));
        return new Cause(null, merged, Math.max(timestamp, other.timestamp));
    }
}
