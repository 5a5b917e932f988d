package dev.premia.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PremiaTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "calc",
                "explain",
                "explain kpi",
                "explain accrual",
                "analyse",
                "analyse peers",
                "analyse trend",
                "analyse factors",
                "analyse groups",
                "analyse scheme",
                "ingest",
                "simulate",
                "plan",
                "plan check",
                "plan publish"
            })
    void shouldShowExamplesWhenHelpIsAsked(String command) {
        CommandRun run = CommandRun.of((command + " --help").split(" "));

        assertThat(run.out()).contains("Usage: premia " + command, "Examples:", "  premia " + command);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "demo",
                "run",
                "calc",
                "explain",
                "explain kpi",
                "explain accrual",
                "analyse",
                "analyse peers",
                "analyse trend",
                "analyse factors",
                "analyse groups",
                "analyse scheme",
                "ingest",
                "simulate",
                "plan",
                "plan check",
                "plan publish",
                "topics",
                "topics list",
                "topics create",
                "topics describe",
                "doctor",
                "bench",
                "bench throughput",
                "bench latency"
            })
    void shouldKeepNamesTogetherAndLinesShortWhenHelpIsAsked(String command) {
        CommandRun run = CommandRun.of((command + " --help").strip().split(" "));

        assertThat(run.out().lines().toList())
                .allMatch(line -> line.length() <= 110)
                // A command stands on the line of its description, and a path or an address is never torn apart.
                .noneMatch(line -> line.matches("  [a-z]+ *"))
                .noneMatch(line -> line.matches(".*( \\.|[A-Z]:)"))
                .noneMatch(line -> line.contains("Usage") && line.length() > 60);
    }

    @Test
    void shouldListTheCommandsWhenNoneIsGiven() {
        CommandRun run = CommandRun.of();

        assertThat(run.err()).contains("calc", "ingest", "simulate", "explain", "plan");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldSuggestACommandWhenItIsMisspelt() {
        CommandRun run = CommandRun.of("plan", "chek");

        assertThat(run.err()).contains("Did you mean: plan check").doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldNameTheVersion() {
        CommandRun run = CommandRun.of("--version");

        assertThat(run.out()).startsWith("premia ");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }
}
