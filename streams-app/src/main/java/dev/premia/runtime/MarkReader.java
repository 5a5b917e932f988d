package dev.premia.runtime;

import dev.premia.topology.UnfinishedWork;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Bytes;

/**
 * Follows the changelogs in which the stages note what they have not finished, committed records only. Each call reads on
 * from where the one before stopped. Not thread-safe.
 */
final class MarkReader implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration STALLED = Duration.ofSeconds(30);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<String, String> storesByTopic = new HashMap<>();
    private final Map<TopicPartition, Set<Bytes>> marks = new HashMap<>();

    MarkReader(Map<String, Object> client, String applicationId) {
        Map<String, Object> settings = new HashMap<>(client);
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // Compaction may take the beginning away while it is read; what is left still tells the latest of each key.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        consumer = new KafkaConsumer<>(settings);
        for (String store : UnfinishedWork.stores()) {
            storesByTopic.put(applicationId + "-" + store + GroupView.CHANGELOG_SUFFIX, store);
        }
    }

    /** The changelogs that are followed, whether they exist or not. */
    Set<String> topics() {
        return storesByTopic.keySet();
    }

    /**
     * Reads up to the given ends and counts the marks that are set there.
     *
     * @param ends of every partition of the changelogs that exist; no transaction may be open below them
     * @throws NotReadyException when the cluster delivers nothing for a while
     */
    long unfinished(Map<TopicPartition, Long> ends) {
        assign(ends.keySet());
        Map<TopicPartition, Long> open = new HashMap<>(ends);
        long lastProgress = System.nanoTime();
        while (true) {
            open.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
            if (open.isEmpty()) {
                return marks.values().stream().mapToLong(Set::size).sum();
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            records.forEach(this::take);
            if (!records.isEmpty()) {
                lastProgress = System.nanoTime();
            } else if (System.nanoTime() - lastProgress > STALLED.toNanos()) {
                throw new NotReadyException("The Kafka cluster delivered nothing of " + open.keySet() + " for "
                        + STALLED.toSeconds() + " s. Check its state and the right to read these topics.");
            }
        }
    }

    private void assign(Set<TopicPartition> partitions) {
        if (partitions.equals(consumer.assignment())) {
            return;
        }
        List<TopicPartition> fresh = new ArrayList<>(partitions);
        fresh.removeAll(consumer.assignment());
        consumer.assign(partitions);
        consumer.seekToBeginning(fresh);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        if (!UnfinishedWork.isMark(storesByTopic.get(record.topic()), record.key())) {
            return;
        }
        Set<Bytes> ofPartition = marks.computeIfAbsent(
                new TopicPartition(record.topic(), record.partition()), partition -> new HashSet<>());
        if (record.value() == null) {
            ofPartition.remove(Bytes.wrap(record.key()));
        } else {
            ofPartition.add(Bytes.wrap(record.key()));
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
