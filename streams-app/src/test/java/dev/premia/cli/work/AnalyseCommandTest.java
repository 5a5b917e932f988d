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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalyseCommandTest {
    private static final String DEAL = "{\"type\":\"deal\",\"source\":\"crm\",\"id\":\"%s\",\"revision\":1,"
            + "\"status\":\"won\",\"amount\":\"%s\",\"currency\":\"RUB\",\"owner\":\"%s\",\"segment\":\"retail\","
            + "\"created_at\":\"2026-08-01T09:00:00Z\",\"closed_at\":\"%s-05T10:00:00Z\"%s}\n";
    private static final String LINES = ",\"lines\":[{\"product\":\"dear\",\"quantity\":\"%s\",\"price\":\"%s\"},"
            + "{\"product\":\"cheap\",\"quantity\":\"%s\",\"price\":\"%s\"}]";
    private static final String MANAGER = "{\"type\":\"manager\",\"source\":\"crm\",\"id\":\"%s\",\"name\":\"%s\","
            + "\"assignments\":[{\"from\":\"2026-01-01\",\"team\":\"%s\",\"role\":\"%s\"}]}\n";

    @TempDir
    private Path folder;

    @BeforeEach
    void layInput() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                plan: two-percent
                version: 1
                valid_from: 2026-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, rate: 2%, of: revenue }
                """);
        Files.writeString(
                folder.resolve("people.jsonl"),
                MANAGER.formatted("17", "Anna Orlova", "north", "hunter")
                        + MANAGER.formatted("18", "Boris Petrov", "north", "hunter")
                        + MANAGER.formatted("19", "Vera Kim", "south", "farmer")
                        + "{\"type\":\"team\",\"source\":\"crm\",\"id\":\"north\",\"name\":\"North\"}\n"
                        + "{\"type\":\"team\",\"source\":\"crm\",\"id\":\"south\",\"name\":\"South\"}\n");
        Files.writeString(
                folder.resolve("deals.jsonl"),
                DEAL.formatted("1", "1500", "17", "2026-09", LINES.formatted("10", "100", "10", "50"))
                        + DEAL.formatted("2", "2130", "17", "2026-10", LINES.formatted("12", "110", "18", "45"))
                        + DEAL.formatted("3", "1000", "18", "2026-09", "")
                        + DEAL.formatted("4", "3000", "19", "2026-10", ""));
    }

    private CommandRun analyse(String command, String... options) {
        List<String> args = new ArrayList<>(List.of("analyse", command, folder.toString()));
        args.addAll(List.of(options));
        return CommandRun.of(args.toArray(String[]::new));
    }

    private List<String> csv(String command, String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.addAll(List.of("--format", "csv"));
        CommandRun run = analyse(command, all.toArray(String[]::new));
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        return run.out().lines().toList();
    }

    @Test
    void shouldRankPeersAndCountThoseWithoutSales() {
        assertThat(csv("peers", "--period", "2026-10"))
                .containsExactly(
                        "window,kpi,rank,manager,name,value,gap,z_score,beyond,undefined_reason",
                        "2026-10,revenue,1,crm/19,Vera Kim,3000.00,0.00,1.023616115000050937851470824763985,false,",
                        "2026-10,revenue,2,crm/17,Anna Orlova,2130.00,870.00,0.3332703630232723983702463150394370,false,",
                        "2026-10,revenue,3,crm/18,Boris Petrov,0.00,3000.00,-1.356886478023323336221717139803422,false,");
    }

    @Test
    void shouldSayThatTwoPeersAreTooFew() {
        assertThat(csv("peers", "--period", "2026-10", "--role", "hunter"))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("2026-10,revenue,1,crm/17,Anna Orlova,2130.00,0.00,,false,"
                                + "z-score is undefined: fewer than 3 peers"));
    }

    @Test
    void shouldShowTheTrendOfATeam() {
        assertThat(csv("trend", "--period", "2026-10", "--windows", "2", "--team", "north"))
                .containsExactly(
                        "window,kpi,value,previous,change,growth,undefined_reason",
                        "2026-09,revenue,2500.00,0.00,2500.00,,growth is undefined: the window before is not above 0",
                        "2026-10,revenue,2130.00,2500.00,-370.00,-0.148,");
    }

    @Test
    void shouldCountTheWindowsFromTheFirstDay() {
        assertThat(csv("trend", "--from", "2026-08-15", "--to", "2026-10-01")).hasSize(4);
        assertThat(csv("trend", "--period", "2026-10")).hasSize(7);
    }

    @Test
    void shouldTakeTheChangeOfOneManagerApart() {
        assertThat(csv("factors", "--period", "2026-10", "--manager", "17"))
                .containsExactly(
                        "item,quantity_before,quantity_after,before,after,change,price,quantity,mix",
                        "crm/cheap,10,18,500.00,810.00,310.00,-90.00,250.00,150.00",
                        "crm/dear,10,12,1000.00,1320.00,320.00,120.00,500.00,-300.00",
                        ",20,30,1500.00,2130.00,630.00,30.00,750.00,-150.00");
    }

    @Test
    void shouldTakeTheChangeOfTheCompanyApartBySegment() {
        List<String> lines = csv("factors", "--period", "2026-10", "--over", "segment");

        // Two deals each: the average deal grew from 1,250 to 2,565.
        assertThat(lines.get(lines.size() - 1)).isEqualTo(",2,2,2500.00,5130.00,2630.00,2630.00,0.00,0.00");
    }

    @Test
    void shouldLoseNothingThatNamesNoProduct() {
        List<String> lines = csv("factors", "--period", "2026-10");

        assertThat(lines).hasSize(5);
        assertThat(lines.get(lines.size() - 1)).startsWith(",21,31,2500.00,5130.00,2630.00,2030.00,1190.48,-590.48");
    }

    @Test
    void shouldCompareRoles() {
        CommandRun run =
                analyse("groups", "--period", "2026-10", "--a", "role:hunter", "--b", "19", "--format", "json");

        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        assertThat(run.out().lines().findFirst()).hasValueSatisfying(line -> assertThat(line)
                .contains(
                        "\"group\":\"a\"",
                        "\"members\":2",
                        "\"mean\":\"1065.00\"",
                        "\"sum\":\"2130.00\"",
                        "\"difference\":\"-1935.00\"",
                        "\"relative\":\"-0.645\""));
    }

    @Test
    void shouldDivideTheCostOfTheSchemeByRevenue() {
        assertThat(csv("scheme"))
                .containsExactly(
                        "month,plan,cost,revenue,share,currency,undefined_reason",
                        "2026-09,two-percent,50.00,2500.00,0.02,RUB,",
                        "2026-09,,50.00,2500.00,0.02,RUB,",
                        "2026-10,two-percent,102.60,5130.00,0.02,RUB,",
                        "2026-10,,102.60,5130.00,0.02,RUB,");
        assertThat(csv("scheme", "--period", "2026-09")).hasSize(3);
    }

    @Test
    void shouldSpeakBothLanguages() {
        assertThat(analyse("peers", "--period", "2026-10", "--lang", "ru").out())
                .contains("Выручка: 2026-10, RUB, Europe/Moscow", "До лидера", "За границей 2", "Anna Orlova");
        assertThat(analyse("factors", "--period", "2026-10", "--lang", "en").out())
                .contains("Change of revenue: Company, 2026-09 – 2026-10, RUB", "not named", "Total", "Mix");
        assertThat(analyse("scheme", "--lang", "ru").out()).contains("Стоимость схемы", "все планы", "2,0%");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "peers | Missing required option",
                "peers --period October | expected a month 2026-10",
                "peers --period 2026-10 --bound 0 | expected a number above 0",
                "peers --period 2026-10 --kpi turnover | expected one of revenue",
                "trend | expected where the trend ends",
                "trend --period 2026-10 --windows 0 | expected 1 to 1000",
                "trend --period 2026-10 --manager 17 --team north | exclude each other",
                "factors --period 2026-10 --over colour | Invalid value for option '--over'",
                "groups --period 2026-10 --a role:pilot --b 19 | nobody is in 'role:pilot'",
                "groups --period 2026-10 --a team:north --b 17,19 | found crm/17 in both groups"
            })
    void shouldSayWhatIsWrongWhenAnOptionMakesNoSense(String options, String message) {
        String[] words = options.strip().split(" ");
        List<String> args = new ArrayList<>(List.of("analyse"));
        args.addAll(List.of(words));
        args.add(folder.toString());
        CommandRun run = CommandRun.of(args.toArray(String[]::new));

        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }

    @Test
    void shouldShowWhatThereIsWhenNothingIsAsked() {
        CommandRun run = CommandRun.of("analyse");

        assertThat(run.err()).contains("peers", "trend", "factors", "groups", "scheme");
        assertThat(run.exitCode()).isEqualTo(ExitCodes.BAD_INPUT);
    }
}
