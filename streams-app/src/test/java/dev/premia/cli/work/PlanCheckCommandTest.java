package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanCheckCommandTest {
    private static final String GOOD = CommandRun.resource("october/plan.yaml").toString();
    private static final String GAP = CommandRun.resource("bad/tier-gap.yaml").toString();

    @Test
    void shouldSayWhatThePlanIsWhenItIsValid() {
        CommandRun run = CommandRun.of("plan", "check", GOOD, "--lang", "en");

        assertThat(run.out())
                .isEqualTo(GOOD + ": valid: hunters v1, from 2026-10-01, RUB, Europe/Moscow, components: 2\n");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldPointAtTheIntervalWhenTiersHaveAGap() {
        CommandRun run = CommandRun.of("plan", "check", GAP, "--lang", "en");

        assertThat(run.out())
                .contains(
                        "tier-gap.yaml:13:47:",
                        "no step covers 1000 to 2000",
                        " 13 |       steps: [{ to: 1000, rate: 3% }, { from: 2000, rate: 7% }]\n"
                                + "    |                                               ^\n",
                        "cannot be used, errors: 1");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldRefuseAVersionThatChangesTheCurrencyOrTheUnitOfAComponent(@TempDir Path folder) throws IOException {
        String plan = Files.readString(Path.of(GOOD));
        Path dollars = Files.writeString(
                folder.resolve("v2.yaml"),
                plan.replace("version: 1", "version: 2").replace("currency: RUB", "currency: USD"));
        Path points = Files.writeString(folder.resolve("v3.yaml"), """
                plan: hunters
                version: 3
                valid_from: 2026-10-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, pay: 5, unit: points }
                """);

        CommandRun run = CommandRun.of("plan", "check", GOOD, dollars.toString(), points.toString(), "--lang", "en");

        assertThat(run.out())
                .contains(
                        "v2.yaml:5:1: currency: found USD in hunters v2, expected RUB",
                        "a version never changes the currency; publish it as a new plan",
                        " 5 | currency: USD",
                        "v3.yaml:8:7: components: found volume paid in points in hunters v3, expected RUB",
                        "give it another id");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(CommandRun.of("plan", "check", dollars.toString()).exitCode())
                .isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldCompareWithLowerVersionsInWhateverOrderTheFilesAre(@TempDir Path folder) throws IOException {
        String plan = Files.readString(Path.of(GOOD));
        Path tenth = Files.writeString(
                folder.resolve("hunters-10.yaml"),
                plan.replace("version: 1", "version: 10").replace("currency: RUB", "currency: USD"));
        Path second = Files.writeString(folder.resolve("hunters-2.yaml"), plan.replace("version: 1", "version: 2"));

        CommandRun run = CommandRun.of("plan", "check", tenth.toString(), second.toString(), "--lang", "en");

        assertThat(run.out())
                .contains(
                        "hunters-10.yaml:5:1: currency: found USD in hunters v10, expected RUB",
                        "hunters-2.yaml: valid: hunters v2")
                .doesNotContain("found RUB");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldPrintProblemsAsJsonWhenMachinesRead() {
        CommandRun run = CommandRun.of("plan", "check", GAP, GOOD, "--format", "json");

        assertThat(run.out().lines().toList()).hasSize(1);
        assertThat(run.out()).contains("\"line\":13,\"column\":47,\"severity\":\"error\"");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldSayItWhenTheFileDoesNotExist() {
        CommandRun run = CommandRun.of("plan", "check", "nowhere.yaml");

        assertThat(run.err()).isEqualTo("premia: nowhere.yaml: not found; expected a plan file.\n");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
