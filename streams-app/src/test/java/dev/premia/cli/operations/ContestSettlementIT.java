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
import dev.premia.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code contest settle} on the topics of a cluster, beside a stream that pays by what it publishes. */
class ContestSettlementIT {
    private static final String PLAN = """
            plan: best
            version: 1
            valid_from: 2026-10-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            components:
              - { id: month, rank_by: won_deals, among: company, prizes: [500, 300], ties: shared, accrue: at_close, grace: 3 }
            """;

    private static final String MANAGER = "{'type':'manager','id':'%s','revision':1}";
    private static final String DEAL =
            "{'type':'deal','id':'%s','revision':1,'status':'won','amount':'100','currency':'RUB',"
                    + "'owner':'%s','created_at':'2026-10-01T09:00:00Z','closed_at':'2026-10-05T10:00:00Z'}";

    private static final Instant IN_TIME = Instant.parse("2026-10-06T10:00:00Z");
    /** The grace ends with 3 November in Moscow. */
    private static final Instant JUST_IN_TIME = Instant.parse("2026-11-03T20:59:59.999Z");

    private static final Instant TOO_LATE = Instant.parse("2026-11-03T21:00:00Z");

    @Test
    void shouldPublishOnceWhatTheStreamThenPays(@TempDir Path directory) throws IOException {
        try (StreamFixture fixture = new StreamFixture(directory.resolve("state"), 2);
                EventPublisher publisher = fixture.publisher();
                StreamsApplication application = StreamsApplication.create(fixture.settings())) {
            Path plan = Files.writeString(directory.resolve("best.yaml"), PLAN);
            assertDone(run(fixture, "plan", "publish", plan.toString()));
            application.checkSurroundings();
            application.start();
            record(publisher, IN_TIME, MANAGER.formatted("17"));
            record(publisher, IN_TIME, MANAGER.formatted("18"));
            record(publisher, IN_TIME, DEAL.formatted("1", "17"));
            record(publisher, IN_TIME, DEAL.formatted("2", "17"));
            record(publisher, JUST_IN_TIME, DEAL.formatted("3", "18"));
            record(publisher, TOO_LATE, DEAL.formatted("4", "18"));
            record(publisher, TOO_LATE, DEAL.formatted("5", "18"));
            fixture.awaitQuiet(application);

            assertThat(settle(fixture, "2026-11-03")).isEmpty();
            fixture.awaitQuiet(application);
            assertThat(paid(fixture)).isEmpty();

            assertThat(settle(fixture, "2026-11-04").lines())
                    .hasSize(2)
                    .anySatisfy(line -> assertThat(line).contains("\"manager\":\"crm/17\"", "\"prize\":\"500.00\""))
                    .allSatisfy(line -> assertThat(line).contains("\"state\":\"published_now\""));
            fixture.awaitQuiet(application);
            assertThat(paid(fixture)).containsExactlyInAnyOrderEntriesOf(Map.of("crm/17", 500_00L, "crm/18", 300_00L));

            assertThat(settle(fixture, "2026-11-30")).isEmpty();
            fixture.awaitQuiet(application);
            assertThat(paid(fixture)).hasSize(2);
            assertThat(fixture.verify().report().isEqual()).isTrue();
        }
    }

    private static <T extends SpecificRecord> void record(EventPublisher publisher, Instant at, String line) {
        InputRecord record = new JsonLineReader("crm", ZoneOffset.UTC)
                .read(line.replace('\'', '"'), Path.of("events"), 1, problem -> {
                    throw new IllegalArgumentException(problem.toString());
                })
                .orElseThrow();
        @SuppressWarnings("unchecked") // The record was made by the contract of the topic.
        TopicSpec<T> topic = (TopicSpec<T>) record.topic();
        publisher.send(topic, record.key(), topic.valueType().cast(record.value()), at);
        publisher.flush();
    }

    private static String settle(StreamFixture fixture, String asOf) {
        CommandRun run = run(fixture, "contest", "settle", "--as-of", asOf, "--format", "json");
        assertDone(run);
        return run.out();
    }

    private static CommandRun run(StreamFixture fixture, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.addAll(List.of(
                "--bootstrap-server",
                fixture.kafka().bootstrapServers(),
                "--schema-registry",
                fixture.kafka().registryUrl()));
        return CommandRun.of(all.toArray(String[]::new));
    }

    private static void assertDone(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
    }

    /** The sums of the ledger by manager. */
    private static Map<String, Long> paid(StreamFixture fixture) {
        Map<String, Long> sums = new TreeMap<>();
        try (AvroSerde<Accrual> serde =
                AvroSerde.ofValues(Accrual.class, fixture.settings().serdeSettings())) {
            fixture.kafka()
                    .topics()
                    .readAll(
                            Topics.ACCRUALS.name(), new StringDeserializer(), serde.deserializer(), StreamFixture.LIMIT)
                    .forEach(entry ->
                            sums.merge(entry.value().getManager(), entry.value().getAmountMinor(), Math::addExact));
        }
        return sums;
    }
}
