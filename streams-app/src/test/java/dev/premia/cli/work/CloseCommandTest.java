package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.domain.statement.StatementDigest;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code premia close} with files. */
class CloseCommandTest {
    private static final String SEPTEMBER = "2026-09";
    private static final String OCTOBER = "2026-10";

    @TempDir
    private Path directory;

    private CloseFolder folder;

    @BeforeEach
    void layInput() throws IOException {
        folder = new CloseFolder(directory);
    }

    private static void assertRefused(CommandRun run, String... why) {
        assertThat(run.err()).contains(why);
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldWriteTheCloseItsResultsAndItsCompletion() throws IOException {
        CommandRun run = folder.close(SEPTEMBER, "--cutoff", "2026-10-05", "--reason", "payroll of September");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("Anna Orlova", "50.00", "The month is closed.", "Digest of the period SHA-256");
        List<String> lines = folder.closeLines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0))
                .contains("\"kind\":\"close\"", "2026-10-04T21:00:00", "payroll of September", "Europe/Moscow");
        assertThat(lines.get(1)).contains("\"kind\":\"close_result\"", "\"manager\":\"crm/17\"");
        assertThat(lines.get(2)).contains("\"kind\":\"close_completed\"", "\"managers\":1");
    }

    @Test
    void shouldWriteNothingWhenItIsADryRun() throws IOException {
        CommandRun run = folder.run("close", SEPTEMBER, "--cutoff", "2026-10-05", "--dry-run");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("50.00", "Dry run: nothing was written.");
        assertThat(folder.closeLines()).isEmpty();
    }

    @Test
    void shouldLeaveToTheNextMonthWhatWasRecordedAtTheCutoffOrLater() {
        folder.closed(SEPTEMBER, "2026-10-05").closed(OCTOBER, "2026-11-05");

        assertThat(folder.run("replay", OCTOBER, "--manager", "18", "--format", "json")
                        .out())
                .contains("200.00")
                .doesNotContain("600.00");
        assertThat(folder.run("replay", "2026-11", "--manager", "18", "--format", "json")
                        .out())
                .contains("400.00");
    }

    @Test
    void shouldRefuseWhatCannotBeClosed() {
        assertRefused(folder.close(SEPTEMBER), "--cutoff is missing", "--cutoff 2026-10-05");
        assertRefused(
                folder.close(SEPTEMBER, "--cutoff", "2999-01-01"), "close refused", "has not passed yet", "2998-12-31");
        assertRefused(
                folder.close(OCTOBER, "--cutoff", "2026-11-05"),
                "close refused: earlier months have entries or guarantees and are open: 2026-09 (1)",
                "in their order");
        assertRefused(
                folder.close(SEPTEMBER, "--cutoff", "tomorrow"), "--cutoff: found 'tomorrow'", "expected an instant");
        assertRefused(folder.run("close", SEPTEMBER, "--cutoff", "2026-10-05"), "--output is missing", "or --dry-run");
    }

    @Test
    void shouldRefuseASecondCloseAnEarlierMonthAndAnEarlierCutoff() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05");
        List<String> before = folder.closeLines();

        assertRefused(
                folder.close(SEPTEMBER, "--cutoff", "2026-10-06"),
                "2026-09 is closed already, with the cutoff 2026-10-04T21:00:00Z",
                "never changes");
        assertRefused(
                folder.close("2026-08", "--cutoff", "2026-10-05"),
                "2026-09 is closed already, and every month before it with it");
        assertRefused(
                folder.close(OCTOBER, "--cutoff", "2026-10-04"),
                "lies before that of 2026-09, 2026-10-04T21:00:00Z",
                "that instant or a later one");
        assertThat(folder.closeLines()).isEqualTo(before);
    }

    @Test
    void shouldTakeUpACloseThatWasCutShortAnywhere() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05").closed(OCTOBER, "2026-11-05");
        List<String> whole = folder.closeLines();

        for (int kept = 4; kept < whole.size(); kept++) {
            folder.writeCloseLines(whole.subList(0, kept));
            CommandRun run = folder.close(OCTOBER);

            assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
            assertThat(run.out()).contains("A close that was cut short is completed.");
            assertThat(folder.closeLines()).containsAll(whole);
            assertThat(folder.run("replay", OCTOBER, "--verify").exitCode()).isEqualTo(ExitCodes.DONE);
        }
    }

    @Test
    void shouldTakeUpACloseWhoseLastLineWasWrittenInPart() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05");
        List<String> whole = folder.closeLines();
        folder.writeCloseLines(whole.subList(0, 1));
        folder.append("z-closes.jsonl", whole.get(1).substring(0, 40));
        CommandRun run = folder.close(SEPTEMBER);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(folder.closeLines()).containsAll(whole);
        assertThat(folder.run("replay", SEPTEMBER, "--verify").out()).contains("No difference.");
    }

    @Test
    void shouldKeepTheMonthOpenWhileAResultIsMissingAndCompleteTheCloseWhenItIsRepeated() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05").closed(OCTOBER, "2026-11-05");
        List<String> whole = folder.closeLines();
        List<String> withoutOne = new ArrayList<>(whole);
        withoutOne.remove(whole.size() - 2);
        folder.writeCloseLines(withoutOne);

        CommandRun replay = folder.run("replay", OCTOBER);
        assertThat(replay.err()).contains("close-2026-10-completed with managers 2", "expected managers 1");
        CommandRun run = folder.close(OCTOBER);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("A close that was cut short is completed.");
        assertThat(folder.run("replay", OCTOBER, "--verify").out()).contains("No difference.");
    }

    @Test
    void shouldReplaceResultsInTheLogThatAreNotWhatIsComputed() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05").closed(OCTOBER, "2026-11-05");
        List<String> whole = folder.closeLines();
        List<String> foreign = new ArrayList<>(whole.subList(0, whole.size() - 3));
        String result = whole.get(1)
                .replace("\"close-2026-09", "\"close-2026-10")
                .replace("\"posting_period\":\"2026-09", "\"posting_period\":\"2026-10");
        foreign.add(result);
        foreign.add(result.replace("crm/17", "crm/99").replace(digestOf("crm/17"), digestOf("crm/99")));
        folder.writeCloseLines(foreign);

        CommandRun run = folder.close(OCTOBER);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("Other results in the log were replaced: crm/17, crm/99");
        assertThat(folder.closeLines()
                        .subList(foreign.size(), folder.closeLines().size()))
                .hasSize(4)
                .anyMatch(line -> line.contains("\"close-2026-10-crm/17-2\""))
                .anyMatch(line -> line.contains("\"close-2026-10-crm/99-2\""));
        CommandRun verified = folder.run("replay", OCTOBER, "--verify");
        assertThat(verified.out()).as(verified.err()).contains("No difference.");
    }

    private static String digestOf(String manager) {
        Window september = Window.containing(WindowKind.MONTH, LocalDate.of(2026, 9, 1));
        return StatementDigest.of(
                manager, List.of(new FrozenStatement.Line("b2b", 1, "volume", september, 5_000, "RUB")));
    }

    @Test
    void shouldRefuseAnotherCutoffOrMonthWhileACloseIsNotCompleted() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05");
        folder.writeCloseLines(folder.closeLines().subList(0, 2));

        assertRefused(
                folder.close(SEPTEMBER, "--cutoff", "2026-10-06"),
                "was begun with the cutoff 2026-10-04T21:00:00Z",
                "without --cutoff");
        assertRefused(
                folder.close(OCTOBER, "--cutoff", "2026-11-05"),
                "the close of 2026-09 was begun and not completed",
                "premia close --period 2026-09");
        assertThat(folder.close(SEPTEMBER, "--cutoff", "2026-10-05").exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldCloseAMonthInWhichNobodyEarnedAnything() throws IOException {
        CommandRun run = folder.close("2026-08", "--cutoff", "2026-09-05");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(folder.closeLines()).hasSize(2);
        assertThat(folder.run("replay", "2026-08", "--verify").exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldKeepACutoffFinerThanTheLogSoThatItCanBeRepeated() {
        folder.closed(SEPTEMBER, "2026-10-05T00:00:00.123456+03:00");

        assertThat(folder.run("replay", SEPTEMBER, "--verify").exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldNotReportSuccessWhenTheOutputIsReadBeforeTheFileOfTheBegunClose() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05");
        folder.writeCloseLines(folder.closeLines().subList(0, 1));
        Path early = folder.resolve("closes-again.jsonl");

        CommandRun run = folder.run("close", SEPTEMBER, "--author", "finance", "--output", early.toString());

        assertRefused(
                run,
                "the close of 2026-09 does not count",
                "decision_conflict",
                "rename closes-again.jsonl so that it sorts after",
                "--output naming the file in which the close was begun");
        assertThat(run.out()).doesNotContain("The month is closed.");
        Files.move(early, folder.resolve("zz-closes-again.jsonl"));
        CommandRun verified = folder.run("replay", SEPTEMBER, "--verify");
        assertThat(verified.out()).as(verified.err()).contains("No difference.");
    }

    @Test
    void shouldNotReportSuccessWhenTheOutputIsReadBeforeTheCloseOfTheMonthBefore() throws IOException {
        folder.closed(SEPTEMBER, "2026-10-05");
        Path early = folder.resolve("a-closes.jsonl");
        String[] october = {"--author", "finance", "--cutoff", "2026-11-05", "--output", early.toString()};

        assertRefused(folder.run("close", OCTOBER, october), "the close of 2026-10 does not count", "sorts after");
        Files.delete(early);
        folder.closed(OCTOBER, "2026-11-05");
    }
}
