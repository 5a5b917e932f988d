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

class AdjustCommandTest {
    @TempDir
    private Path folder;

    private Path decisions;

    @BeforeEach
    void layInput() throws IOException {
        decisions = folder.resolve("decisions.jsonl");
        Files.writeString(folder.resolve("plan.yaml"), """
                plan: main
                version: 1
                valid_from: 2026-10-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, rate: 10%, of: revenue }
                """);
        Files.writeString(
                folder.resolve("events.jsonl"),
                "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"17\",\"name\":\"Anna\"}\n"
                        + "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"18\",\"name\":\"Boris\"}\n"
                        + "{\"type\":\"deal\",\"source\":\"crm\",\"id\":\"d1\",\"revision\":1,\"status\":\"won\","
                        + "\"amount\":\"1000\",\"currency\":\"RUB\",\"owner\":\"17\","
                        + "\"created_at\":\"2026-10-01T09:00:00Z\",\"closed_at\":\"2026-10-05T10:00:00Z\"}\n");
    }

    private CommandRun adjust(String... words) {
        List<String> args = new ArrayList<>(List.of("adjust"));
        args.addAll(List.of(words));
        args.add(folder.toString());
        return CommandRun.of(args.toArray(String[]::new));
    }

    private CommandRun transfer(String approver, String... further) {
        List<String> words = new ArrayList<>(List.of(
                "transfer",
                "--deal=crm/d1",
                "--manager=crm/17",
                "--to-manager=crm/18",
                "--author=head",
                "--approver=" + approver,
                "--reason=Joint work",
                "--output=" + decisions,
                "--format=json"));
        words.addAll(List.of(further));
        if (List.of(further).stream().noneMatch(each -> each.startsWith("--share"))) {
            words.add("--share=0.25");
        }
        return adjust(words.toArray(String[]::new));
    }

    private String statements() {
        return CommandRun.of("calc", folder.toString(), "--statements", "--format", "json")
                .out();
    }

    @Test
    void shouldMoveCreditOnce() throws IOException {
        CommandRun run = transfer("director");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("\"kind\":\"credit_transfer\"", "\"status\":\"recorded\"");
        assertThat(Files.readAllLines(decisions)).hasSize(1);
        assertThat(statements()).contains("75.00", "25.00");

        CommandRun again = transfer("director");
        assertThat(again.exitCode()).as(again.err()).isEqualTo(ExitCodes.DONE);
        assertThat(again.out()).contains("\"status\":\"recorded before\"");
        assertThat(Files.readAllLines(decisions)).hasSize(1);
    }

    @Test
    void shouldWriteNothingThatTheStreamWouldRefuse() {
        CommandRun alone = transfer("head");

        assertThat(alone.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(alone.err())
                .contains("approver: found the author, expected somebody other than the author", "nothing is written");
        assertThat(decisions).doesNotExist();

        transfer("director", "--id=t1");
        CommandRun other = transfer("owner", "--id=t1");
        assertThat(other.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(other.err()).contains("t1", "the first one rules");
    }

    @Test
    void shouldCheckWithoutWriting() {
        CommandRun run = transfer("director", "--dry-run");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).contains("checked, not written");
        assertThat(decisions).doesNotExist();
    }

    @Test
    void shouldRecordAmountsAndShowThemInTheExplanation() {
        CommandRun run = adjust(
                "add",
                "--manager=crm/17",
                "--type=bonus",
                "--amount=5000.50",
                "--unit=RUB",
                "--period=2026-10",
                "--author=head",
                "--approver=director",
                "--reason=Trade fair",
                "--document=order-12",
                "--output=" + decisions);

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(statements()).contains("5000.50");
        transfer("director");
        CommandRun explained =
                CommandRun.of("explain", "--manager=17", "--period=2026-10", "--lang=en", folder.toString());
        assertThat(explained.out())
                .contains(
                        "decided by head, approved by director; Trade fair; order-12",
                        "credit of deal crm/d1: 25% crm/17 → crm/18");
    }

    private String explained(String... words) {
        List<String> args = new ArrayList<>(List.of("explain"));
        args.addAll(List.of(words));
        args.addAll(List.of("--lang=en", folder.toString()));
        CommandRun run = CommandRun.of(args.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        return run.out();
    }

    @Test
    void shouldSayOfADealWhoMovedItsCreditWhenAndWhy() {
        transfer("director");

        for (String manager : List.of("17", "18")) {
            assertThat(explained("kpi", "--kpi=revenue", "--manager=" + manager, "--period=2026-10"))
                    .containsPattern("crm/d1 .*% of 1,000.00.RUB\n(.*\n)*.*credit of deal crm/d1: 25% crm/17 → crm/18; "
                            + "20.*, by head, approved by director, reason: Joint work");
        }
        assertThat(explained("kpi", "--kpi=revenue", "--manager=18", "--period=2026-10", "--format=json"))
                .contains("\"kind\":\"credit_transfer\"", "\"approver\":\"director\"");
        assertThat(explained("statement", "--manager=18", "--period=2026-10").split("credit of deal crm/d1", -1))
                .as("told once")
                .hasSize(2);
    }

    @Test
    void shouldSayOfADealThatWasGivenAwayAsAWholeWhoMovedIt() {
        transfer("director", "--share=1");

        assertThat(explained("kpi", "--kpi=revenue", "--manager=17", "--period=2026-10"))
                .contains("won deals: 0", "credit of deal crm/d1: 100% crm/17 → crm/18", "decided by head");
        assertThat(explained("statement", "--manager=18", "--period=2026-10"))
                .contains("credit of deal crm/d1: 100% crm/17 → crm/18", "approved by director");
    }

    @Test
    void shouldSayOfAnOpenDealWhoMovedItsCredit() throws IOException {
        Path events = folder.resolve("events.jsonl");
        Files.writeString(events, Files.readString(events).replace("\"won\"", "\"open\""));
        transfer("director");

        assertThat(explained("next-deal", "--deal=crm/d1", "--as-of=2026-10-20"))
                .contains("+75.00", "+25.00", "credit of deal crm/d1: 25% crm/17 → crm/18", "decided by head");
    }

    @Test
    void shouldRefuseAReductionWithoutDocumentAndAmountsThatAreNone() {
        CommandRun noDocument = adjust(
                "add",
                "--manager=crm/17",
                "--type=disciplinary",
                "--amount=-500",
                "--unit=RUB",
                "--period=2026-10",
                "--author=head",
                "--approver=director",
                "--reason=Late",
                "--output=" + decisions);
        CommandRun tooFine = adjust(
                "add",
                "--manager=crm/17",
                "--type=bonus",
                "--amount=0.001",
                "--unit=RUB",
                "--period=2026-10",
                "--dry-run");

        assertThat(noDocument.err()).contains("document: found nothing, expected the id of the order");
        assertThat(noDocument.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(tooFine.err()).contains("--amount: found 0.001, expected at most 2 digits");
        assertThat(decisions).doesNotExist();
    }

    @Test
    void shouldHoldReleaseAndListInTheOrderOfRecording() {
        adjust("hold", "--deal=crm/d1", "--from=2026-11-01", "--author=fin", "--reason=Claim", "--output=" + decisions);
        adjust(
                "release",
                "--deal=crm/d1",
                "--from=2026-11-10",
                "--share=0.5",
                "--author=fin",
                "--reason=Settled",
                "--output=" + decisions);

        CommandRun list = adjust("list", "--deal=crm/d1", "--format=json");
        assertThat(list.exitCode()).as(list.err()).isEqualTo(ExitCodes.DONE);
        assertThat(list.out().lines()).hasSize(2);
        assertThat(list.out().lines().findFirst()).hasValueSatisfying(line -> assertThat(line)
                .contains("\"kind\":\"hold\"", "\"author\":\"fin\"", "\"at\":\"20", "\"status\":\"in_force\""));
        assertThat(adjust("list", "--manager=crm/18", "--format=json").out()).isEmpty();
    }

    private CommandRun dispute(String... words) {
        List<String> all = new ArrayList<>(List.of("dispute"));
        all.addAll(List.of(words));
        all.addAll(List.of(
                "--manager=crm/17", "--sequence=3", "--reason=My deal", "--output=" + decisions, "--format=json"));
        return adjust(all.toArray(String[]::new));
    }

    @Test
    void shouldSettleADisputeBySomebodyElse() {
        assertThat(dispute("settle", "--accept", "--author=head").err()).contains("expected an open dispute");
        CommandRun opened = dispute("open", "--author=crm/17");
        assertThat(opened.exitCode()).as(opened.err()).isEqualTo(ExitCodes.DONE);
        assertThat(adjust("list", "--format=json").out()).contains("\"status\":\"opened\"");
        assertThat(dispute("settle", "--accept", "--author=crm/17").exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        CommandRun settled = dispute("settle", "--reject", "--author=head");
        assertThat(settled.exitCode()).as(settled.err()).isEqualTo(ExitCodes.DONE);

        assertThat(adjust("list", "--format=json").out().lines()).hasSize(2).allSatisfy(line -> assertThat(line)
                .contains("\"status\":\"rejected\""));
    }

    @Test
    void shouldAskWhereToWrite() {
        CommandRun run = adjust("hold", "--deal=crm/d1", "--from=2026-11-01", "--author=fin");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("--output is missing");
    }
}
