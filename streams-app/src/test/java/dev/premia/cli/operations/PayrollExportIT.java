package dev.premia.cli.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.connectors.file.InputRecord;
import dev.premia.connectors.file.JsonLineReader;
import dev.premia.schemas.TopicSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code payroll export} from the topics of a cluster whose month was closed by {@code close}. */
class PayrollExportIT {
    private static final String PLAN = """
            plan: bonus
            version: 1
            valid_from: 2025-03-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            guarantee: { amount: 400, recoverable: true }
            components:
              - { id: volume, rate: 10%, of: revenue }
            """;

    private static final String MANAGER =
            "{'type':'manager','id':'%s','revision':1,'organisation':'north','employee_number':'%s'}";
    private static final String DEAL =
            "{'type':'deal','id':'1','revision':1,'status':'won','amount':'5000.10','currency':'RUB',"
                    + "'owner':'17','created_at':'2025-03-01T09:00:00Z','closed_at':'2025-03-05T10:00:00Z'}";

    private static final Instant IN_TIME = Instant.parse("2025-03-06T10:00:00Z");

    @Test
    void shouldExportWhatTheClusterHasFrozen(@TempDir Path directory) throws IOException {
        try (StreamFixture fixture = new StreamFixture(directory.resolve("state"), 2);
                EventPublisher publisher = fixture.publisher()) {
            Path plan = Files.writeString(directory.resolve("bonus.yaml"), PLAN);
            done(run(fixture, "plan", "publish", plan.toString()));
            record(publisher, MANAGER.formatted("17", "0017"));
            record(publisher, MANAGER.formatted("18", "0018"));
            record(publisher, DEAL);
            Path exports = directory.resolve("payroll");

            CommandRun open = export(fixture, exports);
            assertThat(open.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
            assertThat(open.err()).contains("2025-03 is open");

            done(run(
                    fixture,
                    "close",
                    "--period",
                    "2025-03",
                    "--cutoff",
                    Instant.now().toString()));
            done(export(fixture, exports));

            assertThat(csv(exports)).contains(";0017;", ";500,01;", ";0018;", ";400,00;");
            assertThat(export(fixture, exports).out()).isEmpty();
        }
    }

    private static CommandRun export(StreamFixture fixture, Path exports) {
        return run(
                fixture,
                "payroll",
                "export",
                "--period",
                "2025-03",
                "--output",
                exports.toString(),
                "--format",
                "json");
    }

    private static String csv(Path exports) throws IOException {
        try (Stream<Path> files = Files.list(exports)) {
            return Files.readString(files.filter(file -> file.toString().endsWith(".csv"))
                    .findFirst()
                    .orElseThrow());
        }
    }

    private static <T extends SpecificRecord> void record(EventPublisher publisher, String line) {
        InputRecord record = new JsonLineReader("crm", ZoneOffset.UTC)
                .read(line.replace('\'', '"'), Path.of("events"), 1, problem -> {
                    throw new IllegalArgumentException(problem.toString());
                })
                .orElseThrow();
        @SuppressWarnings("unchecked") // The record was made by the contract of the topic.
        TopicSpec<T> topic = (TopicSpec<T>) record.topic();
        publisher.send(topic, record.key(), topic.valueType().cast(record.value()), IN_TIME);
        publisher.flush();
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

    private static void done(CommandRun run) {
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
    }
}
