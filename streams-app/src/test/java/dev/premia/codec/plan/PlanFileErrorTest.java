package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem names its place, what was found, what was expected and what to do. */
class PlanFileErrorTest {
    @Test
    void shouldShowLineOfFileWithCaretWhenPrinted() {
        PlanFile.Result result = PlanText.read("components:\n  - { id: volume, rate: 5%, of: revenu }\n");

        assertThat(result.plan()).isNull();
        assertThat(result.errors()).singleElement().hasToString("""
                plan.yaml:8:33: components[0].of: unknown name: found `revenu`, expected a known name
                 8 |   - { id: volume, rate: 5%, of: revenu }
                   |                                 ^
                   = did you mean `revenue`?""");
    }

    @Test
    void shouldReportEveryProblemOfFileInItsOrder() {
        PlanFile.Result result = PlanFile.read("plan.yaml", """
                plan: test
                version: 0
                valid_from: 2026-13-01
                curency: RUB
                timezone: Europe/Moskow
                period: months
                period: month
                components:
                  - { id: cap:x, rate: 5%, of: revenue }
                """);

        assertThat(PlanText.texts(result.errors()))
                .containsExactly(
                        "1:1 : missing key: found no `currency`, expected `currency` / write, for example, currency: RUB",
                        "2:10 version: wrong number: found `0`, expected a whole number from 1 / write it without quotes, point or blanks, like 1",
                        "3:13 valid_from: wrong date: found `2026-13-01`, expected a calendar date / write it like 2026-10-01",
                        "4:1 curency: unknown key: found `curency`, expected a key of a plan / did you mean `currency`?",
                        "5:11 timezone: unknown time zone: found `Europe/Moskow`, expected a zone of the IANA database"
                                + " / did you mean `Europe/Moscow`?",
                        "6:9 period: unknown value: found `months`, expected one of day, month, quarter, week, year"
                                + " / did you mean `month`?",
                        "7:1 period: duplicate key: found `period` again, expected each key once / it stands on line 6 already",
                        "9:11 components[0].id: reserved id: found `cap:x`, expected an id that does not begin with `cap:` / rename the component");
    }

    @Test
    void shouldRejectPlanThatEndsBeforeItBegins() {
        assertThat(PlanText.errors("valid_until: 2025-12-31\n" + PlanText.oneComponent("pay: 1")))
                .containsExactly(
                        "7:14 valid_until: plan ends before it begins: found `2025-12-31`, expected 2026-01-01 or later"
                                + " / the last day counts as valid");
    }

    @Test
    void shouldRejectUnknownCurrency() {
        PlanFile.Result result =
                PlanFile.read("p", PlanText.HEAD.replace("RUB", "RBU") + PlanText.oneComponent("pay: 1"));

        assertThat(PlanText.texts(result.errors()))
                .containsExactly(
                        "4:11 currency: unknown currency: found `RBU`, expected an ISO 4217 code / did you mean `RUB`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate: 5%, of: won_deals | 8:28 components[0].of: wrong unit: found `won_deals`, a count, expected money, such as revenue / a rate applies to money; for an amount per piece write `pay` with `per`",
                "rate: target(revenue), of: revenue | 8:20 components[0].rate: wrong unit: found money `target(revenue)`, expected a share such as 5% / for an amount of money write `pay`",
                "rate: 5%, of: 'revenue + ' | 8:39 components[0].of: missing value: found the end of the formula, expected a value / complete the formula, or remove the operator",
                "pay: 1, when: \"revenue\" | 8:29 components[0].when: wrong type for this formula: found a number `revenue`, expected a condition (true or false) / compare it, for example with > 0",
                "pay: 100 / 0 | 8:25 components[0].pay: division by zero: found the divisor `0`, which is always 0, expected a divisor other than 0 / correct the divisor, or remove the division",
                "pay: grwth(revenue) | 8:19 components[0].pay: unknown function: found `grwth`, expected a known function / did you mean `growth`?",
                "pay: growth(revnue) | 8:26 components[0].pay: unknown name: found `revnue`, expected the name of a KPI / did you mean `revenue`?",
                "pay: team(growth(revenue)) | 8:24 components[0].pay: wrong argument for `team`: found `growth(revenue)`, expected a KPI, or one of team, company, previous over a KPI / put the functions the other way round, as in growth(team(revenue))",
                "pay: service_level | 8:19 components[0].pay: missing parameter: found `service_level` alone, expected a number in brackets / write service_level(20)",
                "pay: 1, rate: 5%, of: revenue | 8:14 components[0].pay: how the component pays: found `rate` and `pay`, expected exactly one of rate, pay, tiers, target_bonus, badge, pool, rank_by / rate: 5% with of: revenue; pay: 5000 with per: won_deals; tiers with of; target_bonus with scorecard; badge with when; pool with share_by; rank_by with prizes",
                "pay: 1, of: revenue | 8:22 components[0].of: keys that do not go together: found `of` with `pay`, expected `per`, `where` / remove the key, or pay in the way that it belongs to",
                "rate: 5%, of: calls, where: amount > 1 | 8:28 components[0].of: not a KPI of deals: found `calls` under `where`, expected a KPI that a filter on deals can narrow, such as revenue / remove `where`, or pay on another KPI",
                "pay: 1, per: won_deals, where: amont > 1 | 8:45 components[0].where: unknown name: found `amont`, expected a known name / did you mean `amount`?",
                "pay: [1] | 8:19 components[0].pay: wrong type: found a list, expected a number or a formula / write a number or a formula here"
            })
    void shouldRejectWrongComponent(String fields, String error) {
        assertThat(PlanText.errors(PlanText.oneComponent(fields.strip())))
                .first()
                .asString()
                .isEqualTo(error.strip());
    }

    @Test
    void shouldRejectComponentWithoutRule() {
        assertThat(PlanText.errors("components:\n  - id: c\n    when: revenue > 1\n"))
                .containsExactly(
                        "8:5 components[0]: how the component pays: found no rule, expected exactly one of rate, pay, tiers,"
                                + " target_bonus, badge, pool, rank_by / rate: 5% with of: revenue; pay: 5000 with per:"
                                + " won_deals; tiers with of; target_bonus with scorecard; badge with when; pool with share_by;"
                                + " rank_by with prizes");
    }

    @Test
    void shouldRejectSecondComponentOfSameId() {
        assertThat(PlanText.errors("components:\n  - { id: a, pay: 1 }\n  - { id: a, pay: 2 }\n"))
                .containsExactly(
                        "9:11 components[1].id: duplicate id: found `a` again, expected an id of its own for each component"
                                + " / it stands on line 8 already");
    }

    @Test
    void shouldNameCycleOfKpis() {
        String kpis = """
                kpis:
                  a: { formula: b + 1 }
                  b: { formula: c + 1 }
                  c: { formula: a + 1 }
                """;

        assertThat(PlanText.errors(kpis + PlanText.oneComponent("pay: a")))
                .containsExactly(
                        "8:6 kpis.a: KPIs that need each other: found a -> b -> c -> a, expected no KPI that needs itself"
                                + " / take one of them out of another's formula");
    }

    @Test
    void shouldRefuseToNarrowKpiOfPlanThatReadsMoreThanDeals() {
        assertThat(PlanText.errors("kpis: { mixed: { formula: revenue / calls } }\n"
                        + PlanText.oneComponent("rate: 5%, of: mixed, where: amount > 1")))
                .containsExactly(
                        "9:28 components[0].of: not a KPI of deals: found `mixed`, which reads calls, under `where`,"
                                + " expected a KPI that a filter on deals can narrow / remove `where`, or pay on another KPI");
    }

    private static String tiers(String tiers) {
        return "components:\n  - id: c\n    of: revenue\n    tiers: { " + tiers + " }\n";
    }

    @Test
    void shouldNameIntervalWhenScaleHasGap() {
        assertThat(PlanText.errors(
                        tiers("mode: graduated, steps: [{ to: 1000000, rate: 3% }, { from: 2000000, rate: 7% }]")))
                .containsExactly(
                        "10:74 components[0].tiers.steps[1].from: gap in the scale: found no step covers 1000000 to"
                                + " 2000000, expected from: 1000000 / each step begins where the one before ends; `from` may be left"
                                + " out");
    }

    @Test
    void shouldNameIntervalWhenStepsOverlap() {
        assertThat(PlanText.errors(
                        tiers("mode: graduated, steps: [{ to: 1000000, rate: 3% }, { from: 500000, rate: 7% }]")))
                .containsExactly(
                        "10:74 components[0].tiers.steps[1].from: overlap in the scale: found two steps cover 500000"
                                + " to 1000000, expected from: 1000000 / each step begins where the one before ends; `from` may be"
                                + " left out");
    }

    @Test
    void shouldRejectScaleThatBeginsAboveZero() {
        assertThat(PlanText.errors(tiers("mode: graduated, steps: [{ from: 10, rate: 3% }]")))
                .containsExactly(
                        "10:47 components[0].tiers.steps[0].from: gap in the scale: found no step covers 0 to 10, expected a first"
                                + " step from 0 / add a step {to: 10, rate: 0%}");
    }

    @Test
    void shouldRejectScaleThatEnds() {
        assertThat(PlanText.errors(tiers("mode: graduated, steps: [{ to: 5_000, rate: 3% }]")))
                .containsExactly(
                        "10:45 components[0].tiers.steps[0].to: gap in the scale: found no step covers more than 5000, expected a"
                                + " last step without `to` / remove `to`, or add a step {rate: 0%}");
    }

    @Test
    void shouldRejectScaleThatDescends() {
        assertThat(PlanText.errors(
                        tiers("mode: graduated, steps: [{ to: 500, rate: 3% }, { to: 500, rate: 4% }, { rate: 5% }]")))
                .containsExactly(
                        "10:68 components[0].tiers.steps[1].to: scale not ascending: found a step from 500 to 500,"
                                + " expected a bound above 500 / sort the steps by their bounds; each bound stands once");
    }

    @ParameterizedTest
    @CsvSource({"slab", "per_deal"})
    void shouldAskForBoundarySideWhenPayJumps(String mode) {
        assertThat(PlanText.read(tiers("mode: " + mode + ", steps: [{ to: 500, rate: 3% }, { rate: 4% }]"))
                        .errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.path()).isEqualTo("components[0].tiers.steps[0]");
                    assertThat(error.message())
                            .isEqualTo("boundary side not declared: found a bound at which the pay jumps,"
                                    + " expected `bounds` in `tiers` or in this step");
                });
    }

    @Test
    void shouldSayWhatWeightsTotal() {
        assertThat(PlanText.errors(PlanText.oneComponent(
                        "target_bonus: 10, scorecard: [{ kpi: revenue, weight: 60%, curve: [[80%, 0%]] },"
                                + " { kpi: calls, weight: 30%, curve: [[80%, 0%]] }]")))
                .containsExactly(
                        "8:43 components[0].scorecard: wrong weights: found a total of 90 %, expected exactly 100 %"
                                + " / 10 % missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[80%, 0%], [80%, 5%]] | overlap in the curve: found two points at 80 %, expected one point for each attainment",
                "[[80%, 0%], [70%, 5%]] | curve not ascending: found 70 % after 80 %, expected points in ascending order of attainment",
                "[[80%]] | wrong length: found 1 values, expected a point: attainment and payout",
                "[] | empty curve: found no points, expected at least one point"
            })
    void shouldRejectWrongCurve(String curve, String message) {
        assertThat(PlanText.read(PlanText.oneComponent(
                                "target_bonus: 10, scorecard: [{ kpi: revenue, weight: 100%, curve: " + curve + " }]"))
                        .errors())
                .singleElement()
                .extracting(Problem::message)
                .isEqualTo(message);
    }

    @Test
    void shouldRejectCrossedClamp() {
        assertThat(PlanText.errors("kpis: { i: { index: [{ kpi: revenue, weight: 100%, clamp: [200%, 0%] }] } }\n"
                        + PlanText.oneComponent("pay: 1")))
                .containsExactly(
                        "7:59 kpis.i.index[0].clamp: limits are crossed: found 200 % to 0 %, expected the lower limit"
                                + " first / swap the two limits");
    }

    @Test
    void shouldWarnOfPercentWithoutSign() {
        assertThat(PlanText.warnings(PlanText.oneComponent("rate: 5, of: revenue")))
                .containsExactly(
                        "8:20 components[0].rate: `5` means 500 % / write 5% if you mean percent, or 500% to make it clear");
    }

    @Test
    void shouldWarnWhenComponentNeverPays() {
        assertThat(PlanText.warnings(PlanText.oneComponent("rate: 0%, of: revenue")))
                .containsExactly("8:20 components[0].rate: the rate is 0%: the component never pays"
                        + " / write a number above 0, or remove the component until it is to pay");
    }

    @Test
    void shouldWarnWhenTotalCapDoesNotCoverComponent() {
        assertThat(PlanText.warnings(PlanText.oneComponent("window: quarter, pay: 1") + "caps: { total: 5 }\n"))
                .containsExactly(
                        "9:16 caps.total: the total cap covers components of window month; `c` has window quarter"
                                + " / give `c` a `cap` of its own");
    }

    @Test
    void shouldPointAtStartOfFormulaThatIsFoldedOverLines() {
        assertThat(PlanText.errors("components:\n  - id: c\n    pay: >\n      revenue\n      + revnue\n"))
                .containsExactly(
                        "9:10 components[0].pay: unknown name: found `revnue`, expected a known name / did you mean `revenue`?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "plan: test\\n  version: 1 | 2:10 : not YAML: mapping values are not allowed here / check indentation, quotes and brackets before this place",
                "- a | 1:1 : wrong type: found a list, expected a mapping of keys to values / write a mapping of keys to values here",
                "# nothing | 1:1 : empty file: found nothing, expected a plan / begin with plan: NAME"
            })
    void shouldRejectWhatIsNoPlanAtAll(String text, String error) {
        PlanFile.Result result = PlanFile.read("plan.yaml", text.replace("\\n", "\n"));

        assertThat(PlanText.texts(result.errors())).containsExactly(error.strip());
    }

    static List<Path> examples() throws IOException {
        return PlanExamples.files();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldReportAndNeverThrowWhenFileIsDamaged(Path file) throws IOException {
        String text = Files.readString(file);
        Random random = new Random(20261001);
        String alphabet = "{}[]:,%-'\"() \n#&*>?|x1";
        for (int i = 0; i < 400; i++) {
            StringBuilder damaged = new StringBuilder(text);
            for (int j = 0; j <= i % 3; j++) {
                int at = random.nextInt(damaged.length() - 20);
                String put = String.valueOf(alphabet.charAt(random.nextInt(alphabet.length())));
                damaged.replace(at, at + random.nextInt(20), put);
            }
            PlanFile.Result result = PlanFile.read("damaged.yaml", damaged.toString());

            assertThat(result.plan() == null).isEqualTo(!result.errors().isEmpty());
            assertThat(result.errors())
                    .allSatisfy(error -> assertThat(error.toString()).startsWith("damaged.yaml:"));
        }
    }
}
