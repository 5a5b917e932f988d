package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.runtime.StreamsApplication;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.Topics;
import dev.premia.simulator.SimulatedRecord;
import dev.premia.simulator.SimulationOptions;
import dev.premia.simulator.Simulator;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code calc --verify} beside a stream that works. */
class VerificationIT {
    private static final int EVENTS = 4_000;
    private static final int FIRST = 1_000;
    private static final int BATCH = 100;
    private static final int PARTITIONS = 2;

    @Test
    void shouldAgreeWhileEventsArriveAndFindAForgedEntry(@TempDir Path directory) throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try (StreamFixture fixture = new StreamFixture(directory, PARTITIONS);
                EventPublisher publisher = fixture.publisher();
                StreamsApplication application = StreamsApplication.create(fixture.settings())) {
            fixture.publishPlans(publisher);
            application.checkSurroundings();
            application.start();
            CountDownLatch begun = new CountDownLatch(1);
            Future<?> production = executor.submit(() -> produce(publisher, begun));
            begun.await();

            assertThat(production.isDone()).isFalse();
            assertAgrees(verify(fixture));
            production.get();
            assertAgrees(verify(fixture));

            Accrual forged = forge(fixture, publisher);
            assertFound(forged, verify(fixture, "--manager", forged.getManager()));
            assertAgrees(verify(fixture, "--manager", anotherThan(forged, fixture)));
        } finally {
            executor.shutdownNow();
        }
    }

    private static void produce(EventPublisher publisher, CountDownLatch begun) {
        Iterator<SimulatedRecord> records = Simulator.simulate(
                SimulationOptions.defaults().withEvents(EVENTS).withPeriod(StreamFixture.FROM, 1));
        for (int sent = 1; records.hasNext(); sent++) {
            SimulatedRecord record = records.next();
            publisher.send(record.topic(), record.key(), record.value(), record.recordedAt());
            if (sent % BATCH == 0) {
                publisher.flush();
            }
            if (sent == FIRST) {
                begun.countDown();
            }
        }
        publisher.flush();
    }

    private static CommandRun verify(StreamFixture fixture, String... more) {
        List<String> args = new ArrayList<>(List.of(
                "calc",
                "--verify",
                "--lang",
                "en",
                "--zone",
                "Europe/Moscow",
                "--currency",
                "RUB",
                "--wait",
                String.valueOf(StreamFixture.LIMIT.toSeconds()),
                "--bootstrap-server",
                fixture.kafka().bootstrapServers(),
                "--schema-registry",
                fixture.kafka().registryUrl()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private static void assertAgrees(CommandRun run) {
        assertThat(run.out()).as(run.err()).contains("No difference");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    private static void assertFound(Accrual forged, CommandRun run) {
        assertThat(run.out()).contains(forged.getManager() + ", " + forged.getPlan(), "Differences: 1.");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
    }

    private static List<Accrual> ledger(StreamFixture fixture) {
        try (AvroSerde<Accrual> serde =
                AvroSerde.ofValues(Accrual.class, fixture.settings().serdeSettings())) {
            return fixture
                    .kafka()
                    .topics()
                    .readAll(
                            Topics.ACCRUALS.name(), new StringDeserializer(), serde.deserializer(), StreamFixture.LIMIT)
                    .stream()
                    .map(entry -> entry.value())
                    .toList();
        }
    }

    /** Adds one rouble to the last entry's account, numbered and balanced as the next entry would be. */
    private static Accrual forge(StreamFixture fixture, EventPublisher publisher) {
        List<Accrual> ledger = ledger(fixture);
        Accrual last = ledger.get(ledger.size() - 1);
        Accrual forged = Accrual.newBuilder(last).build();
        forged.setSequence(last.getSequence() + 1);
        forged.setAmountMinor(100);
        forged.setBalanceMinor(last.getBalanceMinor() + 100);
        publisher.send(Topics.ACCRUALS, forged.getManager(), forged, Instant.EPOCH);
        publisher.flush();
        return forged;
    }

    private static String anotherThan(Accrual forged, StreamFixture fixture) {
        return ledger(fixture).stream()
                .map(Accrual::getManager)
                .filter(manager -> !manager.equals(forged.getManager()))
                .findFirst()
                .orElseThrow();
    }
}
