package dev.premia.schemas;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.confluent.kafka.serializers.subject.TopicNameStrategy;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Reads and writes one contract in the Confluent wire format (a zero byte, the schema id, Avro binary).
 *
 * <p>Schemas live under the subject {@code <topic>-value} and are written without Java's own properties, so that clients
 * in other languages find the same schema id. Records are always read into the contract's current schema. Bytes that
 * cannot be read raise {@link org.apache.kafka.common.errors.SerializationException}.
 *
 * <p>The lists of a record that was read are Avro's own, whose {@code equals} fails on decimals, dates and instants: copy
 * what is to be compared.
 *
 * <p>Not thread-safe, like the serializers of Kafka: one instance per client.
 *
 * @param <T> the contract
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {

    private final Class<T> type;
    private final KafkaAvroSerializer serializer;
    private final KafkaAvroDeserializer deserializer;

    /** A serde whose registry is named by {@code schema.registry.url} in {@link #configure}. */
    public AvroSerde(Class<T> type) {
        this(type, null);
    }

    /** A serde that asks the given registry client, which it may share with other serdes. */
    public AvroSerde(Class<T> type, SchemaRegistryClient registry) {
        AvroTrust.install();
        this.type = type;
        this.serializer = registry == null ? new KafkaAvroSerializer() : new KafkaAvroSerializer(registry);
        this.deserializer = registry == null ? new KafkaAvroDeserializer() : new KafkaAvroDeserializer(registry);
    }

    /** A configured serde for record values. {@code config} has at least {@code schema.registry.url}. */
    public static <T extends SpecificRecord> AvroSerde<T> ofValues(Class<T> type, Map<String, ?> config) {
        AvroSerde<T> serde = new AvroSerde<>(type);
        serde.configure(config, false);
        return serde;
    }

    @Override
    public void configure(Map<String, ?> config, boolean isKey) {
        Map<String, Object> settings = new HashMap<>(config);
        String side = isKey ? "key" : "value";
        settings.put("specific.avro.reader", true);
        settings.put("specific.avro." + side + ".type", type.getName());
        settings.put("avro.remove.java.properties", true);
        settings.put(side + ".subject.name.strategy", TopicNameStrategy.class.getName());
        serializer.configure(settings, isKey);
        deserializer.configure(settings, isKey);
    }

    @Override
    @SuppressWarnings("unchecked") // The serializer takes any record; this type admits T alone.
    public Serializer<T> serializer() {
        return (Serializer<T>) (Serializer<?>) serializer;
    }

    @Override
    @SuppressWarnings("unchecked") // specific.avro.*.type makes the deserializer build T.
    public Deserializer<T> deserializer() {
        return (Deserializer<T>) (Deserializer<?>) deserializer;
    }

    @Override
    public void close() {
        serializer.close();
        deserializer.close();
    }
}
