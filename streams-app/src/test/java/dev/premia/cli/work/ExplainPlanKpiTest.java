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

/** {@code premia explain kpi} of a KPI that a plan defines. */
class ExplainPlanKpiTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void layInput() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                plan: hunters
                version: 1
                valid_from: 2026-10-01
                currency: RUB
                timezone: Europe/Kaliningrad
                period: month
                targets: { health: 50% }
                kpis:
                  big_deals: { count: true, from: won_deals, where: "amount >= 1000" }
                  big_share: { title: { ru: Доля крупных, en: Share of big }, formula: big_deals / won_deals }
                  narrow: { of: revenue, where: "amount < 1000" }
                  health: { index: [{ kpi: revenue, weight: 60%, clamp: [0%, 150%] }, { kpi: won_deals, weight: 40% }] }
                components:
                  - { id: goal, pay: 100, when: "big_share >= 50% and health > 0 and narrow >= 0" }
                """);
        Files.writeString(folder.resolve("events.jsonl"), """
                {"type":"manager","source":"crm","id":"17","name":"Anna Orlova"}
                {"type":"target","source":"crm","id":"t1","subject_type":"manager","subject":"crm/17","kpi":"revenue","window":"month","starts_on":"2026-10-01","value":"1000"}
                {"type":"target","source":"crm","id":"t2","subject_type":"manager","subject":"crm/17","kpi":"won_deals","window":"month","starts_on":"2026-10-01","value":"4"}
                {"type":"deal","source":"crm","id":"d1","revision":1,"status":"won","amount":"1500","currency":"RUB","owner":"17","created_at":"2026-10-01T09:00:00Z","closed_at":"2026-10-05T10:00:00Z"}
                {"type":"deal","source":"crm","id":"d2","revision":1,"status":"won","amount":"300","currency":"RUB","owner":"17","created_at":"2026-10-01T09:00:00Z","closed_at":"2026-10-06T10:00:00Z"}
                """);
    }

    private String explained(String kpi, String period, String... further) {
        String[] args = new String[further.length + 8];
        String[] first = {"explain", "kpi", "--manager=17", "--lang=en", "--kpi", kpi, "--period=" + period};
        System.arraycopy(first, 0, args, 0, first.length);
        System.arraycopy(further, 0, args, first.length, further.length);
        args[args.length - 1] = folder.toString();
        CommandRun run = CommandRun.of(args);
        assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCodes.DONE);
        return run.out().replace('\u00A0', ' ');
    }

    @Test
    void shouldPutTheNumbersIntoTheFormulaAndIntoThatOfEachKpiThatItNames() {
        for (String name : new String[] {"big_share", "hunters/big_share"}) {
            assertThat(explained(name, "2026-10"))
                    .contains(
                            "2026-10, Europe/Kaliningrad",
                            "Share of big (hunters/big_share) = 50.0%",
                            "definition: big_deals / won_deals",
                            "big_deals = 1",
                            "won_deals = 2",
                            "big_deals / won_deals = 0.5",
                            "definition: count: true, from: won_deals, where: amount >= 1",
                            "won deals: 2, 1,800.00 RUB",
                            "crm/d1");
        }
    }

    @Test
    void shouldSayWhatEachLineOfAnIndexGives() {
        // 150 % (180 % within the clamp) x 60 % + 50 % x 40 %
        assertThat(explained("health", "2026-10"))
                .contains(
                        "health (hunters/health) = 110.0%",
                        "definition: index: 60% revenue + 40% won_deals",
                        "target(revenue) = 1,000",
                        "revenue: attainment 150% within its limits × weight 60% = 90%",
                        "won_deals: attainment 50% within its limits × weight 40% = 20%",
                        "target: 50.0%");
    }

    @Test
    void shouldNameTheConditionOfAKpiThatIsNarrowed() {
        assertThat(explained("narrow", "2026-10"))
                .contains("narrow (hunters/narrow) = 300.00 RUB", "definition: revenue, where: amount < 1,000");
    }

    @Test
    void shouldGiveTheSameToMachines() {
        assertThat(explained("big_share", "2026-10", "--format=json"))
                .contains(
                        "\"type\":\"explained_kpi\"",
                        "\"kpi\":\"big_share\"",
                        "\"formula\":\"big_deals / won_deals\"",
                        "\"inputs\":\"big_deals = 1; won_deals = 2\"",
                        "\"kpi\":\"big_deals\"");
    }

    @Test
    void shouldSayWhyThereIsNoValueWhereThePlanPaysNothing() {
        assertThat(explained("big_share", "2026-09")).contains("undefined: ", "does not measure it here");
    }
}
