package dev.premia.runtime;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Puts {@link RuntimeSettings} together. Each layer replaces what the ones before it say:
 *
 * <ol>
 *   <li>defaults of Premia, see {@link #defaults()};
 *   <li>a properties file, {@code --config};
 *   <li>environment variables: {@code PREMIA_} and the name in capitals with {@code _} for dots, so {@code
 *       PREMIA_COMMIT_INTERVAL_MS} is {@code commit.interval.ms} and {@code PREMIA_ZONE} is {@code premia.zone}; variables that
 *       name no setting are left alone;
 *   <li>options of the command line.
 * </ol>
 *
 * <p>What the exactness of the ledger rests on is in none of the layers: a file, variable or option that sets one of {@link
 * #FIXED} or of the related settings is refused, whatever value it has.
 */
public final class SettingLayers {
    private static final String ENVIRONMENT_PREFIX = "PREMIA_";

    /** What is always so. */
    static final Map<String, String> FIXED = Map.of(
            StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
            StreamsConfig.EXACTLY_ONCE_V2,
            StreamsConfig.GROUP_PROTOCOL_CONFIG,
            "streams",
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            "true",
            // Reuse of source topics as changelogs can lose a table under exactly-once.
            StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
            StreamsConfig.NO_OPTIMIZATION,
            // Bad input is data and becomes a dead letter; an exception in ledger code is a defect and stops
            // everything.
            StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
            "org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler",
            StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
            SharedRocksDbMemory.class.getName());

    private static final Set<String> REFUSED = Set.of(
            "default.key.serde",
            "default.value.serde",
            "default.timestamp.extractor",
            "default.client.supplier",
            "deserialization.exception.handler",
            "default.deserialization.exception.handler",
            "production.exception.handler",
            "default.production.exception.handler",
            "processor.wrapper.class",
            "errors.dead.letter.queue.topic.name",
            "upgrade.from",
            "num.standby.replicas",
            "group.id",
            "group.instance.id",
            "auto.offset.reset",
            "enable.auto.commit",
            "isolation.level",
            "key.serializer",
            "value.serializer",
            "key.deserializer",
            "value.deserializer",
            "partitioner.class",
            "enable.idempotence",
            "acks",
            "transactional.id");

    private static final String[] CLIENT_PREFIXES = {
        "main.consumer.", "restore.consumer.", "global.consumer.", "consumer.", "producer.", "admin.", "topic."
    };

    private final Map<String, String> values = new HashMap<>(defaults());

    /** Settings that begin with Premia's defaults. */
    public static SettingLayers begin() {
        return new SettingLayers();
    }

    /**
     * Premia's defaults. They suit two cores and one machine: results are visible some 300 to 600 ms after an event, a batch
     * of the producer is large, state lives in RocksDB with a cache in front.
     */
    public static Map<String, String> defaults() {
        int cores = Runtime.getRuntime().availableProcessors();
        Map<String, String> defaults = new TreeMap<>();
        defaults.put(RuntimeSettings.APPLICATION_ID, "premia");
        defaults.put(
                RuntimeSettings.STATE_DIRECTORY, Path.of(".premia", "state").toString());
        defaults.put(RuntimeSettings.REPLICATION_FACTOR, "-1");
        defaults.put(RuntimeSettings.PARTITIONS, "4");
        defaults.put(RuntimeSettings.ZONE, "Europe/Moscow");
        defaults.put(RuntimeSettings.CURRENCY, "RUB");
        defaults.put(RuntimeSettings.FLUSH_INTERVAL, "100");
        defaults.put(RuntimeSettings.STATE_IN_MEMORY, "false");
        defaults.put(RuntimeSettings.INPUT_TIMESTAMPS, "broker");
        defaults.put(RuntimeSettings.REGISTER_SCHEMAS, "true");
        defaults.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, String.valueOf(cores));
        defaults.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "200");
        defaults.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, String.valueOf(96L << 20));
        defaults.put(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, "5000");
        // A task does not wait for partitions without records: sums are the same whatever order topics are read in.
        defaults.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, "-1");
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), String.valueOf(256 << 10));
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), "10");
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), String.valueOf(64L << 20));
        // A transaction that begins while the broker still completes the one before is sent away for this long.
        defaults.put(StreamsConfig.producerPrefix(ProducerConfig.RETRY_BACKOFF_MS_CONFIG), "15");
        defaults.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), "5000");
        defaults.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG), "50");
        defaults.put(
                StreamsConfig.mainConsumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
                String.valueOf(2 << 20));
        return defaults;
    }

    /**
     * Adds a properties file, in UTF-8.
     *
     * @throws InvalidSettingException when it cannot be read or sets what must not be set
     */
    public SettingLayers file(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidSettingException(
                    "File " + file + " cannot be read as properties: " + e.getMessage() + ".", e);
        }
        for (String name : properties.stringPropertyNames()) {
            put(name, properties.getProperty(name), "file " + file);
        }
        return this;
    }

    /** Adds the variables of an environment that name a setting. */
    public SettingLayers environment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(ENVIRONMENT_PREFIX)) {
                String name = variable.substring(ENVIRONMENT_PREFIX.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.');
                String own = "premia." + name;
                if (RuntimeSettings.OWN.contains(own)) {
                    put(own, value, "variable " + variable);
                } else if (isKnown(name)) {
                    put(name, value, "variable " + variable);
                }
            }
        });
        return this;
    }

    /** Adds an option of the command line; null adds nothing. */
    public SettingLayers option(String name, String value) {
        if (value != null) {
            put(name, value, "command line");
        }
        return this;
    }

    /** The settings so far. */
    public RuntimeSettings build() {
        return new RuntimeSettings(values);
    }

    private void put(String name, String value, String origin) {
        String bare = withoutPrefix(name);
        if (FIXED.containsKey(bare) || REFUSED.contains(bare)) {
            throw new InvalidSettingException(
                    "Setting %s (%s) must not be set: the exactness of the ledger rests on it. Remove it."
                            .formatted(name, origin));
        }
        if (!isKnown(name)) {
            throw new InvalidSettingException(
                    "Setting %s (%s) is not known. Expected a setting of Kafka Streams, of its clients (%s), of the schema"
                                    .formatted(name, origin, String.join(", ", CLIENT_PREFIXES))
                            + " registry's client, or one of " + new java.util.TreeSet<>(RuntimeSettings.OWN) + ".");
        }
        values.put(name, value.trim());
    }

    private static boolean isKnown(String name) {
        String bare = withoutPrefix(name);
        return RuntimeSettings.OWN.contains(name)
                || isRegistrySetting(name)
                || StreamsConfig.configDef().names().contains(name)
                || ProducerConfig.configNames().contains(bare)
                || ConsumerConfig.configNames().contains(bare)
                || AdminClientConfig.configNames().contains(bare)
                || name.startsWith("topic.");
    }

    static boolean isRegistrySetting(String name) {
        return name.startsWith("schema.registry.") || name.startsWith("basic.auth.");
    }

    private static String withoutPrefix(String name) {
        for (String prefix : CLIENT_PREFIXES) {
            if (name.startsWith(prefix)) {
                return name.substring(prefix.length());
            }
        }
        return name;
    }

    /** The environment variable that sets a setting. */
    static String environmentName(String setting) {
        String name = setting.startsWith("premia.") ? setting.substring("premia.".length()) : setting;
        return ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
