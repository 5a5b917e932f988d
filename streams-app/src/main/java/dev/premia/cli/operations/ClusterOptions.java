package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.runtime.InvalidSettingException;
import dev.premia.runtime.RuntimeSettings;
import dev.premia.runtime.SettingLayers;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Which cluster, and the settings of the application on it. */
final class ClusterOptions {
    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers, separated by commas. Environment: PREMIA_BOOTSTRAP_SERVERS.")
    private String bootstrapServer;

    @Option(
            names = "--schema-registry",
            paramLabel = "URL",
            description = "Schema registry with Confluent's interface. Environment: PREMIA_SCHEMA_REGISTRY_URL.")
    private String schemaRegistry;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Properties file with settings of Premia, Kafka Streams and its clients. Options and environment"
                            + " variables win over it.")
    private Path config;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of each keyed topic; cannot change later. Default: 4")
    private String partitions;

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Copies of each partition; -1 (default) for the broker's default.")
    private String replicationFactor;

    @Option(
            names = "--timestamps",
            paramLabel = "WHO",
            description =
                    "Who sets the time of recording of inputs: broker (default; no client can forge it) or producer"
                            + " (a past month can be loaded).")
    private String timestamps;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Another setting, e.g. commit.interval.ms=500.")
    private Map<String, String> settings = new LinkedHashMap<>();

    /** All layers put together; what is needed is not checked yet. */
    RuntimeSettings settings() {
        return settings(RuntimeSettings.STATE_DIRECTORY, null);
    }

    /** The same with one more option of the command line; null adds nothing. */
    RuntimeSettings settings(String name, String value) {
        try {
            SettingLayers layers = SettingLayers.begin();
            if (config != null) {
                layers.file(config);
            }
            layers.environment(System.getenv());
            settings.forEach(layers::option);
            return layers.option(RuntimeSettings.BOOTSTRAP_SERVERS, bootstrapServer)
                    .option(RuntimeSettings.SCHEMA_REGISTRY, schemaRegistry)
                    .option(RuntimeSettings.PARTITIONS, partitions)
                    .option(RuntimeSettings.REPLICATION_FACTOR, replicationFactor)
                    .option(RuntimeSettings.INPUT_TIMESTAMPS, timestamps)
                    .option(name, value)
                    .build();
        } catch (InvalidSettingException e) {
            throw CommandException.badInput(e.getMessage(), e);
        }
    }
}
