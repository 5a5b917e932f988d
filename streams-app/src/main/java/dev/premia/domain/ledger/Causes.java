package dev.premia.domain.ledger;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What made an entry necessary: single entity revisions, up to a limit, and ranges of source offsets beyond it.
 *
 * @param revisions entity revisions, in order of arrival
 * @param more how many revisions were left out of {@code revisions}; the ranges cover them
 * @param ranges offsets of the source topics that were read for this entry
 */
public record Causes(List<EntityRevision> revisions, long more, List<OffsetRange> ranges) {

    /** The most entity revisions that an entry names one by one. */
    public static final int MAX_REVISIONS = 50;

    public static final Causes NONE = new Causes(List.of(), 0, List.of());

    public Causes {
        revisions = List.copyOf(revisions);
        ranges = List.copyOf(ranges);
    }

    /**
     * @param type the kind of entity: {@code deal}, {@code lead}, {@code plan}, ...
     * @param id its qualified id
     */
    public record EntityRevision(String type, String id, long revision) {}

    /**
     * @param first first offset
     * @param last last offset, inclusive
     */
    public record OffsetRange(String topic, int partition, long first, long last) {}

    /** Gathers causes until an entry is booked. Not thread-safe. */
    public static final class Collector {
        private final List<EntityRevision> revisions = new ArrayList<>();
        private final Map<String, OffsetRange> ranges = new LinkedHashMap<>();
        private long more;

        public void revision(EntityRevision revision) {
            if (revisions.contains(revision)) {
                return;
            }
            if (revisions.size() < MAX_REVISIONS) {
                revisions.add(revision);
            } else {
                more++;
            }
        }

        public void range(OffsetRange range) {
            ranges.merge(
                    range.topic() + "-" + range.partition(),
                    range,
                    (left, right) -> new OffsetRange(
                            left.topic(),
                            left.partition(),
                            Math.min(left.first(), right.first()),
                            Math.max(left.last(), right.last())));
        }

        public Causes toCauses() {
            return new Causes(revisions, more, List.copyOf(ranges.values()));
        }
    }
}
