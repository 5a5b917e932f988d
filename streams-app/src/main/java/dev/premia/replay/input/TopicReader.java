package dev.premia.replay.input;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteBufferDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads topics from their beginning up to given ends, or to those that they had when reading began, committed records only,
 * without a consumer group.
 */
public final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(200);
    /** Without one new record for that long the cluster has a problem that waiting does not cure. */
    private static final Duration STALLED = Duration.ofSeconds(60);

    /** How long the cluster may wait for more before it answers that there is nothing. */
    private static final int FETCH_MILLIS = 10;

    /** How long a question about topics and offsets may take. */
    private static final int ANSWER_MILLIS = 15_000;

    private final Map<String, Object> client;

    /**
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     */
    public TopicReader(Map<String, Object> client) {
        this.client = Map.copyOf(client);
    }

    /**
     * Reads the topics that exist; partitions come interleaved, each in its own order.
     *
     * @return the names of the topics that do not exist
     * @throws IllegalStateException when the cluster delivers nothing for a minute
     */
    public Set<String> read(
            Collection<String> topics, LoadedInput.Listener listener, Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        return read(topics, KafkaConsumer::endOffsets, listener, sink);
    }

    /**
     * Reads the topics that exist up to given ends.
     *
     * @param ends for every partition the first offset that is not read; a partition without one is not read
     * @return the names of the topics that do not exist
     * @throws IllegalStateException when the cluster delivers nothing for a minute
     */
    public Set<String> read(
            Collection<String> topics,
            Map<TopicPartition, Long> ends,
            LoadedInput.Listener listener,
            Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        Map<TopicPartition, Long> given = Map.copyOf(ends);
        return read(topics, (consumer, partitions) -> given, listener, sink);
    }

    /**
     * What there is to read of topics.
     *
     * @param first for every partition that exists its first offset
     * @param end for every partition that is read the first offset that is not
     * @param missing the names of the topics that do not exist
     */
    public record Extent(Map<TopicPartition, Long> first, Map<TopicPartition, Long> end, Set<String> missing) {
        public Extent {
            first = Map.copyOf(first);
            end = Map.copyOf(end);
            missing = Set.copyOf(missing);
        }

        /** How many offsets lie between the first ones and the ends. */
        public long offsets() {
            return end.keySet().stream().mapToLong(this::offsets).sum();
        }

        /** The same of one partition. */
        public long offsets(TopicPartition partition) {
            return Math.max(0, end.get(partition) - first.get(partition));
        }

        /** The ends of the partitions of some of the topics. */
        public Map<TopicPartition, Long> endsOf(Predicate<String> topics) {
            Map<TopicPartition, Long> ends = new HashMap<>(end);
            ends.keySet().removeIf(partition -> !topics.test(partition.topic()));
            return ends;
        }
    }

    /** Looks at topics as they are now. */
    public Extent extent(Collection<String> topics) {
        return extent(topics, KafkaConsumer::endOffsets);
    }

    /** The same with given ends; a partition without one is not read. */
    public Extent extent(Collection<String> topics, Map<TopicPartition, Long> ends) {
        return extent(topics, (consumer, partitions) -> ends);
    }

    /** Says where reading ends. */
    private interface Ends {
        Map<TopicPartition, Long> of(KafkaConsumer<?, ?> consumer, Collection<TopicPartition> partitions);
    }

    private Extent extent(Collection<String> topics, Ends ends) {
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            Set<String> missing = new TreeSet<>();
            Set<TopicPartition> partitions = new HashSet<>();
            Map<String, List<PartitionInfo>> existing = consumer.listTopics();
            for (String topic : topics) {
                if (existing.containsKey(topic)) {
                    existing.get(topic).forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
                } else {
                    missing.add(topic);
                }
            }
            consumer.assign(partitions);
            Map<TopicPartition, Long> open = new HashMap<>(ends.of(consumer, partitions));
            open.keySet().retainAll(partitions);
            return new Extent(consumer.beginningOffsets(partitions), open, missing);
        }
    }

    private Set<String> read(
            Collection<String> topics,
            Ends ends,
            LoadedInput.Listener listener,
            Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        Extent extent = extent(topics, ends);
        read(extent.end(), listener, sink);
        return extent.missing();
    }

    /**
     * Reads partitions that exist.
     *
     * @param ends for every partition the first offset that is not read
     * @throws IllegalStateException when the cluster delivers nothing for a minute
     */
    public void read(
            Map<TopicPartition, Long> ends,
            LoadedInput.Listener listener,
            Consumer<ConsumerRecord<byte[], byte[]>> sink) {
        read(ends, new ByteArrayDeserializer(), new ByteArrayDeserializer(), listener, sink);
    }

    /**
     * The same without keys and without a copy of each value: its buffer is another record's as soon as the sink returns.
     */
    public void readInPlace(
            Map<TopicPartition, Long> ends,
            LoadedInput.Listener listener,
            Consumer<ConsumerRecord<Void, ByteBuffer>> sink) {
        read(ends, new LeftOut(), new ByteBufferDeserializer(), listener, sink);
    }

    /** Does not look at what is left out. */
    private static final class LeftOut implements Deserializer<Void> {
        @Override
        public Void deserialize(String topic, byte[] data) {
            return null;
        }

        @Override
        public Void deserialize(String topic, Headers headers, ByteBuffer data) {
            return null;
        }
    }

    private <K, V> void read(
            Map<TopicPartition, Long> ends,
            Deserializer<K> keys,
            Deserializer<V> values,
            LoadedInput.Listener listener,
            Consumer<ConsumerRecord<K, V>> sink) {
        if (!ends.isEmpty()) {
            try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(settings(), keys, values)) {
                drain(consumer, new HashMap<>(ends), listener, sink);
            }
        }
    }

    private static <K, V> void drain(
            KafkaConsumer<K, V> consumer,
            Map<TopicPartition, Long> ends,
            LoadedInput.Listener listener,
            Consumer<ConsumerRecord<K, V>> sink) {
        Set<TopicPartition> partitions = Set.copyOf(ends.keySet());
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        long total = 0;
        for (TopicPartition partition : partitions) {
            total += Math.max(0, ends.get(partition) - consumer.position(partition));
        }
        long lastProgress = System.nanoTime();
        while (!ends.isEmpty()) {
            int fresh = 0;
            ConsumerRecords<K, V> polled = consumer.poll(POLL);
            for (TopicPartition partition : polled.partitions()) {
                long end = ends.getOrDefault(partition, Long.MIN_VALUE);
                for (ConsumerRecord<K, V> record : polled.records(partition)) {
                    if (record.offset() < end) {
                        sink.accept(record);
                        fresh++;
                    }
                }
            }
            listener.read(fresh, total);
            int open = ends.size();
            ends.entrySet().removeIf(each -> consumer.position(each.getKey()) >= each.getValue());
            // What is read needs no further fetches, else a busy partition would crowd out the others.
            consumer.pause(consumer.assignment().stream()
                    .filter(partition -> !ends.containsKey(partition))
                    .toList());
            if (fresh > 0 || ends.size() < open) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
                throw new IllegalStateException("the cluster delivered nothing for " + STALLED.toSeconds()
                        + " s; unread partitions: " + new TreeSet<>(names(ends.keySet())));
            }
        }
    }

    private static List<String> names(Collection<TopicPartition> partitions) {
        return partitions.stream().map(TopicPartition::toString).toList();
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.putIfAbsent(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 500);
        // What is read is there. A fetch that waits for more of one partition keeps back the next one of all others.
        settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, FETCH_MILLIS);
        return settings;
    }
}
