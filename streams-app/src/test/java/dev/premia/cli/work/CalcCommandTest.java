package dev.premia.cli.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.cli.CommandRun;
import dev.premia.cli.ExitCodes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalcCommandTest {
    private static final String OCTOBER = CommandRun.resource("october").toString();

    @Test
    void shouldPrintKpisAndStatementsWhenAFolderIsGiven() {
        CommandRun run = CommandRun.of("calc", OCTOBER, "--period", "2026-10", "--lang", "en");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo(CommandRun.golden("calc-october-en.txt"));
        assertThat(run.exitCode()).isEqualTo(ExitCodes.DONE);
    }

    @Test
    void shouldSpeakRussianWhenAsked() {
        CommandRun run = CommandRun.of("calc", OCTOBER, "--period", "2026-10", "--lang", "ru");

        assertThat(run.out()).isEqualTo(CommandRun.golden("calc-october-ru.txt"));
    }

    @Test
    void shouldPrintJsonLinesWhenMachinesRead() {
        CommandRun run = CommandRun.of("calc", OCTOBER, "--statements", "--format", "json");

        assertThat(run.out()).isEqualTo(CommandRun.golden("calc-statements.jsonl"));
    }

    @Test
    void shouldPrintCsvWhenOneKpiOfOneManagerIsAsked() {
        CommandRun run = CommandRun.of(
                "calc", OCTOBER, "--kpi", "revenue", "--manager", "17", "--format", "csv", "--period", "2026-10");

        assertThat(run.out())
                .isEqualTo(
                        "subject_type,subject,name,window,from,to,kpi,value,unit,target,attainment,undefined_reason\n"
                                        .replace("\n", "\r\n")
                                + "manager,crm/17,Anna Orlova,2026-10,2026-10-01,2026-10-31,revenue,1230000.00,RUB,1000000.0000,1.23,\r\n");
    }

    @Test
    void shouldShowAKpiOfAPlanWhenItsNameIsAsked(@TempDir Path folder) throws IOException {
        Path plan = Files.writeString(folder.resolve("own.yaml"), """
                plan: own
                version: 1
                valid_from: 2026-10-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                kpis:
                  largest: { max: amount, from: won_deals, title: { ru: Крупнейшая сделка, en: Largest deal } }
                targets: { largest: 500_000 }
                components:
                  - { id: largest, rate: 1%, of: largest }
                """);
        String[] args = {
            "calc",
            OCTOBER,
            "--plan",
            plan.toString(),
            "--manager",
            "17",
            "--period",
            "2026-10",
            "--lang",
            "en",
            "--kpi"
        };

        CommandRun named = CommandRun.of(with(args, "own/largest", "--format", "csv"));
        CommandRun people = CommandRun.of(with(args, "revenue,largest"));

        assertThat(named.err()).isEmpty();
        assertThat(named.out()).contains("own/largest,", ",RUB,500000");
        assertThat(people.out()).contains("Largest deal");
    }

    @Test
    void shouldShowTheTeamAndItsPeopleWhenATeamIsAsked() {
        CommandRun run = CommandRun.of("calc", OCTOBER, "--kpis", "--team", "north", "--period", "2026-10");

        assertThat(run.out()).contains("North", "Anna Orlova", "Boris Petrov").doesNotContain("Company");
    }

    @Test
    void shouldCountADayInTheMonthOfTheZoneWhenItIsTheEdgeOfAMonth() {
        String[] args = {"calc", OCTOBER, "--kpi", "won_deals", "--manager", "18", "--format", "csv", "--zone"};
        CommandRun moscow = CommandRun.of(with(args, "Europe/Moscow"));
        CommandRun kaliningrad = CommandRun.of(with(args, "Europe/Kaliningrad"));

        assertThat(moscow.out()).contains("2026-11,2026-11-01,2026-11-30,won_deals,1,");
        assertThat(kaliningrad.out()).contains("2026-10,2026-10-01,2026-10-31,won_deals,1.7,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--period 2026-13 | does not exist in the calendar",
                "--period October | expected a month 2026-10",
                "--kpi turnover | expected one of revenue",
                "--kpi service_level | has 0 numbers, expected 1",
                "--manager nobody | expected an id or a name",
                "--currency RUX | expected an ISO 4217 code",
                "--kpis --statements | exclude each other",
                "--verify | expected --bootstrap-server",
                "--wait 5 | belong to --verify",
                "--application-id other | belong to --verify",
                "--from 2026-10-05 --to 2026-10-01 | expected a day not before",
                "--all --format csv | expected --kpis or --statements",
                "--format xml | Invalid value for option '--format'"
            })
    void shouldSayWhatIsWrongWhenAnOptionMakesNoSense(String options, String message) {
        String[] args = ("calc " + OCTOBER + " " + options.strip()).split(" ");
        CommandRun run = CommandRun.of(args);

        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--team north | no --team",
                "--period 2026-10 | no --team, --period",
                "--from 2026-10-01 | no --team, --period",
                "--wait -1 | expected 0 seconds or more"
            })
    void shouldSayWhatIsWrongWhenAVerificationIsNarrowedInAWayThatItDoesNotKnow(String options, String message) {
        String[] args = ("calc --verify --bootstrap-server localhost:1 --schema-registry http://localhost:1 "
                        + options.strip())
                .split(" ");
        CommandRun run = CommandRun.of(args);

        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldComplainWhenThereIsNothingToIngest() {
        CommandRun run = CommandRun.of("ingest", "--plan", "plan.yaml");

        assertThat(run.err()).contains("no input; expected files or folders");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldComplainWhenThereIsNoInput() {
        CommandRun run = CommandRun.of("calc");

        assertThat(run.err()).contains("no input; expected files or folders");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    private static String[] with(String[] args, String... last) {
        String[] all = java.util.Arrays.copyOf(args, args.length + last.length);
        System.arraycopy(last, 0, all, args.length, last.length);
        return all;
    }
}
