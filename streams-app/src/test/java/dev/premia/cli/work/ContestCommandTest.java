package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContestCommandTest {
    private static final String DEAL =
            "{\"type\":\"deal\",\"source\":\"crm\",\"id\":\"%s\",\"revision\":1,\"status\":\"won\","
                    + "\"amount\":\"100\",\"currency\":\"RUB\",\"owner\":\"%s\",\"created_at\":\"2026-10-01T09:00:00Z\","
                    + "\"closed_at\":\"2026-10-05T10:00:00Z\",\"recorded_at\":\"%s\"}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void layInput() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                plan: best
                version: 1
                valid_from: 2026-10-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: month, rank_by: won_deals, among: company, prizes: [500, 300], ties: shared, accrue: at_close, grace: 3 }
                """);
        Files.writeString(
                folder.resolve("people.jsonl"),
                "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"17\",\"name\":\"Anna Orlova\"}\n"
                        + "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"18\",\"name\":\"Boris Petrov\"}\n");
        Files.writeString(
                folder.resolve("deals.jsonl"),
                DEAL.formatted("1", "17", "2026-10-05T10:00:00Z")
                        + DEAL.formatted("2", "17", "2026-10-06T10:00:00Z")
                        + DEAL.formatted("3", "18", "2026-11-03T20:59:59Z")
                        // Both came when the grace had passed: 4 November in Moscow.
                        + DEAL.formatted("4", "18", "2026-11-03T21:00:00Z")
                        + DEAL.formatted("5", "18", "2026-11-05T10:00:00Z"));
    }

    private CommandRun contest(String command, String... options) {
        String[] args = new String[options.length + 5];
        args[0] = "contest";
        args[1] = command;
        args[2] = folder.toString();
        args[3] = "--format";
        args[4] = "json";
        System.arraycopy(options, 0, args, 5, options.length);
        return CommandRun.of(args);
    }

    @Test
    void shouldShowWhoStandsWhereNow() {
        CommandRun run = contest("standings");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out().lines().findFirst()).hasValueSatisfying(line -> assertThat(line)
                .contains("\"manager\":\"crm/18\"", "\"place\":1", "\"value\":\"3\"", "\"prize\":\"500.00\""));
    }

    @Test
    void shouldSettleFromFactsRecordedBeforeTheEndOfTheGrace() throws IOException {
        Path results = folder.resolve("results.jsonl");
        CommandRun run = contest("settle", "--as-of", "2026-11-04", "--output", results.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(Files.readAllLines(results)).hasSize(1);
        assertThat(run.out().lines().findFirst()).hasValueSatisfying(line -> assertThat(line)
                .contains("\"manager\":\"crm/17\"", "\"prize\":\"500.00\""));

        CommandRun statements = CommandRun.of("calc", folder.toString(), "--statements", "--format", "json");
        assertThat(statements.out()).contains("500.00", "300.00");
        assertThat(statements.out().lines().filter(line -> line.contains("crm/17")))
                .anySatisfy(line -> assertThat(line).contains("500.00"));
    }

    @Test
    void shouldLeaveAContestAloneThatHasAResult() throws IOException {
        Path results = folder.resolve("results.jsonl");
        contest("settle", "--as-of", "2026-11-04", "--output", results.toString());
        CommandRun again = contest("settle", "--as-of", "2026-11-30", "--output", results.toString());

        assertThat(again.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(again.out()).isEmpty();
        assertThat(Files.readAllLines(results)).hasSize(1);
        assertThat(contest("standings").out()).contains("\"state\":\"published\"");
    }

    @Test
    void shouldWaitForTheEndOfTheGrace() {
        CommandRun run = contest("settle", "--as-of", "2026-11-03");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void shouldAskWhichDayItIs() {
        CommandRun run = contest("settle");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("--as-of");
    }
}
