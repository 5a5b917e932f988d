package dev.premia.cli;

import dev.premia.runtime.NotReadyException;
import dev.premia.runtime.Reachability;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.CommonClientConfigs;
import picocli.CommandLine.Option;

/** Which cluster and registry a command talks to. */
public final class ClusterOptions {
    private static final int CACHED_SCHEMAS = 1000;
    private static final String REGISTRY_URL = "schema.registry.url";

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            order = 50,
            description = "Brokers of the Kafka cluster, separated by commas.")
    private String bootstrapServer;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            order = 51,
            description = "Schema registry, e.g. http://localhost:8081.")
    private String schemaRegistry;

    @Option(
            names = "--client-config",
            paramLabel = "FILE",
            order = 52,
            description = "Properties of Kafka and registry clients: TLS, SASL, credentials.")
    private Path clientConfig;

    /** Whether a cluster was named. */
    public boolean given() {
        return bootstrapServer != null;
    }

    /** Whether any of these options was used. */
    public boolean touched() {
        return bootstrapServer != null || schemaRegistry != null || clientConfig != null;
    }

    /**
     * Settings for Kafka clients and Confluent serializers.
     *
     * @throws CommandException when an address is missing or the properties cannot be read
     */
    public Map<String, Object> client() {
        if (bootstrapServer == null) {
            throw CommandException.badInput(
                    "--bootstrap-server is missing; expected the brokers, e.g. localhost:9092.");
        }
        if (schemaRegistry == null) {
            throw CommandException.badInput(
                    "--schema-registry is missing; expected its address, e.g. http://localhost:8081.");
        }
        Map<String, Object> settings = new HashMap<>();
        properties().forEach((name, value) -> settings.put(name.toString(), value));
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServer);
        settings.put(REGISTRY_URL, schemaRegistry);
        return settings;
    }

    /**
     * Checks that the cluster and the registry answer, before a client waits for them for minutes.
     *
     * @throws CommandException saying which address does not answer and what to do
     */
    public void requireAnswer() {
        Map<String, Object> client = client();
        try {
            Reachability.broker(client);
            Reachability.registry(schemaRegistry, client);
        } catch (NotReadyException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }

    /** A client of the registry; the caller closes it. */
    public SchemaRegistryClient registry() {
        Map<String, Object> settings = client();
        return new CachedSchemaRegistryClient(List.of(schemaRegistry.split(",")), CACHED_SCHEMAS, settings);
    }

    private Properties properties() {
        Properties properties = new Properties();
        if (clientConfig != null) {
            try (Reader reader = Files.newBufferedReader(clientConfig)) {
                properties.load(reader);
            } catch (IOException e) {
                throw CommandException.badInput(
                        clientConfig + ": cannot be read (" + e.getMessage() + "); expected a properties file.", e);
            }
        }
        return properties;
    }
}
