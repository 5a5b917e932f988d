package dev.premia.cli.operations;

import dev.premia.schemas.TopicSpec;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads topics as they are now: committed records from the first to the last at the time of the call. */
final class TopicReader {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STILL = Duration.ofSeconds(30);

    private final Map<String, Object> settings;

    /** @param clientSettings address and security of the cluster */
    TopicReader(Map<String, Object> clientSettings) {
        settings = new HashMap<>(clientSettings);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("max.poll.records", "5000");
    }

    /** A consumer of bytes with these settings, assigned to all partitions of a topic. */
    KafkaConsumer<byte[], byte[]> assigned(TopicSpec<?> topic, boolean fromEnd) {
        KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        if (fromEnd) {
            consumer.seekToEnd(partitions);
        } else {
            consumer.seekToBeginning(partitions);
        }
        partitions.forEach(consumer::position);
        return consumer;
    }

    /** Hands over every committed record of a topic; those of one partition in their order. */
    void forEach(TopicSpec<?> topic, Consumer<ConsumerRecord<byte[], byte[]>> visitor) {
        try (KafkaConsumer<byte[], byte[]> consumer = assigned(topic, false)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long deadline = System.nanoTime() + STILL.toNanos();
            while (!isDone(consumer, ends)) {
                var records = consumer.poll(POLL);
                for (ConsumerRecord<byte[], byte[]> each : records) {
                    if (each.offset() < ends.get(new TopicPartition(each.topic(), each.partition()))) {
                        visitor.accept(each);
                    }
                }
                if (!records.isEmpty()) {
                    deadline = System.nanoTime() + STILL.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "Topic %s gave nothing for %d s before its end; is the broker alive?"
                                    .formatted(topic.name(), STILL.toSeconds()));
                }
            }
        }
    }

    private static boolean isDone(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }
}
