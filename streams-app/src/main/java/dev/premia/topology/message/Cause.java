package dev.premia.topology.message;

import dev.premia.domain.ledger.Causes.EntityRevision;
import dev.premia.domain.ledger.Causes.OffsetRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Why something changed: the source records that said so.
 *
 * @param revision the entity revision; null where only offsets are kept, as for calls
 * @param ranges where the record, or the records, stand in the log; at most one range per partition
 * @param timestamp the latest recorded_at of them, epoch milliseconds
 */
public record Cause(EntityRevision revision, List<OffsetRange> ranges, long timestamp) {

    /** No record in particular. */
    public static final Cause NONE = new Cause(null, List.of(), 0);

    public Cause {
        ranges = List.copyOf(ranges);
    }

    /** The cause that covers both, for changes that are sent on together. */
    public Cause mergedWith(Cause other) {
        List<OffsetRange> merged = ranges;
        for (OffsetRange range : other.ranges) {
            merged = merge(merged, range);
        }
        return new Cause(null, merged, Math.max(timestamp, other.timestamp));
    }

    private static List<OffsetRange> merge(List<OffsetRange> ranges, OffsetRange added) {
        List<OffsetRange> merged = new ArrayList<>(ranges.size() + 1);
        OffsetRange union = added;
        for (OffsetRange range : ranges) {
            if (range.partition() == added.partition() && range.topic().equals(added.topic())) {
                union = new OffsetRange(
                        range.topic(),
                        range.partition(),
                        Math.min(range.first(), added.first()),
                        Math.max(range.last(), added.last()));
            } else {
                merged.add(range);
            }
        }
        merged.add(union);
        return merged;
    }
}
