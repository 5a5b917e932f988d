package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "broken-json.jsonl      | :1:55:                | broken_json",
                "unknown-enum.jsonl     | :1:49: status:        | expected one of open, won, lost",
                "negative-share.jsonl   | :1: credits.share:    | negative_share",
                "shares-not-whole.jsonl | :1: credits:          | shares_not_whole",
                "won-without-date.jsonl | :1: closed_at:        | closed_without_date",
                "unknown-currency.jsonl | :1: currency:         | unknown_currency",
                "tier-gap.yaml          | :13:47: components[0].tiers.steps[1].from: | gap in the scale"
            })
    void shouldNameFileLineAndReasonWhenAnInputIsBad(String file, String place, String reason) {
        CommandRun run =
                CommandRun.of("calc", CommandRun.resource("bad/" + file).toString());

        assertThat(run.err()).contains(file + place).contains(reason).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldOnlyNoteItWhenAFileIsEmpty() {
        CommandRun run =
                CommandRun.of("calc", CommandRun.resource("bad/empty.jsonl").toString());

        assertThat(run.err()).contains("empty.jsonl: empty, 0 records");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldComputeTheRestWhenOneOfTheFilesIsBad() {
        CommandRun run = CommandRun.of(
                "calc",
                CommandRun.resource("october").toString(),
                CommandRun.resource("bad/broken-json.jsonl").toString(),
                "--statements",
                "--format",
                "json");

        assertThat(run.out()).isEqualTo(CommandRun.golden("calc-statements.jsonl"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldSayItWhenAFileDoesNotExist() {
        CommandRun run = CommandRun.of("calc", "nowhere.jsonl");

        assertThat(run.err()).contains("nowhere.jsonl: found nothing, expected a file or a folder");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
