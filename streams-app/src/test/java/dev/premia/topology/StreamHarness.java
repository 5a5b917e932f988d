package dev.premia.topology;

import dev.premia.domain.credit.Subject;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Alert;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.AvroTrust;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Kpi;
import dev.premia.schemas.Statement;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.MessageFormats;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.StateSerde;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.testutil.MockSchemaRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;

/** The whole topology in the test driver, spoken to in contract records. */
public final class StreamHarness implements AutoCloseable {
    private static final AtomicInteger SCOPES = new AtomicInteger();

    private final String scope = "harness-" + SCOPES.incrementAndGet();
    private final StreamsSettings settings;
    private final String description;
    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<String, byte[]>> inputs = new HashMap<>();
    private final Map<String, AvroSerde<?>> serdes = new HashMap<>();
    private final TestOutputTopic<String, Accrual> accruals;
    private final TestOutputTopic<String, Accrual> shadowAccruals;
    private final TestOutputTopic<String, Statement> statements;
    private final TestOutputTopic<String, Kpi> kpis;
    private final TestOutputTopic<String, DeadLetter> deadLetters;
    private final TestOutputTopic<String, Alert> alerts;
    private final List<Accrual> booked = new ArrayList<>();
    private final List<Accrual> shadowBooked = new ArrayList<>();
    private final Map<String, Kpi> latestKpis = new LinkedHashMap<>();
    private final Map<String, Statement> latestStatements = new LinkedHashMap<>();
    private final List<DeadLetter> letters = new ArrayList<>();
    private final List<KeyValue<String, Alert>> told = new ArrayList<>();

    public StreamHarness() {
        this(new StreamsSettings(1, StreamsSettings.defaults().zone(), "RUB", Duration.ofMillis(100), true));
    }

    public StreamHarness(StreamsSettings settings) {
        AvroTrust.install();
        this.settings = settings;
        Properties properties = properties();
        Topology topology = topology(settings, properties);
        description = topology.describe().toString();
        driver = new TopologyTestDriver(topology, properties, Instant.EPOCH);
        accruals = output(Topics.ACCRUALS, Accrual.class);
        shadowAccruals = output(Topics.SHADOW_ACCRUALS, Accrual.class);
        statements = output(Topics.STATEMENTS, Statement.class);
        kpis = output(Topics.KPIS, Kpi.class);
        deadLetters = output(Topics.DEAD_LETTERS, DeadLetter.class);
        alerts = output(Topics.ALERTS, Alert.class);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "premia");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        try {
            Path state = Files.createTempDirectory("premia-harness");
            properties.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private Topology topology(StreamsSettings streams, Properties properties) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        return PremiaTopology.build(streams, builder, registry(), serdeConfig());
    }

    private SchemaRegistryClient registry() {
        return MockSchemaRegistry.getClientForScope(scope);
    }

    private Map<String, Object> serdeConfig() {
        return Map.of("schema.registry.url", "mock://" + scope, "avro.remove.java.properties", true);
    }

    private <T extends SpecificRecord> TestOutputTopic<String, T> output(TopicSpec<T> topic, Class<T> type) {
        AvroSerde<T> serde = AvroSerde.ofValues(type, serdeConfig());
        return driver.createOutputTopic(topic.name(), new StringDeserializer(), serde.deserializer());
    }

    /** Sends a record under its id, recorded at the given instant. */
    public <T extends SpecificRecord> StreamHarness send(TopicSpec<T> topic, String key, T value, Instant recordedAt) {
        sendBytes(topic, key, bytes(topic, value), recordedAt);
        return this;
    }

    /** The bytes of a record as a producer would send them. */
    @SuppressWarnings("unchecked")
    public <T extends SpecificRecord> byte[] bytes(TopicSpec<T> topic, T value) {
        AvroSerde<T> serde = (AvroSerde<T>)
                serdes.computeIfAbsent(topic.name(), name -> AvroSerde.ofValues(topic.valueType(), serdeConfig()));
        return serde.serializer().serialize(topic.name(), value);
    }

    /** Sends raw bytes, good or bad. */
    public void sendBytes(TopicSpec<?> topic, String key, byte[] value, Instant recordedAt) {
        inputs.computeIfAbsent(
                        topic.name(),
                        name -> driver.createInputTopic(name, new StringSerializer(), new ByteArraySerializer()))
                .pipeInput(key, value, recordedAt);
    }

    /** Speaks to the manager stage directly, as the stages before it do. */
    public void tellManager(Subject subject, ManagerInput message, Instant recordedAt) {
        driver.createInputTopic(
                        "premia-" + Names.CHANGES_BY_SUBJECT + "-repartition",
                        new StringSerializer(),
                        StateSerde.of(MessageFormats.MANAGER).serializer())
                .pipeInput(subject.key(), message, recordedAt);
    }

    /** Tells the tasks of the manager stage alone what everybody is told, before or after the other stages hear of it. */
    public void tellManagers(String key, Reference reference, Instant recordedAt) {
        driver.createInputTopic(
                        "premia-" + Names.REFERENCES_TO_MANAGERS + "-repartition",
                        new StringSerializer(),
                        StateSerde.of(MessageFormats.REFERENCE).serializer())
                .pipeInput(key, reference, recordedAt);
    }

    /** The topology in Kafka's own words. */
    public String description() {
        return description;
    }

    /** Lets wall-clock time pass until everything that was gathered has been sent on through all stages. */
    public StreamHarness settle() {
        for (int i = 0; i < 6; i++) {
            driver.advanceWallClockTime(settings.flushInterval().multipliedBy(10));
        }
        return collect();
    }

    /** Takes in what has come out by now, without letting time pass. */
    public StreamHarness collect() {
        booked.addAll(accruals.readValuesToList());
        shadowBooked.addAll(shadowAccruals.readValuesToList());
        for (KeyValue<String, Kpi> kpi : kpis.readKeyValuesToList()) {
            latestKpis.put(kpi.key, kpi.value);
        }
        for (KeyValue<String, Statement> statement : statements.readKeyValuesToList()) {
            latestStatements.put(statement.key, statement.value);
        }
        letters.addAll(deadLetters.readValuesToList());
        told.addAll(alerts.readKeyValuesToList());
        return this;
    }

    /** How many marks of unfinished work the stages have set. */
    public long unfinished() {
        long marks = 0;
        for (String store : UnfinishedWork.stores()) {
            try (KeyValueIterator<Object, Object> rows =
                    driver.getKeyValueStore(store).all()) {
                while (rows.hasNext()) {
                    marks += UnfinishedWork.isMark(store, keyBytes(rows.next().key)) ? 1 : 0;
                }
            }
        }
        return marks;
    }

    private static byte[] keyBytes(Object key) {
        return key instanceof Integer number
                ? Serdes.Integer().serializer().serialize(null, number)
                : Serdes.String().serializer().serialize(null, (String) key);
    }

    /** Every ledger entry so far. */
    public List<Accrual> booked() {
        return booked;
    }

    /** Every entry of plans on trial so far. */
    public List<Accrual> shadowBooked() {
        return shadowBooked;
    }

    /** The sum of the entries by manager, plan, component and origin window; sums of 0 are left out. */
    public Map<String, Long> balances() {
        Map<String, Long> balances = new LinkedHashMap<>();
        for (Accrual accrual : booked) {
            balances.merge(line(accrual), accrual.getAmountMinor(), Math::addExact);
        }
        balances.values().removeIf(sum -> sum == 0);
        return balances;
    }

    private static String line(Accrual accrual) {
        return accrual.getManager() + "|" + accrual.getPlan() + "|" + accrual.getComponent() + "|"
                + accrual.getWindowKind() + "|" + accrual.getWindowStart();
    }

    public Map<String, Kpi> kpis() {
        return latestKpis;
    }

    public Map<String, Statement> statements() {
        return latestStatements;
    }

    /** Every message to managers and groups so far, by the key of its subject. */
    public List<KeyValue<String, Alert>> alerts() {
        return told;
    }

    public List<DeadLetter> deadLetters() {
        return letters;
    }

    @Override
    public void close() {
        driver.close();
        serdes.values().forEach(AvroSerde::close);
        MockSchemaRegistry.dropScope(scope);
    }
}
