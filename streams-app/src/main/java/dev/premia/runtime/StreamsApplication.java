package dev.premia.runtime;

import dev.premia.runtime.TopicState.Status;
import dev.premia.schemas.AvroTrust;
import dev.premia.topology.PremiaTopology;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.InvalidRequestException;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyConfig;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams application of this process: one instance of the group, with its own state directory. The first exception
 * that nobody handled stops it and is kept, so that {@code main} can end with a failure.
 *
 * <p>Used once: made, started, closed. Thread-safe.
 */
public final class StreamsApplication implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApplication.class);
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(60);
    private static final int CACHED_SCHEMAS = 1_000;
    /** How the broker begins its refusal; the error has no code of its own. */
    private static final String OTHER_TOPOLOGY = "Topology updates";

    private final RuntimeSettings settings;
    private final SchemaRegistryClient registry;
    private final Topology topology;
    private final KafkaStreams streams;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final AtomicReference<BiConsumer<KafkaStreams.State, KafkaStreams.State>> listener =
            new AtomicReference<>((now, before) -> {});
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicBoolean closed = new AtomicBoolean();

    private StreamsApplication(
            RuntimeSettings settings, SchemaRegistryClient registry, Topology topology, KafkaStreams streams) {
        this.settings = settings;
        this.registry = registry;
        this.topology = topology;
        this.streams = streams;
        streams.setUncaughtExceptionHandler(this::fail);
        streams.setStateListener(this::changed);
    }

    /**
     * Builds the topology and the clients; nothing runs yet.
     *
     * @throws InvalidSettingException when a setting cannot be used
     */
    public static StreamsApplication create(RuntimeSettings settings) {
        settings.check();
        AvroTrust.install();
        Properties properties = new Properties();
        properties.putAll(settings.streamsSettings());
        // Names are enforced only when the builder itself is told.
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        SchemaRegistryClient registry = registryClient(settings);
        Topology topology =
                PremiaTopology.build(settings.topologySettings(), builder, registry, settings.serdeSettings());
        try {
            Files.createDirectories(settings.stateDirectory());
        } catch (IOException e) {
            throw new InvalidSettingException(
                    "State directory " + settings.stateDirectory() + " cannot be created: " + e.getMessage() + ".", e);
        }
        return new StreamsApplication(settings, registry, topology, new KafkaStreams(topology, properties));
    }

    /** A client of the registry that the settings name. */
    public static SchemaRegistryClient registryClient(RuntimeSettings settings) {
        return new CachedSchemaRegistryClient(settings.registryUrls(), CACHED_SCHEMAS, settings.registrySettings());
    }

    /**
     * Checks that every topic is there with the right number of partitions and that the registry answers.
     *
     * @throws NotReadyException naming what is wrong and the command that helps
     */
    public void checkSurroundings() {
        try (TopicAdmin topics = TopicAdmin.connect(settings.adminSettings())) {
            checkTopics(topics.describe(settings.topicLayout()));
            topics.configureGroup(settings.applicationId(), settings.groupSettings());
        }
        try {
            registry.getAllSubjects();
        } catch (IOException | RestClientException e) {
            throw new NotReadyException(
                    "The schema registry " + settings.schemaRegistry() + " does not answer: " + e.getMessage()
                            + ". Check its address and state.",
                    e);
        }
    }

    private void checkTopics(List<TopicState> states) {
        List<TopicState> bad =
                states.stream().filter(state -> !state.isUsable()).toList();
        if (!bad.isEmpty()) {
            String found = bad.stream()
                    .map(state -> state.status() == Status.MISSING
                            ? "topic " + state.name() + " does not exist"
                            : "topic " + state.name() + ": " + state.differences())
                    .collect(Collectors.joining("; "));
            boolean missing = bad.stream().anyMatch(state -> state.status() == Status.MISSING);
            String help = missing
                    ? " Create them: premia topics create --bootstrap-server " + settings.bootstrapServers()
                            + " --partitions " + settings.topicLayout().partitions()
                    : " The number of partitions is part of the state: set " + RuntimeSettings.PARTITIONS
                            + " to what the topics have, or create them anew and replay.";
            throw new NotReadyException("The cluster is not ready: " + found + "." + help);
        }
        states.stream()
                .filter(state -> !state.differences().isEmpty())
                .forEach(state -> LOG.warn("Topic {}: {}", state.name(), state.differences()));
    }

    /** Starts the threads and returns at once. */
    public void start() {
        streams.start();
    }

    /** Tells of state changes: the new state, then the old one. One listener at a time. */
    public void onStateChange(BiConsumer<KafkaStreams.State, KafkaStreams.State> newListener) {
        listener.set(newListener);
    }

    /**
     * Returns when the application first runs.
     *
     * @throws NotReadyException when it failed, or the time is up
     */
    public void awaitRunning(Duration limit) {
        try {
            if (!running.await(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new NotReadyException(
                        "The application is not running after " + limit.toSeconds() + " s; its state is " + state());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotReadyException("Interrupted while the application started", e);
        }
        failure().ifPresent(thrown -> {
            throw new NotReadyException("The application failed: " + thrown, thrown);
        });
    }

    /** Waits until the application has stopped, by failure or by {@link #close()}; false when the time is up. */
    public boolean awaitStopped(Duration limit) throws InterruptedException {
        return stopped.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether it takes part in the group and processes. */
    public boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    public KafkaStreams.State state() {
        return streams.state();
    }

    /** What stopped it, if something did. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    public Topology topology() {
        return topology;
    }

    public RuntimeSettings settings() {
        return settings;
    }

    /** Records that source and repartition topics delivered to this process since its start. */
    public long recordsConsumed() {
        double sum = 0;
        for (Metric metric : streams.metrics().values()) {
            boolean total = metric.metricName().name().equals("records-consumed-total")
                    && metric.metricName().group().equals("consumer-fetch-manager-metrics")
                    && !metric.metricName().tags().containsKey("topic")
                    && !metric.metricName().tags().getOrDefault("client-id", "").contains("restore");
            if (total && metric.metricValue() instanceof Double value) {
                sum += value;
            }
        }
        return Math.round(sum);
    }

    /** All metrics of Kafka Streams and its clients. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    private StreamThreadExceptionResponse fail(Throwable exception) {
        Throwable thrown = explained(exception);
        if (failure.compareAndSet(null, thrown)) {
            LOG.error("The application stops: {}", thrown.toString(), thrown);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** Says in our words what the broker says of an instance that does not fit to the others. */
    private Throwable explained(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRequestException
                    && cause.getMessage() != null
                    && cause.getMessage().contains(OTHER_TOPOLOGY)) {
                return new NotReadyException(
                        "Group " + settings.applicationId()
                                + " is in use by instances with another topology: another release, or other values of "
                                + RuntimeSettings.PARTITIONS + ", " + RuntimeSettings.REPLICATION_FACTOR
                                + " or topic.* settings. Give all instances the same ones.",
                        thrown);
            }
        }
        return thrown;
    }

    private void changed(KafkaStreams.State now, KafkaStreams.State before) {
        if (now == KafkaStreams.State.RUNNING) {
            running.countDown();
        }
        if (now == KafkaStreams.State.ERROR || now == KafkaStreams.State.NOT_RUNNING) {
            running.countDown();
            stopped.countDown();
        }
        listener.get().accept(now, before);
    }

    /** Commits what is done, leaves the group and returns when all threads are gone. A second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        boolean inTime = streams.close(CLOSE_LIMIT);
        stopped.countDown();
        if (!inTime) {
            LOG.warn("The application did not stop within {} s", CLOSE_LIMIT.toSeconds());
        }
        try {
            registry.close();
        } catch (IOException e) {
            LOG.debug("The client of the registry did not close", e);
        }
    }
}
