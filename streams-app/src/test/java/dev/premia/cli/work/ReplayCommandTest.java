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

/** {@code premia replay} with files. */
class ReplayCommandTest {
    private static final String OCTOBER = "2026-10";
    private static final int RESULT_OF_ANNA = 4;
    private static final int RESULT_OF_BORIS = 5;
    private static final int COMPLETION = 6;

    @TempDir
    private Path directory;

    private CloseFolder folder;

    @BeforeEach
    void closeTwoMonths() throws IOException {
        folder = new CloseFolder(directory).closed("2026-09", "2026-10-05").closed(OCTOBER, "2026-11-05");
        assertThat(folder.closeLines()).hasSize(COMPLETION + 1);
    }

    private CommandRun verify(String period, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "--verify";
        System.arraycopy(options, 0, all, 1, options.length);
        return folder.run("replay", period, all);
    }

    private void assertFound(String... what) {
        CommandRun run = verify(OCTOBER);
        assertThat(run.out()).as(run.err()).contains(what).contains("Differences: ");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
    }

    @Test
    void shouldFindNoDifferenceInWhatWasClosed() {
        for (String period : List.of("2026-09", OCTOBER)) {
            CommandRun run = verify(period);
            assertThat(run.out()).as(run.err()).contains("No difference.", "Digest of the period SHA-256: ");
            assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        }
    }

    @Test
    void shouldFindNoDifferenceWhateverArrivesAfterwards() throws IOException {
        folder.deal("2", 2, "9000", "18", "2026-09-09", "2026-11-20T10:00:00Z");

        assertThat(verify("2026-09").exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(folder.run("replay", "2026-11", "--format", "json").out()).contains("450.00", "-100.00");
    }

    @Test
    void shouldSayThatThereIsNothingToCompareWithWhenTheMonthIsOpen() {
        CommandRun run = verify("2026-11");

        assertThat(run.out()).contains("Nothing to compare with: the month is open.");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldFindItWhenAResultIsMissing() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.remove(RESULT_OF_ANNA);
        folder.writeCloseLines(lines);

        assertFound("crm/17, frozen 2026-10, b2b v1, volume, 2026-10, RUB", "100.00 RUB", "0.00 RUB");
    }

    @Test
    void shouldFindItWhenAResultIsAltered() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.set(
                RESULT_OF_ANNA, lines.get(RESULT_OF_ANNA).replace("\"amount_minor\":10000", "\"amount_minor\":10001"));
        assertThat(lines).isNotEqualTo(folder.closeLines());
        folder.writeCloseLines(lines);

        // Its digest is wrong, so that it does not count.
        assertFound("crm/17, frozen 2026-10", "100.00 RUB", "0.00 RUB");
    }

    @Test
    void shouldFindItWhenTheVersionOfALineIsAltered() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.set(RESULT_OF_ANNA, lines.get(RESULT_OF_ANNA).replace("\"plan_version\":1", "\"plan_version\":2"));
        assertThat(lines).isNotEqualTo(folder.closeLines());
        folder.writeCloseLines(lines);

        assertFound("crm/17, frozen 2026-10, b2b v1", "crm/17, frozen 2026-10, b2b v2");
    }

    @Test
    void shouldFindItWhenABalanceIsAltered() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.set(
                RESULT_OF_ANNA, lines.get(RESULT_OF_ANNA).replace("\"payout_minor\":10000", "\"payout_minor\":10001"));
        assertThat(lines).isNotEqualTo(folder.closeLines());
        folder.writeCloseLines(lines);

        assertFound("crm/17, frozen 2026-10", "balances ");
    }

    @Test
    void shouldFindItWhenTheDigestOfThePeriodIsAltered() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.set(COMPLETION, lines.get(COMPLETION).replaceAll("\"digest\":\"[0-9a-f]{4}", "\"digest\":\"0000"));
        folder.writeCloseLines(lines);

        assertFound("period 2026-10", "digest 0000");
    }

    @Test
    void shouldKeepTheVersionsThatAClosedMonthKnewWhenALaterOneSaysWhenItWasPublished() throws IOException {
        Files.writeString(
                folder.resolve("plan-2.yaml"), CloseFolder.plan(2, "7%") + "published_at: 2026-11-20T10:00:00+03:00\n");

        CommandRun run = verify(OCTOBER);
        assertThat(run.out()).as(run.err()).contains("No difference.");
        assertThat(run.err()).doesNotContain("published_at");
        // Only what is recorded after the close of October is of November: 5 % of 8,000, under the version that October
        // knew.
        assertThat(folder.run("replay", "2026-11", "--format", "json").out())
                .contains("400.00")
                .doesNotContain("\"version\":2");
    }

    @Test
    void shouldPostTheDifferenceWhenALaterVersionIsApprovedToRestateClosedMonths() throws IOException {
        Files.writeString(
                folder.resolve("plan-2.yaml"),
                CloseFolder.plan(2, "7%")
                        + "published_at: 2026-11-20T10:00:00+03:00\nrestate_closed: true\nauthor: olga\napprover: finance\n");

        assertThat(verify(OCTOBER).out()).contains("No difference.");
        // 2 % of 1,000 of September and of 2,000 of October; 7 % of 12,000 less the 200 that October paid.
        assertThat(folder.run("replay", "2026-11", "--format", "json").out()).contains("20.00", "40.00", "640.00");
    }

    @Test
    void shouldSayThatAVersionWithoutTheTimeOfItsPublicationRulesClosedMonths() throws IOException {
        Files.writeString(folder.resolve("plan-2.yaml"), CloseFolder.plan(2, "7%"));

        CommandRun run = verify(OCTOBER);

        assertThat(run.err()).contains("note: b2b v2 does not say when it was published (published_at)");
        assertThat(run.out()).contains("Differences: ");
    }

    @Test
    void shouldFindItWhenTheCountOfResultsIsAltered() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.set(COMPLETION, lines.get(COMPLETION).replace("\"managers\":2", "\"managers\":3"));
        folder.writeCloseLines(lines);

        assertFound("period 2026-10", "results 2", "results 3");
        assertThat(verify(OCTOBER).out()).contains("The close of 2026-10 is not completed");
    }

    @Test
    void shouldFindItWhenAFactBelowTheCutoffIsAltered() throws IOException {
        Path deals = folder.resolve("deals.jsonl");
        Files.writeString(deals, Files.readString(deals).replace("\"2000\"", "\"2000.20\""));

        assertFound("crm/17, frozen 2026-10, b2b v1, volume, 2026-10, RUB", "100.01 RUB", "100.00 RUB", "digest ");
    }

    @Test
    void shouldFindNoDifferenceWhenARecordOfTheCloseIsDoubled() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.add(RESULT_OF_BORIS, lines.get(RESULT_OF_ANNA));
        lines.add(lines.get(COMPLETION));
        folder.writeCloseLines(lines);

        assertThat(verify(OCTOBER).exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldCompareOneManagerAlone() throws IOException {
        List<String> lines = new ArrayList<>(folder.closeLines());
        lines.remove(RESULT_OF_ANNA);
        folder.writeCloseLines(lines);

        assertThat(verify(OCTOBER, "--manager", "18").exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(verify(OCTOBER, "--manager", "17").exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
    }

    @Test
    void shouldShowWhatWasKnownAtAnInstant() {
        assertThat(folder.run("replay", OCTOBER, "--as-of", "2026-10-06T10:00:00Z", "--format", "json")
                        .out())
                .contains("100.00")
                .doesNotContain("200.00");
        assertThat(folder.run("replay", OCTOBER, "--as-of", "2026-10-07", "--format", "json")
                        .out())
                .contains("100.00", "200.00");
    }

    @Test
    void shouldRefuseInstantsThatHaveNotComeAndVerifyTogetherWithAnInstant() {
        CommandRun future = folder.run("replay", OCTOBER, "--as-of", "2999-01-01");
        CommandRun both = verify(OCTOBER, "--as-of", "2026-10-07");

        assertThat(future.err()).contains("--as-of", "has not come yet");
        assertThat(future.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(both.err()).contains("expected no --as-of with it");
        assertThat(both.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldSayWithWhichMonthAMonthWithoutEntriesWasClosed() {
        CommandRun run = folder.run("replay", "2026-08");

        assertThat(run.err()).contains("2026-08 had no entries and was closed with 2026-09", "replay that month");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldShowWhatOtherPlansWouldPay(@TempDir Path plans) throws IOException {
        Path doubled = Files.writeString(plans.resolve("doubled.yaml"), CloseFolder.plan(2, "10%"));
        Path halved = Files.writeString(plans.resolve("halved.yaml"), CloseFolder.plan(3, "2.5%"));
        CommandRun run = folder.run("replay", OCTOBER, "--plan", doubled.toString(), "--plan", halved.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("600.00", "150.00", "300.00");
        assertThat(verify(OCTOBER, "--plan", doubled.toString()).out()).contains("No difference.");
    }

    @Test
    void shouldNameTheMistakeInAPlanOfAWhatIf(@TempDir Path plans) throws IOException {
        Path wrong = Files.writeString(plans.resolve("wrong.yaml"), CloseFolder.plan(2, "ten"));
        CommandRun run = folder.run("replay", OCTOBER, "--plan", wrong.toString());
        CommandRun missing = folder.run(
                "replay", OCTOBER, "--plan", plans.resolve("nothing.yaml").toString());

        assertThat(run.err()).contains("wrong.yaml", "ten");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(missing.err()).contains("--plan: cannot read", "nothing.yaml");
        assertThat(missing.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldWriteStatementsAndKpisOfTheMonth(@TempDir Path out) throws IOException {
        CommandRun run = folder.run("replay", OCTOBER, "--output", out.toString());

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(Files.readString(out.resolve("statements-2026-10.jsonl")))
                .contains("crm/17", "100.00", "crm/18", "200.00")
                .doesNotContain("600.00");
        assertThat(Files.readString(out.resolve("kpis-2026-10.jsonl"))).contains("revenue", "2000", "4000");
    }
}
