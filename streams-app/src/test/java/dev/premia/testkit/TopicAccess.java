package dev.premia.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.opentest4j.AssertionFailedError;

/** Creates topics, writes to them and reads them as a careful consumer does: committed records only, up to an end, in time. */
public final class TopicAccess {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrapServers;

    /** For any cluster, also one that is not under a {@link KafkaEnvironment}. */
    public TopicAccess(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Creates a topic without replicas and returns when every partition has a leader. */
    public void create(String topic, int partitions, Map<String, String> config) {
        create(List.of(new NewTopic(topic, partitions, (short) 1).configs(config)));
    }

    /**
     * Creates topics and returns when every partition of each has a leader that works. A broker shows a leader before that leader
     * takes records; what a producer sends in between can come into the log out of order, and it then waits forever.
     */
    public void create(Collection<NewTopic> topics) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get();
            List<String> names = topics.stream().map(NewTopic::name).toList();
            Await.value("leaders of " + names, LIMIT, () -> ends(admin, names), ends -> !ends.isEmpty());
        } catch (Exception e) {
            throw new AssertionFailedError("Cannot create topics " + topics, e);
        }
    }

    /** Asks the leader itself of each partition; it answers with an error until it is at work. */
    private static Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> ends(Admin admin, List<String> names)
            throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
        for (TopicDescription topic :
                admin.describeTopics(names).allTopicNames().get().values()) {
            topic.partitions()
                    .forEach(partition -> partitions.put(
                            new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        return admin.listOffsets(partitions).all().get();
    }

    /** Writes records in order and returns when all are acknowledged; gives where each one is. */
    public <K, V> List<RecordMetadata> produce(
            Collection<ProducerRecord<K, V>> records, Serializer<K> keys, Serializer<V> values) {
        try (KafkaProducer<K, V> producer = new KafkaProducer<>(producerConfig(), keys, values)) {
            List<Future<RecordMetadata>> pending = new ArrayList<>();
            for (ProducerRecord<K, V> record : records) {
                pending.add(producer.send(record));
            }
            producer.flush();
            List<RecordMetadata> written = new ArrayList<>();
            for (Future<RecordMetadata> one : pending) {
                written.add(one.get());
            }
            return written;
        } catch (Exception e) {
            throw new AssertionFailedError("Cannot write records", e);
        }
    }

    private Map<String, Object> producerConfig() {
        return Map.of("bootstrap.servers", bootstrapServers, "acks", "all", "linger.ms", 0);
    }

    /**
     * Reads everything that a topic holds when this is called, committed records only, in offset order per partition.
     *
     * @throws AssertionFailedError when the end is not reached in time, be it that a transaction stays open
     */
    public <K, V> List<ConsumerRecord<K, V>> readAll(
            String topic, Deserializer<K> keys, Deserializer<V> values, Duration limit) {
        try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(consumerConfig(), keys, values)) {
            List<TopicPartition> partitions = assignAll(consumer, topic);
            Map<TopicPartition, Long> ends = writtenEnds(partitions);
            List<ConsumerRecord<K, V>> records = new ArrayList<>();
            Await.value(
                    "reading " + topic + " up to " + ends + " (an open transaction holds readers back)",
                    limit,
                    () -> {
                        consumer.poll(POLL).forEach(records::add);
                        return positions(consumer, partitions);
                    },
                    positions ->
                            ends.entrySet().stream().allMatch(end -> positions.get(end.getKey()) >= end.getValue()));
            return records.stream()
                    .filter(record -> record.offset() < ends.get(new TopicPartition(topic, record.partition())))
                    .toList();
        }
    }

    /** Reads committed records from the beginning until they satisfy the condition, and gives all that were read. */
    public <K, V> List<ConsumerRecord<K, V>> readUntil(
            String topic,
            Deserializer<K> keys,
            Deserializer<V> values,
            Duration limit,
            Predicate<? super List<ConsumerRecord<K, V>>> enough) {
        try (KafkaConsumer<K, V> consumer = new KafkaConsumer<>(consumerConfig(), keys, values)) {
            assignAll(consumer, topic);
            List<ConsumerRecord<K, V>> records = new ArrayList<>();
            Await.value(
                    "enough records in " + topic,
                    limit,
                    () -> {
                        consumer.poll(POLL).forEach(records::add);
                        return records;
                    },
                    enough);
            return records;
        }
    }

    private Map<String, Object> consumerConfig() {
        return Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "isolation.level",
                "read_committed",
                "auto.offset.reset",
                "none",
                "enable.auto.commit",
                false,
                "fetch.max.wait.ms",
                100);
    }

    private static List<TopicPartition> assignAll(KafkaConsumer<?, ?> consumer, String topic) {
        List<PartitionInfo> known = Await.value(
                "partitions of " + topic, LIMIT, () -> consumer.partitionsFor(topic), list -> !list.isEmpty());
        List<TopicPartition> partitions = known.stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return partitions;
    }

    /** Ends as written, open transactions included; the end that a committed reader sees would hide what is still to come. */
    private Map<TopicPartition, Long> writtenEnds(List<TopicPartition> partitions) {
        Map<String, Object> config = new HashMap<>(consumerConfig());
        config.put("isolation.level", "read_uncommitted");
        config.put("key.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        config.put("value.deserializer", "org.apache.kafka.common.serialization.ByteArrayDeserializer");
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config)) {
            consumer.assign(partitions);
            return consumer.endOffsets(partitions, LIMIT);
        }
    }

    private static Map<TopicPartition, Long> positions(KafkaConsumer<?, ?> consumer, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
        return positions;
    }
}
