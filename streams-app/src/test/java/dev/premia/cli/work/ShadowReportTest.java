package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShadowReportTest {
    private static final String PLAN = """
            plan: main
            version: %d
            %s
            valid_from: 2026-10-01
            currency: RUB
            timezone: Europe/Moscow
            period: month
            components:
              - { id: volume, rate: %s, of: revenue }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void layInput() throws IOException {
        Files.writeString(folder.resolve("main-1.yaml"), PLAN.formatted(1, "", "10%"));
        Files.writeString(folder.resolve("main-2.yaml"), PLAN.formatted(2, "shadow: true", "20%"));
        Files.writeString(
                folder.resolve("events.jsonl"),
                "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"17\",\"name\":\"Anna\"}\n"
                        + "{\"type\":\"deal\",\"source\":\"crm\",\"id\":\"d1\",\"revision\":1,\"status\":\"won\","
                        + "\"amount\":\"1000\",\"currency\":\"RUB\",\"owner\":\"17\","
                        + "\"created_at\":\"2026-10-01T09:00:00Z\",\"closed_at\":\"2026-10-05T10:00:00Z\"}\n");
    }

    @Test
    void shouldShowWhatATrialWouldPayApartFromTheStatement() {
        CommandRun run = CommandRun.of("calc", folder.toString(), "--statements", "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out().lines().filter(line -> line.contains("shadow_line")))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .contains("\"plan\":\"main\"", "\"plan_version\":2", "\"amount\":\"200.00\"", "crm/17"));
        assertThat(run.out().lines().filter(line -> !line.contains("shadow_line")))
                .noneSatisfy(line -> assertThat(line).contains("200.00"))
                .anySatisfy(line -> assertThat(line).contains("100.00"));
    }

    @Test
    void shouldSayToPeopleThatNothingOfItIsPaid() {
        CommandRun run = CommandRun.of("calc", folder.toString(), "--lang", "en");

        assertThat(run.out()).contains("Plans on trial: nothing of it is paid", "Anna (crm/17)");
    }

    @Test
    void shouldExplainWhatATrialWouldPayWhenItIsAskedFor() {
        CommandRun run = explain("--lang", "en", "--shadow");
        CommandRun machines = explain("--format", "json", "--shadow");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out())
                .contains(
                        "Anna (crm/17), 2026-10, plans on trial: nothing of it is paid",
                        "[main v2",
                        "0.2 × 1,000 = 200")
                .doesNotContain("main v1", "shadow:");
        assertThat(machines.out().lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("\"plan\":\"main\"", "\"plan_version\":2", "\"amount\":\"200.00\""));
        assertThat(explain("--lang", "en").out()).contains("main v1").doesNotContain("main v2");
    }

    private CommandRun explain(String... more) {
        List<String> args =
                new ArrayList<>(List.of("explain", folder.toString(), "--manager", "17", "--period", "2026-10"));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(String[]::new));
    }

    @Test
    void shouldShowTheStandingsOfAContestOnTrialMarkedSo() throws IOException {
        Files.writeString(
                folder.resolve("main-2.yaml"),
                PLAN.formatted(2, "shadow: true", "20%")
                        + "  - { id: best, rank_by: revenue, among: company, prizes: [30], ties: shared, accrue: at_close }\n");

        CommandRun run = CommandRun.of("contest", "standings", folder.toString(), "--format", "json");

        assertThat(run.out().lines()).singleElement().satisfies(line -> assertThat(line)
                .contains("\"plan\":\"main\"", "\"prize\":\"30.00\"", "\"state\":\"on_trial\""));
    }
}
