package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plan test}: what people and machines read, and how it ends. */
class PlanTestCommandTest {
    private static final String CASE = """
            scenario: { ru: Пять процентов, en: Five per cent }
            row: B1
            window: 2026-10
            plans:
              - components:
                  - { id: volume, rate: 5%, of: revenue, when: "revenue > 1000" }
            steps:
              - manager: anna
              - deal: { id: d1, won: 2026-10-05, amount: 1_000_000, owner: anna }
              - accrual: { manager: anna, volume: 50_000.00 }
              - deal: { id: d1, amount: 1_000_100 }
              - changes: { manager: anna, volume: 5.00 }
              - kpi: { subject: anna, revenue: 1_000_100 }
            """;

    @TempDir
    private Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private CommandRun run(Path input, String... more) {
        String[] args = new String[3 + more.length];
        args[0] = "plan";
        args[1] = "test";
        args[2] = input.toString();
        System.arraycopy(more, 0, args, 3, more.length);
        CommandRun run = CommandRun.of(args);
        return new CommandRun(
                run.exitCode(), run.out().replace(folder + "/", ""), run.err().replace(folder + "/", ""));
    }

    @Test
    void shouldSayOkWhenEveryScenarioHolds() throws IOException {
        file("plan.yaml", "plan: other\n");
        file("case.yaml", CASE);

        CommandRun run = run(folder, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out()).isEqualTo("""
                ok       case.yaml: Five per cent (B1)
                Scenarios: 1, held: 1, failed: 0, unusable files: 0
                """);
    }

    @Test
    void shouldShowWhatWasExpectedAndWhatCameWhenAScenarioDoesNotHold() throws IOException {
        Path file = file(
                "case.yaml",
                CASE.replace("volume: 50_000.00", "volume: 50_000.01").replace("revenue: 1_000_100", "revenue: 7"));

        CommandRun run = run(file, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(run.out()).isEqualTo("""
                FAILED   case.yaml: Five per cent (B1)
                  case.yaml:10: accrual of crm/anna, volume, 2026-10
                    - expected  50,000.01
                    + found     50,000.00  (-0.01)
                      after line 9, deal d1
                      | 5% of revenue when revenue > 1,000
                      | revenue = 1,000,000
                      | the condition revenue > 1,000 is met
                      | 0.05 × 1,000,000 = 50,000
                  case.yaml:13: kpi revenue of manager:crm/anna, 2026-10 in Europe/Moscow
                    - expected  7.00
                    + found     1,000,100.00  (+1,000,093)
                      after line 11, deal d1
                Scenarios: 1, held: 0, failed: 1, unusable files: 0
                """);
    }

    @Test
    void shouldFailWhenARecordIsRejectedThatNobodyExpectedToBe() throws IOException {
        Path file = file("case.yaml", CASE.replace("amount: 1_000_100", "amount: -1"));

        CommandRun run = run(file, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(run.out()).contains("case.yaml:11: dead letter of deal d1", "found     negative_amount");
    }

    @Test
    void shouldSpeakRussianWhenAsked() throws IOException {
        Path file = file("case.yaml", CASE.replace("volume: 5.00", "volume: 6.00"));

        CommandRun run = run(file, "--lang", "ru");

        assertThat(run.out())
                .contains(
                        "неверно  case.yaml: Пять процентов",
                        "ожидалось",
                        "получено",
                        "Сценариев: 1, верно: 0, неверно: 1");
    }

    @Test
    void shouldGiveMachinesOneObjectALine() throws IOException {
        Path file = file("case.yaml", CASE.replace("volume: 5.00", "volume: 6.00"));

        CommandRun run = run(file, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.DIFFERENCE);
        assertThat(run.out().lines())
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"type\":\"scenario\"",
                                "\"result\":\"failed\"",
                                "\"expectations\":3",
                                "\"mismatches\":1"))
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"type\":\"mismatch\"", "\"line\":12", "\"expected\":\"6.00\"", "\"found\":\"5.00\""));
    }

    @Test
    void shouldEndWithBadInputWhenAFileCannotBeUsed() throws IOException {
        file("good.yaml", CASE);
        file("wrong.yaml", CASE.replace("kpi:", "kpy:"));

        CommandRun run = run(folder, "--lang", "en");

        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.out())
                .contains("ok       good.yaml", "wrong    wrong.yaml", "wrong.yaml:13:5:", "did you mean `kpi`?");
        assertThat(run(folder.resolve("none.yaml")).exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldSayThatThereAreNoneWhenAFolderHasNoScenarios() throws IOException {
        file("plan.yaml", "plan: other\n");

        CommandRun run = run(folder);

        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(run.err()).contains("no scenarios found");
    }
}
