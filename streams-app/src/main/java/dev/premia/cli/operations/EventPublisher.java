package dev.premia.cli.operations;

import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.TopicSpec;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes events to their topics, each with its own time of recording. A record that the cluster refuses makes the next call
 * fail. Not thread-safe.
 */
public final class EventPublisher implements AutoCloseable {
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, ?> serdeSettings;
    private final Map<String, Serializer<SpecificRecord>> serializers = new HashMap<>();
    private final AtomicReference<Exception> refused = new AtomicReference<>();
    private final AtomicLong sent = new AtomicLong();

    /**
     * @param clientSettings address and security of the cluster
     * @param serdeSettings settings of Avro serdes, at least {@code schema.registry.url}
     * @param lingerMillis how long the producer waits for more records
     */
    public EventPublisher(Map<String, Object> clientSettings, Map<String, ?> serdeSettings, int lingerMillis) {
        Map<String, Object> settings = new HashMap<>(clientSettings);
        settings.put("acks", "all");
        settings.put("compression.type", "lz4");
        settings.put("batch.size", 128 << 10);
        settings.put("linger.ms", lingerMillis);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        this.serdeSettings = serdeSettings;
    }

    /** Sends without waiting. */
    public void send(TopicSpec<?> topic, String key, SpecificRecord value, Instant recordedAt) {
        send(topic, key, bytes(topic, value), recordedAt.toEpochMilli());
    }

    /** A value in the form in which its topic has it. */
    public byte[] bytes(TopicSpec<?> topic, SpecificRecord value) {
        return serializer(topic).serialize(topic.name(), value);
    }

    /**
     * Sends a value that has been serialized, without waiting.
     *
     * @param recordedAt milliseconds since the epoch
     */
    public void send(TopicSpec<?> topic, String key, byte[] value, long recordedAt) {
        failIfRefused();
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic.name(), null, recordedAt, key, value);
        // The callback keeps what the future would say.
        Future<RecordMetadata> unused = producer.send(record, (metadata, thrown) -> {
            if (thrown != null) {
                refused.compareAndSet(null, thrown);
            }
        });
        sent.incrementAndGet();
    }

    /** Returns when everything sent is in the log. */
    public void flush() {
        producer.flush();
        failIfRefused();
    }

    /** Records sent so far. */
    public long sent() {
        return sent.get();
    }

    private void failIfRefused() {
        Exception thrown = refused.get();
        if (thrown != null) {
            throw new IllegalStateException("The cluster refused a record: " + thrown.getMessage(), thrown);
        }
    }

    @SuppressWarnings("unchecked") // A topic's serializer is asked for records of its own contract alone.
    private Serializer<SpecificRecord> serializer(TopicSpec<?> topic) {
        return serializers.computeIfAbsent(topic.name(), name -> (Serializer<SpecificRecord>) (Serializer<?>)
                AvroSerde.ofValues(topic.valueType(), serdeSettings).serializer());
    }

    @Override
    public void close() {
        producer.close();
        serializers.values().forEach(Serializer::close);
    }
}
