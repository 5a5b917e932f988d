package dev.premia.schemas;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * What there is to know about a topic. Keys are UTF-8 text, values the contract in the Confluent wire format.
 *
 * @param name full name
 * @param key what the key says
 * @param valueType generated class of the contract
 * @param role who writes it and who decides its timestamps
 * @param cleanup whether the whole history is kept or the latest record of each key
 * @param partitioning whether order matters across keys
 * @param <T> the contract
 */
public record TopicSpec<T extends SpecificRecord>(
        String name, String key, Class<T> valueType, Role role, Cleanup cleanup, Partitioning partitioning) {

    /** Partitions of a keyed topic unless the deployment says otherwise. */
    public static final int DEFAULT_PARTITIONS = 4;

    /** The place of a topic in the flow. */
    public enum Role {
        SOURCE,
        REFERENCE,
        CONTROL,
        OUTPUT
    }

    /** What the broker may drop. */
    public enum Cleanup {
        /** Nothing, ever: a replay needs every revision and every entry. */
        KEEP_ALL("delete"),
        /** All but the latest record of a key. */
        KEEP_LATEST("compact");

        private final String policy;

        Cleanup(String policy) {
            this.policy = policy;
        }
    }

    /** How records are spread. */
    public enum Partitioning {
        /** By key; all such topics have the same number of partitions, so that equal keys meet. */
        BY_KEY,
        /** One partition: offset order is the order of decisions. */
        SINGLE
    }

    /** Who sets the Kafka timestamp of inputs, which is their {@code recorded_at}. */
    public enum Timestamps {
        /** The broker, at append: production, where no client may choose it. */
        BROKER,
        /** The producer: local mode, where a past month is loaded with the times at which it was recorded. */
        PRODUCER
    }

    public Schema schema() {
        return SpecificData.get().getSchema(valueType);
    }

    /** The number of partitions where keyed topics have {@code keyedPartitions}. */
    public int partitions(int keyedPartitions) {
        if (keyedPartitions < 1) {
            throw new IllegalArgumentException(
                    "Topic %s: %d partitions, expected 1 or more.".formatted(name, keyedPartitions));
        }
        return partitioning == Partitioning.SINGLE ? 1 : keyedPartitions;
    }

    /** The topic-level broker settings. Outputs always keep the timestamps that the application gives them. */
    public Map<String, String> settings(Timestamps inputs) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("cleanup.policy", cleanup.policy);
        settings.put("retention.ms", "-1");
        settings.put("retention.bytes", "-1");
        boolean byBroker = role != Role.OUTPUT && inputs == Timestamps.BROKER;
        settings.put("message.timestamp.type", byBroker ? "LogAppendTime" : "CreateTime");
        if (inputs == Timestamps.PRODUCER) {
            settings.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        }
        return settings;
    }
}
