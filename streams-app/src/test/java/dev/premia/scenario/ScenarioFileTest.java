package dev.premia.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.Call;
import dev.premia.schemas.Deal;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Plan;
import dev.premia.schemas.Target;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a scenario file says, and what is said of one that cannot be used. */
class ScenarioFileTest {
    private static final Path FILE = Path.of("case.yaml");
    private static final String HEAD = """
            scenario: A case
            window: 2026-10
            plans:
              - components:
                  - { id: volume, rate: 5%, of: revenue }
            steps:
            """;

    private static ScenarioFile.Result read(String steps) {
        return ScenarioFile.read(FILE, HEAD + steps);
    }

    private static List<Object> records(String steps) {
        ScenarioFile.Result result = read(steps + "  - accrual: { manager: anna, volume: 0 }\n");
        assertThat(result.errors()).isEmpty();
        List<Object> records = new ArrayList<>();
        for (Step step : result.scenario().steps()) {
            if (step instanceof Step.Recorded recorded) {
                recorded.records().forEach(record -> records.add(record.value()));
            }
        }
        return records;
    }

    @Test
    void shouldKeepWhatWasSaidOfAnEntityWhenTheNextStepChangesOneField() {
        List<Object> records = records("""
                  - deal: { id: d1, won: 2026-10-05, amount: 1_000.50, owner: anna }
                  - deal: { id: d1, amount: 20 }
                  - deal: { id: d1, revision: 7, closed_at: null, status: open }
                """);

        assertThat(records.subList(1, 4))
                .extracting(record -> ((Deal) record).getRevision())
                .containsExactly(1L, 2L, 7L);
        Deal second = (Deal) records.get(2);
        assertThat(second.getAmount()).isEqualByComparingTo("20");
        assertThat(second.getClosedAt()).isEqualTo(Instant.parse("2026-10-05T09:00:00Z"));
        assertThat(second.getId()).isEqualTo("crm/d1");
        assertThat(second.getCurrency()).isEqualTo("RUB");
        assertThat(((Deal) records.get(3)).getClosedAt()).isNull();
    }

    @Test
    void shouldExpandShortFormsAndRepeatRecords() {
        List<Object> records = records("""
                  - manager: { id: anna, team: north, role: hunter }
                  - target: { subject: team:north, kpi: revenue, window: 2026-Q4, value: 500_000 }
                  - call: { times: 3, id: "k{n}", started_at: 2026-10-05, manager: anna }
                """);

        Manager manager = (Manager) records.get(1);
        assertThat(manager.getAssignments()).singleElement().satisfies(each -> {
            assertThat(each.getTeam()).isEqualTo("crm/north");
            assertThat(each.getRole()).isEqualTo("hunter");
        });
        Target target = (Target) records.get(2);
        assertThat(target.getSubject()).isEqualTo("crm/north");
        assertThat(target.getStartsOn()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(target.getValue()).isEqualByComparingTo(new BigDecimal("500000"));
        assertThat(records.subList(3, 6))
                .extracting(record -> ((Call) record).getId())
                .containsExactly("crm/k1", "crm/k2", "crm/k3");
    }

    @Test
    void shouldGiveAPlanItsHeadAndTheNextVersion() {
        List<Object> records = records("""
                  - plan:
                      valid_from: 2026-10-16
                      components:
                        - { id: volume, rate: 7%, of: revenue }
                """);

        assertThat(records.subList(0, 2))
                .extracting(record -> ((Plan) record).getVersion())
                .containsExactly(1, 2);
        Plan second = (Plan) records.get(1);
        assertThat(second.getPlan()).isEqualTo("main");
        assertThat(second.getValidFrom()).isEqualTo(LocalDate.of(2026, 10, 16));
        assertThat(second.getDocument()).contains("timezone: Europe/Moscow", "period: month", "rate: 7%");
    }

    @Test
    void shouldTakeAPlanFileWhenItIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("hunter.yaml"), """
                plan: hunter
                version: 4
                valid_from: 2026-01-01
                currency: RUB
                timezone: Europe/Moscow
                period: month
                components:
                  - { id: volume, rate: 5%, of: revenue }
                """);
        String text = """
                scenario: A plan file
                window: 2026-10
                plans: [hunter.yaml]
                steps:
                  - manager: anna
                  - deal: { id: d1, won: 2026-10-05, amount: 1000, owner: anna }
                  - accrual: { manager: anna, plan: hunter, volume: 50.00 }
                """;

        ScenarioFile.Result result = ScenarioFile.read(folder.resolve("case.yaml"), text);

        assertThat(result.errors()).isEmpty();
        assertThat(ScenarioRun.of(result.scenario(), records -> {}).mismatches())
                .isEmpty();
    }

    @Test
    void shouldAskForThePlanWhenTwoDefineAKpiOfThatName() {
        String plan = """
                  - plan:
                      plan: %s
                      kpis:
                        big: { count: true, from: won_deals }
                      components:
                        - { id: big, pay: 5, per: big }
                """;
        String steps = plan.formatted("one") + plan.formatted("two");

        assertThat(read(steps + "  - kpi: { subject: anna, plan: two, big: undefined }\n")
                        .errors())
                .isEmpty();
        assertThat(read(steps + "  - kpi: { subject: anna, big: undefined }\n").errors())
                .singleElement()
                .asString()
                .contains("KPI of several plans", "plan: one or plan: two");
        assertThat(read(steps + "  - kpi: { subject: anna, plan: three, big: undefined }\n")
                        .errors())
                .singleElement()
                .asString()
                .contains("KPI of another plan");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            - del: { id: d1 }                                        | 7:5  | unknown step: found `del`      | did you mean `deal`?
            - deal: { id: d1, ammount: 5 }                           | 7:21 | unknown field: found `ammount` | did you mean `amount`?
            - deal: { id: d1, amount: "1,5" }                        | 7:29 | wrong number: found "1,5"      | use a point
            - deal: { id: d1, credits: [{ manager: a, share: x }] }  | 7:52 | wrong number: found "x"        | decimal
            - accrual: { manager: anna, volume: much }               | 7:39 | wrong number: found `much`     | use a point
            - accrual: { volume: 5 }                                 | 7:14 | missing key: found no `manager` | manager: anna
            - accrual: { manager: anna, window: 2026-13, volume: 5 } | 7:39 | wrong window: found `2026-13`  | 2026-Q4
            - kpi: { subject: anna, revenu: 5 }                      | 7:27 | unknown KPI: found `revenu`    | did you mean `revenue`?
            - kpi: { subject: anna }                                 | 7:10 | nothing expected               | revenue: 10000
            - manager: anna                                          | 7:3  | no expectation: found records only | say what must be true
            - plan: { plan: x }                                      | 7:11 | wrong form: found a plan in { } | one key a line
            - plan: other.yaml                                       | 7:11 | no plan file: found `other.yaml` | the plan itself
            """)
    void shouldNameThePlaceAndTheRemedyWhenAFileIsWrong(String step, String place, String problem, String hint) {
        ScenarioFile.Result result = read("  " + step + "\n");

        assertThat(result.isValid()).isFalse();
        assertThat(result.errors().get(0).toString())
                .startsWith("case.yaml:" + place + ":")
                .contains(problem)
                .contains(hint);
    }

    /** The page that tells how to write scenarios begins with one. */
    @Test
    void shouldHoldWhenTheExampleOfTheDocumentationIsRun() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "scenarios.md"));
        int start = page.indexOf("```yaml\n") + "```yaml\n".length();

        ScenarioFile.Result result = ScenarioFile.read(FILE, page.substring(start, page.indexOf("```", start)));

        assertThat(result.errors()).isEmpty();
        assertThat(result.scenario().expectations()).isEqualTo(4);
        assertThat(ScenarioRun.of(result.scenario(), records -> {}).mismatches())
                .isEmpty();
    }

    @Test
    void shouldNotTakeOtherYamlFilesForScenarios() {
        assertThat(ScenarioFile.isScenario("plan: main\n")).isFalse();
        assertThat(ScenarioFile.isScenario("")).isFalse();
        assertThat(ScenarioFile.isScenario(HEAD)).isTrue();
    }
}
