package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PlanDiffCommandTest {
    private static final String BEFORE =
            Path.of("src/test/resources/plandoc/before.yaml").toString();
    private static final String AFTER =
            Path.of("src/test/resources/plandoc/after.yaml").toString();
    private static final String WRONG = CommandRun.resource("bad/tier-gap.yaml").toString();

    @Test
    void shouldListChangesInTheLanguageOfTheUser() {
        CommandRun english = CommandRun.of("plan", "diff", BEFORE, AFTER, "--lang", "en");
        CommandRun russian = CommandRun.of("plan", "diff", BEFORE, AFTER, "--lang", "ru");

        assertThat(english.out())
                .startsWith("farmers v1 → farmers v2: changes: 18\n")
                .contains("- rate of volume: 5");
        assertThat(russian.out()).contains("изменений: 18\n", "- volume: ставка: 5");
        assertThat(english.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(russian.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
    }

    @Test
    void shouldSucceedWhenNothingChanges() {
        CommandRun run = CommandRun.of("plan", "diff", BEFORE, BEFORE, "--lang", "en");

        assertThat(run.out()).isEqualTo("farmers v1 → farmers v1: nothing changes for people\n");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldPrintOneObjectPerChangeWhenMachinesRead() {
        CommandRun run = CommandRun.of("plan", "diff", BEFORE, AFTER, "--format", "json", "--lang", "en");

        assertThat(run.out().lines().toList())
                .hasSize(18)
                .allMatch(line -> line.startsWith("{\"type\":\"plan_change\""));
        assertThat(run.out()).contains("\"kind\":\"removed\",\"path\":\"components.matrix\"");
    }

    @Test
    void shouldShowErrorsWhenAPlanCannotBeUsed() {
        CommandRun run = CommandRun.of("plan", "diff", BEFORE, WRONG, "--lang", "en");

        assertThat(run.err()).contains("tier-gap.yaml:13:47", "gap in the scale", "cannot be used, errors: 1");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldSayItWhenAFileDoesNotExist() {
        CommandRun run = CommandRun.of("plan", "diff", BEFORE, "nowhere.yaml", "--lang", "en");

        assertThat(run.err()).isEqualTo("premia: nowhere.yaml: not found; expected a plan file.\n");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
