package dev.premia.topology.ingest;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Kafka's default partitioning of text keys, by which every stage finds the home of a key. */
public final class Home {
    private Home() {}

    /** The partition on which a key lives, of {@code partitions}. */
    public static int partitionOf(String key, int partitions) {
        return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
    }
}
