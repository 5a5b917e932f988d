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

class ExplainStatementTest {
    @TempDir
    private Path folder;

    /** October is closed at the beginning of 5 November, then a deal of October is lowered and one is held. */
    @BeforeEach
    void closeOctober() throws IOException {
        for (String name : new String[] {"deals.jsonl", "people.jsonl", "plan.yaml"}) {
            Files.copy(CommandRun.resource("october").resolve(name), folder.resolve(name));
        }
        CommandRun close = run(
                "close",
                folder.toString(),
                "--period",
                "2026-10",
                "--cutoff",
                "2026-11-05",
                "--author",
                "finance",
                "--output",
                folder.resolve("close.jsonl").toString());
        assertThat(close.exitCode()).isEqualTo(ExitCodes.DONE);
        Files.writeString(folder.resolve("late.jsonl"), """
                {"type":"deal","source":"crm","id":"1","revision":2,"status":"won","amount":"1190000","currency":"RUB","owner":"17","customer":"c-1","created_at":"2026-10-01T09:00:00Z","closed_at":"2026-10-05T10:00:00Z","recorded_at":"2026-11-06T11:03:00Z"}
                {"type":"control","id":"h-1","kind":"hold","deal":"crm/2","day":"2026-11-06","author":"lead","reason":"a complaint","at":"2026-11-06T12:00:00Z","recorded_at":"2026-11-06T12:00:00Z"}
                """);
    }

    private static CommandRun run(String... args) {
        return CommandRun.of(args);
    }

    private CommandRun explain(String period, String... more) {
        String[] args = new String[8 + more.length];
        String[] first = {"explain", "statement", folder.toString(), "--manager", "17", "--period", period, "--all"};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        CommandRun explained = run(args);
        return new CommandRun(explained.exitCode(), explained.out().replace('\u00a0', ' '), explained.err());
    }

    @Test
    void shouldRecomputeAClosedMonthFromWhatCountedForItsCloseWhenItIsExplained() {
        CommandRun explained = explain("2026-10", "--lang", "en");

        assertThat(explained.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(explained.out())
                .contains(
                        "payroll 2026-10: 68,000.00 RUB",
                        "close of 2026-10, cutoff 2026-11-05 00:00:00 Europe/Moscow",
                        "by finance",
                        "recomputed, the same as what was frozen",
                        "2. volume: 61,500.00 RUB  [hunters v1, Share of sales], earned in 2026-10",
                        "0.05 × 1,230,000 = 61,500",
                        "split: crm/17 30%, crm/18 70%",
                        "amount 100,000 → 100,000.01")
                .doesNotContain("1,190,000", "h-1");
    }

    @Test
    void shouldTellWhatWasPostedBeforeAndWhatCameLateWhenALineWasEarnedInAClosedMonth() {
        CommandRun explained = explain("2026-11", "--line", "volume", "--lang", "en");

        assertThat(explained.out())
                .contains(
                        "volume: -500.00 RUB",
                        "the plan says now: 61,000.00 RUB",
                        "posted in 2026-10: 61,500.00 RUB",
                        "deal crm/1, revision 2, 2026-11-06 14:03:00: amount 1,200,000 → 1,190,000",
                        "pay of deal crm/2 is held, from 2026-11-06; 2026-11-06 15:00:00, by lead, reason: a complaint [h-1]",
                        "the month is open");
    }

    @Test
    void shouldWriteTheSameTreeWhenMachinesRead() {
        CommandRun explained = explain("2026-11", "--line", "1", "--format", "json");

        assertThat(explained.out().lines()).hasSize(1);
        assertThat(explained.out())
                .contains(
                        "\"type\":\"statement\"",
                        "\"amount\":\"-500.00\"",
                        "{\"type\":\"says_now\",\"amount\":\"61000.00\"}",
                        "\"changes\":[\"amount: 1200000 -> 1190000\"]",
                        "\"kind\":\"hold\"");
    }

    @Test
    void shouldTellTheHoldWhenTheDealWasWonInAnotherMonth() {
        CommandRun explained = explain("2026-11", "--line", "3", "--lang", "en");

        assertThat(explained.out())
                .contains("3. volume: -1,500.00 RUB", "decisions", "pay of deal crm/2 is held, from 2026-11-06")
                .doesNotContain("won deals");
    }

    @Test
    void shouldTellWhatChangedAndWhyWhenTwoInstantsAreGiven() {
        CommandRun changes = run(
                "explain",
                "changes",
                folder.toString(),
                "--manager",
                "17",
                "--lang",
                "en",
                "--from",
                "2026-11-06T14:00:00+03:00",
                "--to",
                "2026-11-06T14:05:00+03:00");

        assertThat(changes.exitCode()).as(changes.err()).isEqualTo(ExitCodes.DONE);
        assertThat(changes.out().replace('\u00a0', ' '))
                .contains(
                        "2026-11-06 14:00:00 – 2026-11-06 14:05:00 Europe/Moscow: -500.00 RUB",
                        "hunters, volume of 2026-10: 61,500.00 RUB → 61,000.00 RUB (-500.00 RUB)",
                        "revenue: 1,230,000 → 1,220,000",
                        "deal crm/1, revision 2, 2026-11-06 14:03:00: amount 1,200,000 → 1,190,000")
                .doesNotContain("per-deal", "h-1");
    }

    @Test
    void shouldSayThatNothingChangedWhenNothingWasRecorded() {
        CommandRun changes = run(
                "explain",
                "changes",
                folder.toString(),
                "--manager",
                "17",
                "--lang",
                "en",
                "--from",
                "2026-11-05T12:00:00Z",
                "--to",
                "2026-11-05T12:10:00Z");

        assertThat(changes.out()).contains("nothing changed");
    }

    @Test
    void shouldSpeakRussianWhenItIsAsked() {
        CommandRun explained = explain("2026-11", "--lang", "ru");

        assertThat(explained.out())
                .contains("по плану сейчас", "проведено в 2026-10", "записано после границы", "сумма 1 200 000")
                .doesNotContain("posted", "revision ");
    }

    @Test
    void shouldNameTheLinesThereAreWhenNoneIsMeant() {
        CommandRun explained = explain("2026-10", "--line", "3");

        assertThat(explained.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(explained.err()).contains("expected a number from 1 to 2, or one of per-deal, volume");
    }

    @Test
    void shouldSayWhereToLookWhenNothingIsPosted() {
        CommandRun explained = explain("2026-12");

        assertThat(explained.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(explained.err()).contains("nothing is posted to 2026-12 for crm/17");
    }
}
