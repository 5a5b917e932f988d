package dev.premia.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.local.registry.LocalRegistry;
import dev.premia.local.registry.RegistryOptions;
import dev.premia.testkit.TopicAccess;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LocalClusterIT {
    private static final AvroSchema FIRST = new AvroSchema("\"string\"");
    private static final AvroSchema SECOND = new AvroSchema("\"long\"");
    private static final AvroSchema THIRD = new AvroSchema("\"boolean\"");

    @TempDir
    Path data;

    @ParameterizedTest
    @EnumSource(LocalCluster.Placement.class)
    void shouldKeepSchemasIdsAndLevelsWhenRestarted(LocalCluster.Placement placement) throws Exception {
        LocalCluster.Options options = LocalCluster.Options.at(data).withPlacement(placement);
        int first;
        try (LocalCluster cluster = LocalCluster.start(options);
                SchemaRegistryClient client = client(cluster)) {
            first = client.register("a", FIRST);
            client.updateCompatibility("a", "BACKWARD");
            client.updateCompatibility(null, "NONE");
            // An id that was given out is never given to another schema, not even when its own is gone.
            assertThat(client.register("b", SECOND)).isEqualTo(first + 1);
            client.deleteSubject("b");
            client.deleteSubject("b", true);
        }
        try (LocalCluster cluster = LocalCluster.start(options);
                SchemaRegistryClient client = client(cluster)) {
            assertThat(client.getAllSubjects()).containsExactly("a");
            assertThat(client.getId("a", FIRST)).isEqualTo(first);
            assertThat(client.getCompatibility("a")).isEqualTo("BACKWARD");
            assertThat(client.getCompatibility(null)).isEqualTo("NONE");
            assertThat(client.register("c", THIRD)).isEqualTo(first + 2);
        }
    }

    @Test
    void shouldKeepSchemasInACompactedTopicOfOnePartition() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(LocalCluster.Options.at(data));
                SchemaRegistryClient client = client(cluster);
                Admin admin = Admin.create(Map.of("bootstrap.servers", cluster.bootstrapServers()))) {
            client.register("a", FIRST);

            ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, LocalRegistry.TOPIC);
            assertThat(admin.describeConfigs(Set.of(topic))
                            .all()
                            .get()
                            .get(topic)
                            .get("cleanup.policy")
                            .value())
                    .isEqualTo("compact");
            assertThat(new TopicAccess(cluster.bootstrapServers())
                            .readAll(
                                    LocalRegistry.TOPIC,
                                    new StringDeserializer(),
                                    new StringDeserializer(),
                                    Duration.ofSeconds(30)))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.partition()).isZero();
                        assertThat(record.key())
                                .isEqualTo("{\"format\":1,\"type\":\"SCHEMA\",\"subject\":\"a\",\"version\":1}");
                    });
        }
    }

    @Test
    void shouldRefuseWritesAndServeReadsWhileTheBrokerIsDownAndGoOnAfterwards() throws Exception {
        LocalBrokerProcess broker = LocalBrokerProcess.start(BrokerOptions.at(data));
        try (LocalRegistry registry = LocalRegistry.start(broker.bootstrapServers(), RegistryOptions.defaults());
                SchemaRegistryClient client = new CachedSchemaRegistryClient(registry.url(), 10)) {
            int first = client.register("a", FIRST);
            broker.kill();

            assertThat(new CachedSchemaRegistryClient(registry.url(), 10).getSchemaById(first))
                    .isEqualTo(FIRST);
            assertThatThrownBy(() -> client.register("b", SECOND))
                    .isInstanceOfSatisfying(RestClientException.class, e -> {
                        assertThat(e.getStatus()).isEqualTo(500);
                        assertThat(e.getErrorCode()).isEqualTo(50001);
                    });

            broker = broker.restart();
            assertThat(client.register("b", SECOND)).isEqualTo(first + 1);
            assertThat(client.register("c", THIRD)).isEqualTo(first + 2);
        } finally {
            broker.close();
        }
    }

    private static SchemaRegistryClient client(LocalCluster cluster) {
        return new CachedSchemaRegistryClient(cluster.registryUrl(), 10);
    }
}
