package dev.premia.local.registry;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A log in one partition of a compacted topic. One registry writes to a topic; a second one would give out the same ids for
 * different schemas.
 */
final class KafkaSchemaLog implements SchemaLog {
    private static final int LIMIT_MS = 15_000;
    private static final Duration LIMIT = Duration.ofMillis(LIMIT_MS);
    private static final Duration POLL = Duration.ofMillis(200);

    private final LogEntryFormat format = new LogEntryFormat();
    private final TopicPartition partition;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaConsumer<byte[], byte[]> consumer;

    /** Creates the topic when it is missing. */
    KafkaSchemaLog(String bootstrapServers, String topic) {
        createTopic(bootstrapServers, topic);
        partition = new TopicPartition(topic, 0);
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "premia-registry",
                        "acks",
                        "all",
                        "linger.ms",
                        0,
                        "max.block.ms",
                        LIMIT_MS,
                        "request.timeout.ms",
                        LIMIT_MS / 3,
                        "delivery.timeout.ms",
                        LIMIT_MS),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "client.id",
                        "premia-registry",
                        "enable.auto.commit",
                        false,
                        "fetch.max.wait.ms",
                        50,
                        "default.api.timeout.ms",
                        LIMIT_MS),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
    }

    private static void createTopic(String bootstrapServers, String topic) {
        NewTopic wanted = new NewTopic(topic, 1, (short) 1).configs(Map.of("cleanup.policy", "compact"));
        try (Admin admin =
                Admin.create(Map.of("bootstrap.servers", bootstrapServers, "client.id", "premia-registry"))) {
            await(admin.createTopics(List.of(wanted)).all());
        } catch (RegistryException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw e;
            }
        }
    }

    @Override
    public void append(List<LogEntry> entries) {
        try {
            Future<RecordMetadata> last = null;
            for (LogEntry entry : entries) {
                // The idempotent producer keeps the order, so the last acknowledgement stands for all.
                last = producer.send(
                        new ProducerRecord<>(partition.topic(), 0, format.key(entry), format.value(entry)));
            }
            if (last != null) {
                await(last);
            }
        } catch (KafkaException e) {
            throw RegistryException.storeFailed(e.getMessage(), e);
        }
    }

    @Override
    public void catchUp(Consumer<LogEntry> reader) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            long end = consumer.endOffsets(List.of(partition), LIMIT).get(partition);
            while (consumer.position(partition, LIMIT) < end) {
                if (System.nanoTime() - deadline > 0) {
                    throw RegistryException.storeFailed("the schema topic was not read to its end in time", null);
                }
                for (ConsumerRecord<byte[], byte[]> change : consumer.poll(POLL)) {
                    reader.accept(format.read(change.key(), change.value()));
                }
            }
        } catch (KafkaException e) {
            throw RegistryException.storeFailed(e.getMessage(), e);
        }
    }

    private static <T> T await(Future<T> future) {
        try {
            return future.get(2L * LIMIT_MS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw RegistryException.storeFailed(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw RegistryException.storeFailed("the broker did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RegistryException.storeFailed("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(2));
        consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
    }
}
