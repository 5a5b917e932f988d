package dev.premia.codec.avro;

import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.MockSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/** Publishes contracts as producers do, with a registry in memory. */
final class WireFixture {
    private final SchemaRegistryClient registry = new MockSchemaRegistryClient();
    private final Map<TopicSpec<?>, AvroSerde<?>> serdes = new HashMap<>();

    SchemaRegistryClient registry() {
        return registry;
    }

    @SuppressWarnings("unchecked") // Every topic is stored with the serde of its own contract.
    <A extends SpecificRecord> byte[] bytes(TopicSpec<A> topic, A contract) {
        AvroSerde<A> serde = (AvroSerde<A>) serdes.computeIfAbsent(topic, key -> serde(topic));
        return serde.serializer().serialize(topic.name(), contract);
    }

    private <A extends SpecificRecord> AvroSerde<A> serde(TopicSpec<A> topic) {
        AvroSerde<A> serde = new AvroSerde<>(topic.valueType(), registry);
        serde.configure(Map.of("schema.registry.url", "mock://codec"), false);
        return serde;
    }
}
