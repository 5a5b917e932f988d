package dev.premia.runtime;

import dev.premia.schemas.TopicSpec.Timestamps;
import dev.premia.topology.StreamsSettings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * The settings of the streams application, put together by {@link SettingLayers}. Everything is a property: Premia's own
 * begin with {@code premia.}, the others are Kafka's.
 *
 * <p>Immutable. Accessors throw {@link InvalidSettingException} where a value does not make sense; {@link #check()} asks all
 * of them.
 */
public final class RuntimeSettings {
    public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    public static final String SCHEMA_REGISTRY = "schema.registry.url";
    public static final String APPLICATION_ID = "application.id";
    public static final String STATE_DIRECTORY = "state.dir";
    public static final String REPLICATION_FACTOR = "replication.factor";
    public static final String PARTITIONS = "premia.partitions";
    public static final String ZONE = "premia.zone";
    public static final String CURRENCY = "premia.currency";
    public static final String FLUSH_INTERVAL = "premia.flush.interval.ms";
    public static final String STATE_IN_MEMORY = "premia.state.in.memory";
    public static final String INPUT_TIMESTAMPS = "premia.input.timestamps";
    public static final String REGISTER_SCHEMAS = "premia.register.schemas";
    public static final String SESSION_TIMEOUT = "premia.group.session.timeout.ms";
    public static final String STANDBY_REPLICAS = "premia.group.standby.replicas";

    /** Premia's own settings. */
    static final Set<String> OWN = Set.of(
            PARTITIONS,
            ZONE,
            CURRENCY,
            FLUSH_INTERVAL,
            STATE_IN_MEMORY,
            INPUT_TIMESTAMPS,
            REGISTER_SCHEMAS,
            SESSION_TIMEOUT,
            STANDBY_REPLICAS,
            SharedRocksDbMemory.MEMORY_SETTING);

    private final Map<String, String> values;

    RuntimeSettings(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Checks every value that can be checked without a cluster. */
    public RuntimeSettings check() {
        required(BOOTSTRAP_SERVERS, "--bootstrap-server HOST:PORT");
        required(SCHEMA_REGISTRY, "--schema-registry URL");
        topologySettings();
        topicLayout();
        groupSettings();
        return this;
    }

    public String bootstrapServers() {
        return required(BOOTSTRAP_SERVERS, "--bootstrap-server HOST:PORT");
    }

    public String schemaRegistry() {
        return required(SCHEMA_REGISTRY, "--schema-registry URL");
    }

    public String applicationId() {
        return values.get(APPLICATION_ID);
    }

    public Path stateDirectory() {
        return Path.of(values.get(STATE_DIRECTORY)).toAbsolutePath().normalize();
    }

    /** What the topology is told. */
    public StreamsSettings topologySettings() {
        return new StreamsSettings(
                (int) number(PARTITIONS, 1, 10_000),
                zone(),
                currency(),
                Duration.ofMillis(number(FLUSH_INTERVAL, 10, 60_000)),
                flag(STATE_IN_MEMORY));
    }

    /** How the topics of the cluster must be. */
    public TopicLayout topicLayout() {
        String timestamps = values.get(INPUT_TIMESTAMPS);
        Timestamps inputs =
                switch (timestamps.toLowerCase(Locale.ROOT)) {
                    case "broker" -> Timestamps.BROKER;
                    case "producer" -> Timestamps.PRODUCER;
                    default -> throw invalid(INPUT_TIMESTAMPS, timestamps, "broker or producer");
                };
        return new TopicLayout(
                (int) number(PARTITIONS, 1, 10_000), (short) number(REPLICATION_FACTOR, -1, 100), inputs);
    }

    /** What the broker is told of the application's group; empty where its defaults hold. */
    public Map<String, String> groupSettings() {
        Map<String, String> settings = new TreeMap<>();
        if (values.containsKey(SESSION_TIMEOUT)) {
            settings.put("streams.session.timeout.ms", String.valueOf(number(SESSION_TIMEOUT, 1_000, 3_600_000)));
        }
        if (values.containsKey(STANDBY_REPLICAS)) {
            settings.put("streams.num.standby.replicas", String.valueOf(number(STANDBY_REPLICAS, 0, 10)));
        }
        return settings;
    }

    /** The settings of Avro serdes. */
    public Map<String, Object> serdeSettings() {
        Map<String, Object> settings = registrySettings();
        settings.put(SCHEMA_REGISTRY, schemaRegistry());
        settings.put("auto.register.schemas", flag(REGISTER_SCHEMAS));
        return settings;
    }

    /** Credentials and the like for the client of the registry: all that begins with {@code schema.registry.} or {@code basic.auth.}. */
    public Map<String, Object> registrySettings() {
        Map<String, Object> settings = new HashMap<>();
        values.forEach((name, value) -> {
            if (SettingLayers.isRegistrySetting(name) && !name.equals(SCHEMA_REGISTRY)) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    List<String> registryUrls() {
        return List.of(schemaRegistry().split("\\s*,\\s*"));
    }

    /** The settings of an admin client of the same cluster. */
    public Map<String, Object> adminSettings() {
        Map<String, Object> settings = new HashMap<>();
        values.forEach((name, value) -> {
            if (AdminClientConfig.configNames().contains(name)) {
                settings.put(name, value);
            }
            if (name.startsWith(StreamsConfig.ADMIN_CLIENT_PREFIX)) {
                settings.put(name.substring(StreamsConfig.ADMIN_CLIENT_PREFIX.length()), value);
            }
        });
        return settings;
    }

    /** The settings of a plain consumer or producer of the same cluster: address, security and nothing that tunes the stream. */
    public Map<String, Object> clientSettings() {
        Map<String, Object> settings = new HashMap<>();
        values.forEach((name, value) -> {
            if (name.equals(BOOTSTRAP_SERVERS)
                    || name.startsWith("ssl.")
                    || name.startsWith("sasl.")
                    || name.equals(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG)) {
                settings.put(name, value);
            }
        });
        return settings;
    }

    /** The settings of Kafka Streams. */
    public Map<String, Object> streamsSettings() {
        Map<String, Object> settings = new HashMap<>(values);
        settings.putAll(SettingLayers.FIXED);
        return settings;
    }

    private ZoneId zone() {
        try {
            return ZoneId.of(values.get(ZONE));
        } catch (DateTimeException e) {
            throw new InvalidSettingException(
                    "Setting %s: found \"%s\", expected an IANA time zone such as Europe/Moscow."
                            .formatted(ZONE, values.get(ZONE)),
                    e);
        }
    }

    private String currency() {
        String currency = values.get(CURRENCY);
        boolean known = java.util.Currency.getAvailableCurrencies().stream()
                .anyMatch(each -> each.getCurrencyCode().equals(currency));
        if (!known) {
            throw invalid(CURRENCY, currency, "an ISO 4217 code such as RUB");
        }
        return currency;
    }

    private boolean flag(String name) {
        String value = values.get(name);
        if (!value.equals("true") && !value.equals("false")) {
            throw invalid(name, value, "true or false");
        }
        return value.equals("true");
    }

    private long number(String name, long least, long greatest) {
        String value = values.get(name);
        try {
            long number = Long.parseLong(value.trim());
            if (number >= least && number <= greatest) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(
                    "Setting %s: found \"%s\", expected a whole number from %d to %d."
                            .formatted(name, value, least, greatest),
                    e);
        }
        throw invalid(name, value, "a whole number from " + least + " to " + greatest);
    }

    private String required(String name, String option) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new InvalidSettingException(
                    "Setting %s is missing. Give %s, set %s, or put it into the file of --config."
                            .formatted(name, option, SettingLayers.environmentName(name)));
        }
        return value;
    }

    private static InvalidSettingException invalid(String name, String found, String expected) {
        return new InvalidSettingException("Setting %s: found \"%s\", expected %s.".formatted(name, found, expected));
    }
}
