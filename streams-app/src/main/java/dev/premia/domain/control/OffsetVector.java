package dev.premia.domain.control;

import java.util.Collections;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * How much of the log counts: of each input partition the first offset that does not.
 *
 * @param offsets by topic and partition; empty where the log is a folder of files
 */
public record OffsetVector(Map<String, Map<Integer, Long>> offsets) {
    public static final OffsetVector NONE = new OffsetVector(Map.of());

    public OffsetVector {
        // Sorted: two vectors that say the same have the same text.
        Map<String, Map<Integer, Long>> copy = new TreeMap<>();
        offsets.forEach((topic, ends) -> copy.put(topic, Collections.unmodifiableMap(new TreeMap<>(ends))));
        offsets = Collections.unmodifiableMap(copy);
    }

    /** Gathers a vector partition by partition. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Map<Integer, Long>> offsets = new TreeMap<>();

        public Builder put(String topic, int partition, long firstOffsetOut) {
            offsets.computeIfAbsent(topic, key -> new TreeMap<>()).put(partition, firstOffsetOut);
            return this;
        }

        public OffsetVector build() {
            return new OffsetVector(offsets);
        }
    }

    /** The first offset of a partition that does not count; empty for a partition that the vector does not name. */
    public OptionalLong of(String topic, int partition) {
        Long offset = offsets.getOrDefault(topic, Map.of()).get(partition);
        return offset == null ? OptionalLong.empty() : OptionalLong.of(offset);
    }
}
