package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.replay.bundle.Bundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bundles of a log that also holds decisions that do not count. */
class BundleOfRepeatedCloseTest {
    private static final String SEPTEMBER = "2026-09";
    private static final String OCTOBER = "2026-10";
    private static final String NOVEMBER = "2026-11";
    private static final String BORIS = "crm/18";
    private static final String ADJUSTMENT =
            "{\"type\":\"control\",\"kind\":\"adjustment\",\"id\":\"bonus\",\"at\":\"2026-10-20T10:00:00Z\","
                    + "\"author\":\"head\",\"manager\":\"%s\",\"amount\":\"100\",\"currency\":\"RUB\","
                    + "\"reason\":\"help\",\"posting_period\":\"2026-10\",\"recorded_at\":\"2026-10-20T10:00:00Z\"}\n";

    @TempDir
    private Path directory;

    @TempDir
    private Path bundles;

    private CloseFolder folder;

    @BeforeEach
    void layInput() throws IOException {
        folder = new CloseFolder(Files.createDirectory(directory.resolve("log")));
    }

    private Path bundle(String manager, String period) {
        Path file = bundles.resolve(period + ".zip");
        CommandRun written = folder.run("explain", period, "--manager", manager, "--bundle", file.toString());
        assertThat(written.exitCode()).as(written.err()).isEqualTo(ExitCodes.DONE);
        return file;
    }

    private static CommandRun verified(String period, Path... inputs) {
        String[] args = new String[inputs.length + 6];
        args[0] = "replay";
        for (int i = 0; i < inputs.length; i++) {
            args[i + 1] = inputs[i].toString();
        }
        List<String> options = List.of("--period", period, "--verify", "--lang", "en");
        for (int i = 0; i < options.size(); i++) {
            args[inputs.length + 1 + i] = options.get(i);
        }
        CommandRun run = CommandRun.of(args);
        assertThat(run.out()).as(run.err()).contains("No difference.");
        assertThat(run.err()).doesNotContain("rejected");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        return run;
    }

    /** October's completion is refused, as Boris' result is missing, and the month stays open. */
    private void refuse() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05").closed(OCTOBER, "2026-11-05");
        List<String> lines = new ArrayList<>(folder.closeLines());
        String missing = lines.remove(lines.size() - 2);
        assertThat(missing).contains("\"close_result\"", BORIS);
        folder.writeCloseLines(lines);
    }

    @Test
    void shouldWriteTheBundleOfTheMonthAndOfTheNextWhenACompletionWasRefusedBefore() throws IOException {
        refuse();
        CommandRun repeated = folder.close(OCTOBER);
        assertThat(repeated.exitCode()).as(repeated.err()).isEqualTo(ExitCodes.DONE);
        assertThat(folder.closeLines().stream().filter(line -> line.contains("\"close_completed\"")))
                .hasSize(3);

        verified(OCTOBER, bundle(BORIS, OCTOBER));
        Path november = bundle(BORIS, NOVEMBER);

        verified(NOVEMBER, november);
        assertThat(Files.readAllLines(Bundle.open(november).inputs().get(2)).stream()
                        .filter(line -> line.contains("\"close_completed\"")))
                .hasSize(2);
    }

    @Test
    void shouldLeaveTheMonthOpenInTheBundleWhenItsCompletionWasRefused() throws IOException {
        refuse();

        Path october = bundle(BORIS, OCTOBER);

        assertThat(verified(OCTOBER, october).out()).doesNotContain("frozen statements");
    }

    @Test
    void shouldLeaveOutADecisionWhenItsIdWasTakenByOneAboutSomebodyElse() throws IOException {
        folder.append("decisions.jsonl", ADJUSTMENT.formatted("crm/17") + ADJUSTMENT.formatted(BORIS));

        Path october = bundle(BORIS, OCTOBER);

        assertThat(Files.readString(Bundle.open(october).inputs().get(2))).doesNotContain("adjustment");
    }

    @Test
    void shouldFindNoDifferenceWhenABundleLiesBesideAnotherFile() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05").closed(OCTOBER, "2026-11-05");
        Path other = Files.writeString(
                bundles.resolve("people.jsonl"),
                "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"19\",\"name\":\"Vera Sidorova\"}\n");

        CommandRun run = verified(OCTOBER, bundle(BORIS, OCTOBER), other);

        assertThat(run.out()).contains("frozen statements").doesNotContain("Digest of the period");
    }
}
