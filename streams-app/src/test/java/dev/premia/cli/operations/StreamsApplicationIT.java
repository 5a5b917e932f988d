package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.Premia;
import dev.premia.runtime.StreamsApplication;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import dev.premia.testkit.Await;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances share the work; one of them dies in the middle of it. */
class StreamsApplicationIT {
    private static final int EVENTS = 20_000;
    private static final int BEFORE_START = 4_000;

    @Test
    void shouldBookWhatTheBatchEngineSaysWhenAnInstanceIsKilled(@TempDir Path directory) throws Exception {
        Iterator<SimulatedRecord> records = Simulator.simulate(SimulationOptions.defaults()
                .withEvents(EVENTS)
                .withInvalidRate(0.002)
                .withPeriod(StreamFixture.FROM, 2));
        Process other = null;
        try (StreamFixture fixture = new StreamFixture(directory.resolve("here"));
                EventPublisher publisher = fixture.publisher();
                StreamsApplication application = StreamsApplication.create(fixture.settings())) {
            fixture.publishPlans(publisher);
            send(records, BEFORE_START, publisher);
            application.checkSurroundings();
            application.start();
            other = startChild(fixture, directory);
            awaitTwoMembers(fixture);
            send(records, EVENTS - BEFORE_START, publisher);
            long before = fixture.progress().now().writtenTo(Topics.ACCRUALS);
            Await.until(
                    "entries of the second part",
                    StreamFixture.LIMIT,
                    () -> fixture.progress().now().writtenTo(Topics.ACCRUALS) > before);

            other.destroyForcibly();
            assertThat(other.waitFor(30, TimeUnit.SECONDS)).isTrue();
            fixture.awaitQuiet(application);

            StreamVerification.Result result = fixture.verify();
            assertThat(result.report().differences()).isEmpty();
            assertThat(result.report().sums()).isGreaterThan(20);
            assertThat(result.rejected()).isPositive();
        } finally {
            if (other != null) {
                other.destroyForcibly();
            }
        }
    }

    private static void send(Iterator<SimulatedRecord> records, int count, EventPublisher publisher) {
        for (int i = 0; i < count && records.hasNext(); i++) {
            SimulatedRecord record = records.next();
            publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
        }
        publisher.flush();
    }

    private static void awaitTwoMembers(StreamFixture fixture) {
        String group = fixture.settings().applicationId();
        int threadsEach = Runtime.getRuntime().availableProcessors();
        Await.until("two instances in the group, both with tasks", StreamFixture.LIMIT, () -> {
            var members = fixture.topics()
                    .admin()
                    .describeStreamsGroups(List.of(group))
                    .all()
                    .get(10, TimeUnit.SECONDS)
                    .get(group)
                    .members();
            return members.size() == 2 * threadsEach
                    && members.stream()
                            .allMatch(
                                    member -> !member.assignment().activeTasks().isEmpty());
        });
    }

    /** The command that an operator runs, in its own JVM. */
    private static Process startChild(StreamFixture fixture, Path directory) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx384m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                Premia.class.getName(),
                "run",
                "--bootstrap-server",
                fixture.kafka().bootstrapServers(),
                "--schema-registry",
                fixture.kafka().registryUrl(),
                "--replication-factor",
                "1",
                "--timestamps",
                "producer",
                "--state-dir",
                directory.resolve("there").toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("child.log").toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return builder.start();
    }
}
