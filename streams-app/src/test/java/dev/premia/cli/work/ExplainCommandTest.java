package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {
    private static final String OCTOBER = CommandRun.resource("october").toString();

    @Test
    void shouldShowRuleInputsAndDealsWhenAManagerEarned() {
        CommandRun run = CommandRun.of("explain", "--manager", "17", "--period", "2026-10", "--lang", "en", OCTOBER);

        assertThat(run.out()).isEqualTo(CommandRun.golden("explain-17-en.txt"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldNameTheConditionThatFailedWhenAComponentPaysNothing() {
        CommandRun run = CommandRun.of(
                "explain",
                "--manager",
                "Boris Petrov",
                "--period",
                "2026-10",
                "--component",
                "volume",
                "--lang",
                "en",
                OCTOBER);

        assertThat(run.out()).contains("volume: 0.00").contains("the condition revenue > 1,000,000 is not met");
    }

    @Test
    void shouldSpeakRussianWithoutAnEnglishWordWhenItIsAsked() {
        CommandRun run = CommandRun.of("explain", "--manager", "17", "--period", "2026-10", "--lang", "ru", OCTOBER);

        assertThat(run.out()).isEqualTo(CommandRun.golden("explain-17-ru.txt"));
    }

    @Test
    void shouldKeepPlainNumbersAndEnglishWhenMachinesRead() {
        CommandRun run = CommandRun.of(
                "explain", "--manager", "17", "--period", "2026-10", "--lang", "ru", "--format", "json", OCTOBER);

        assertThat(run.out()).contains("the condition revenue > 1000000 is met").doesNotContain("\u00a0");
    }

    @Test
    void shouldShowTheDealsWhenAKpiIsExplained() {
        CommandRun run = CommandRun.of(
                "explain",
                "kpi",
                "--kpi",
                "revenue",
                "--manager",
                "18",
                "--period",
                "2026-10",
                "--lang",
                "en",
                OCTOBER);

        assertThat(run.out()).contains("crm/2 (revision 2)", "70% of 100,000.01");
    }

    @Test
    void shouldSayWhichPlansThereAreWhenNoneApplies() {
        CommandRun run = CommandRun.of("explain", "--manager", "17", "--period", "2026-09", OCTOBER);

        assertThat(run.err()).contains("no plan applies to Anna Orlova (crm/17) in 2026-09", "hunters");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
