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
        if (ranges.isEmpty()) {
            return new Cause(null, other.ranges, Math.max(timestamp, other.timestamp));
        }
        List<OffsetRange> merged = ranges;
        for (OffsetRange range : other.ranges) {
            merged = merge(merged, range);
        }
        return new Cause(null, merged, Math.max(timestamp, other.timestamp));
    }

    private static List<OffsetRange> merge(List<OffsetRange> ranges, OffsetRange added) {
        if (ranges.size() == 1 && samePartition(ranges.get(0), added)) {
            return List.of(union(ranges.get(0), added));
        }
        List<OffsetRange> merged = new ArrayList<>(ranges.size() + 1);
        OffsetRange union = added;
        for (OffsetRange range : ranges) {
            if (samePartition(range, added)) {
                union = union(range, added);
            } else {
                merged.add(range);
            }
        }
        merged.add(union);
        return merged;
    }

    /** Whether two ranges lie in one partition. */
    public static boolean samePartition(OffsetRange left, OffsetRange right) {
        return left.partition() == right.partition() && left.topic().equals(right.topic());
    }

    /** The range that covers two of one partition. */
    public static OffsetRange union(OffsetRange left, OffsetRange right) {
        return new OffsetRange(
                left.topic(),
                left.partition(),
                Math.min(left.first(), right.first()),
                Math.max(left.last(), right.last()));
    }
}
