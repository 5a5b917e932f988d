package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.connectors.file.InputRecord;
import dev.premia.connectors.file.JsonLineReader;
import dev.premia.runtime.StreamsApplication;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.TopicSpec;
import dev.premia.testkit.Await;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Somebody at the command line of a cluster on which the application runs. */
final class ClusterDesk implements AutoCloseable {
    private final StreamFixture fixture;
    private final EventPublisher publisher;
    private final StreamsApplication application;

    /** Starts a cluster and the application on it. */
    ClusterDesk(Path stateDirectory) {
        fixture = new StreamFixture(stateDirectory, 2);
        publisher = fixture.publisher();
        application = StreamsApplication.create(fixture.settings());
        application.checkSurroundings();
        application.start();
    }

    /** Publishes an event, a JSON line with {@code '} for quotes. */
    <T extends SpecificRecord> void record(Instant recordedAt, String line) {
        InputRecord record = new JsonLineReader("crm", ZoneOffset.UTC)
                .read(line.replace('\'', '"'), Path.of("events"), 1, problem -> {
                    throw new IllegalArgumentException(problem.toString());
                })
                .orElseThrow();
        @SuppressWarnings("unchecked") // The record was made by the contract of the topic.
        TopicSpec<T> topic = (TopicSpec<T>) record.topic();
        publisher.send(topic, record.key(), topic.valueType().cast(record.value()), recordedAt);
        publisher.flush();
    }

    /** Publishes a record as it is, recorded now. */
    <T extends SpecificRecord> void send(TopicSpec<T> topic, String key, T value) {
        publisher.send(topic, key, value, Instant.now());
        publisher.flush();
    }

    /** Runs a command on the cluster, in English, and expects it to succeed; returns what it prints, with plain spaces. */
    String run(String... args) {
        CommandRun run = attempt(args);
        assertThat(run.exitCode())
                .as(String.join(" ", args) + "\n" + run.err() + run.out())
                .isEqualTo(ExitCodes.DONE);
        return run.out();
    }

    /** Runs a command on the cluster, in English. */
    CommandRun attempt(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--lang",
                "en",
                "--bootstrap-server",
                fixture.kafka().bootstrapServers(),
                "--schema-registry",
                fixture.kafka().registryUrl()));
        return plain(CommandRun.of(all.toArray(String[]::new)));
    }

    /** Runs a command without a cluster, in English, and expects it to succeed. */
    static String offline(String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of("--lang", "en"));
        CommandRun run = plain(CommandRun.of(all.toArray(String[]::new)));
        assertThat(run.exitCode()).as(run.err() + run.out()).isEqualTo(ExitCodes.DONE);
        return run.out();
    }

    private static CommandRun plain(CommandRun run) {
        return new CommandRun(run.exitCode(), run.out().replace('\u00a0', ' '), run.err());
    }

    /** Returns once exactly this is booked; see {@link #booked}. */
    void await(TopicSpec<Accrual> topic, Map<String, Long> expected) {
        Await.value(topic.name() + " has " + expected, StreamFixture.LIMIT, () -> booked(topic), expected::equals);
    }

    /** Returns when the application has read everything and rests. */
    void settle() {
        fixture.awaitQuiet(application);
    }

    /** The entries of a topic of accruals, in their order. */
    List<Accrual> entries(TopicSpec<Accrual> topic) {
        try (AvroSerde<Accrual> serde =
                AvroSerde.ofValues(Accrual.class, fixture.settings().serdeSettings())) {
            return fixture
                    .kafka()
                    .topics()
                    .readAll(topic.name(), new StringDeserializer(), serde.deserializer(), StreamFixture.LIMIT)
                    .stream()
                    .map(entry -> entry.value())
                    .toList();
        }
    }

    /** The sums of a topic of accruals in minor units, by manager, component and posting period: {@code crm/17 volume 2025-03}. */
    Map<String, Long> booked(TopicSpec<Accrual> topic) {
        Map<String, Long> sums = new TreeMap<>();
        entries(topic)
                .forEach(entry -> sums.merge(
                        entry.getManager() + " " + entry.getComponent() + " " + entry.getPostingPeriod(),
                        entry.getAmountMinor(),
                        Math::addExact));
        return sums;
    }

    @Override
    public void close() {
        application.close();
        publisher.close();
        fixture.close();
    }
}
