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

class NextDealTest {
    @TempDir
    private Path folder;

    /** Anna has 145,000; the open deal of 20,000 crosses 150,000, the team's million and the cap. */
    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("people.jsonl"), """
                {"type":"team","source":"crm","id":"north","name":"North","head":"30"}
                {"type":"manager","source":"crm","id":"17","name":"Anna Orlova","assignments":[{"from":"2026-01-01","team":"north","role":"hunter"}]}
                {"type":"manager","source":"crm","id":"18","name":"Boris Petrov","assignments":[{"from":"2026-01-01","team":"north","role":"hunter"}]}
                {"type":"manager","source":"crm","id":"30","name":"Clara Head","assignments":[{"from":"2026-01-01","team":"north","role":"head"}]}
                """);
        Files.writeString(folder.resolve("deals.jsonl"), """
                {"type":"deal","source":"crm","id":"1","revision":1,"status":"won","amount":"145000","currency":"RUB","owner":"17","customer":"c-1","created_at":"2026-10-01T09:00:00Z","closed_at":"2026-10-05T10:00:00Z"}
                {"type":"deal","source":"crm","id":"2","revision":1,"status":"won","amount":"840000","currency":"RUB","owner":"18","customer":"c-2","created_at":"2026-10-01T09:00:00Z","closed_at":"2026-10-06T10:00:00Z"}
                {"type":"deal","source":"crm","id":"7","revision":3,"status":"open","amount":"20000","currency":"RUB","owner":"17","customer":"c-3","created_at":"2026-10-02T09:00:00Z"}
                {"type":"deal","source":"crm","id":"8","revision":1,"status":"open","amount":"20000","currency":"RUB","owner":"17","credits":[{"manager":"17","share":"0.5"},{"manager":"18","share":"0.5"}],"customer":"c-3","created_at":"2026-10-02T09:00:00Z"}
                """);
        Files.writeString(folder.resolve("hunters.yaml"), """
                plan: hunters
                version: 1
                valid_from: 2026-10-01
                applies_to: { roles: [hunter] }
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - id: scale
                    of: revenue
                    tiers:
                      mode: graduated
                      steps:
                        - { to: 150_000, rate: 4% }
                        - { to: 250_000, rate: 6% }
                        - { rate: 8% }
                  - id: gate
                    rate: 1%
                    of: revenue
                    when: "revenue > 160_000"
                caps: { total: 80_000 }
                """);
        Files.writeString(folder.resolve("heads.yaml"), """
                plan: heads
                version: 1
                valid_from: 2026-10-01
                applies_to: { roles: [head] }
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - id: team
                    scope: team
                    rate: 1%
                    of: revenue
                    when: "revenue > 1_000_000"
                """);
    }

    private CommandRun next(String... more) {
        String[] args = new String[5 + more.length];
        String[] first = {"explain", "next-deal", folder.toString(), "--as-of", "2026-10-20"};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(more, 0, args, first.length, more.length);
        CommandRun run = CommandRun.of(args);
        return new CommandRun(run.exitCode(), run.out().replace('\u00a0', ' '), run.err());
    }

    @Test
    void shouldAddWhatTheStepsTheGateAndTheTeamBringWhenTheDealIsWon() {
        CommandRun next = next("--deal", "7", "--lang", "en");

        assertThat(next.err()).doesNotContain("error");
        assertThat(next.exitCode()).isEqualTo(ExitCodes.DONE);
        assertThat(next.out())
                .contains(
                        "crm/7 (20,000.00 RUB), if won on 2026-10-20",
                        "Anna Orlova (crm/17): +2,750.00 RUB",
                        "hunters, scale, 2026-10: 5,800.00 RUB → 6,900.00 RUB (+1,100.00 RUB), payroll 2026-10",
                        "hunters, gate, 2026-10: 0.00 RUB → 1,650.00 RUB (+1,650.00 RUB)",
                        "Clara Head (crm/30): +10,050.00 RUB",
                        "heads, team, 2026-10: 0.00 RUB → 10,050.00 RUB")
                .doesNotContain("Boris Petrov");
    }

    @Test
    void shouldGiveEachPartyItsOwnWhenTheDealIsSplit() {
        CommandRun next = next("--deal", "crm/8", "--lang", "en");

        // Anna's 155,000 cross a step: 5,000 at 4 % and 5,000 at 6 %; Boris gets 8 % and 1 %, all under his cap.
        assertThat(next.out())
                .contains("Anna Orlova (crm/17): +500.00 RUB", "Boris Petrov (crm/18): +900.00 RUB")
                .contains("hunters, scale, 2026-10: 59,200.00 RUB → 60,000.00 RUB (+800.00 RUB)");
    }

    @Test
    void shouldStopAtTheCapWhenItIsReached() throws IOException {
        String plan = Files.readString(folder.resolve("hunters.yaml"));
        Files.writeString(folder.resolve("hunters.yaml"), plan.replace("80_000", "6_000"));

        assertThat(next("--deal", "7", "--lang", "en").out())
                .contains("Anna Orlova (crm/17): +200.00 RUB", "cap:total, 2026-10: 0.00 RUB → -2,550.00 RUB");
    }

    @Test
    void shouldTellWhatIsMissingToTheNextBoundAndWhatItBrings() {
        CommandRun next = next("--manager", "17", "--lang", "en");

        assertThat(next.out())
                .contains(
                        "hunters v1, scale, 2026-10: revenue = 145,000, needed more than 150,000; missing 5,000;"
                                + " brings 200.00 RUB",
                        "hunters v1, gate, 2026-10: revenue = 145,000, needed more than 160,000; missing 15,000;"
                                + " brings 1,600.00 RUB");
    }

    @Test
    void shouldWriteTheSameWhenMachinesRead() {
        assertThat(next("--deal", "7", "--format", "json").out())
                .contains(
                        "{\"type\":\"next_deal\",\"deal\":\"crm/7\",\"as_of\":\"2026-10-20\"",
                        "\"added\":\"1100.00\"",
                        "\"figure\":\"revenue\",\"now\":\"145000.00\",\"bound\":\"150000\",\"at_least\":true,\"strict\":true,"
                                + "\"missing\":\"5000.00\",\"gain\":\"200.00\"");
    }

    @Test
    void shouldRefuseADealThatIsWonOrUnknown() {
        assertThat(next("--deal", "1").err()).contains("crm/1 is won, expected an open deal");
        assertThat(next("--deal", "99").err()).contains("found '99', expected the id of a deal of the input");
    }

    @Test
    void shouldChangeNothingOfTheRealResult() {
        String before = CommandRun.of("calc", folder.toString(), "--statements", "--format", "json")
                .out();

        next("--deal", "7");

        assertThat(CommandRun.of("calc", folder.toString(), "--statements", "--format", "json")
                        .out())
                .isEqualTo(before);
        assertThat(before).doesNotContain("1650");
    }
}
