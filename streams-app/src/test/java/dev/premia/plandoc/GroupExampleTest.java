package dev.premia.plandoc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The worked examples of pools and contests. */
class GroupExampleTest {

    private static List<String> examples(PlanSource plan, PlanLanguage language) {
        return MarkdownWriter.write(PlanDocument.of(plan, language))
                .replace('\u00A0', ' ')
                .lines()
                .filter(line -> line.startsWith(language.choose("**Пример.** ", "**Example.** ")))
                .map(line -> line.substring(line.indexOf(".** ") + 4))
                .toList();
    }

    private static List<String> english(String components) {
        return examples(Sample.plan(components), PlanLanguage.EN);
    }

    @Test
    void shouldShowPlacesTiesAndSharesOfTheExamplePlan() {
        PlanSource plan = Sample.file(Path.of("../deploy/examples/plans/contest-month.yaml"));

        assertThat(examples(plan, PlanLanguage.EN))
                .containsExactly(
                        "If “Revenue”: A – 1,200,000.00 RUB, B – 960,000.00 RUB, C – 960,000.00 RUB, D – 600,000.00 RUB:"
                                + " A – place 1, 50,000.00 RUB; B – place 2, 25,000.00 RUB; C – place 2, 25,000.00 RUB; D – place 4, no prize.",
                        "If “New customers”: A – 12, B – 12, C – 6, A before B:"
                                + " A – place 1, “A watch”; B – place 2, no prize; C – place 3, no prize.",
                        "If the team has “Revenue” = 1,200,000.00 RUB, the target of “Revenue” = 1,000,000.00 RUB, for all 90,000.00 RUB."
                                + " If “Revenue”: A – 600,000.00 RUB, B – 360,000.00 RUB, C – 240,000.00 RUB, they get:"
                                + " A – 45,000.00 RUB, B – 27,000.00 RUB, C – 18,000.00 RUB.");
        assertThat(examples(plan, PlanLanguage.RU))
                .hasSize(3)
                .anyMatch(example -> example.contains("и A раньше, чем B: A – 1 место, «Часы»; B – 2 место, без приза"))
                .anyMatch(example -> example.contains("на всех 90 000,00 RUB"));
    }

    @Test
    void shouldShareThePotToTheKopeckAndLetTheSecondFigureDecide() {
        assertThat(english("""
                        components:
                          - id: cup
                            rank_by: revenue
                            among: company
                            pot: 5% * revenue
                            prizes: [50%, 30%, 20%]
                            minimum: "revenue >= 700000"
                            ties: second_metric
                            second: won_deals
                        """))
                .containsExactly(
                        "If the company has “Revenue” = 1,200,000.00 RUB, for all 60,000.00 RUB."
                                + " If “Revenue”: A – 1,200,000.00 RUB, B – 960,000.00 RUB, C – 960,000.00 RUB, D – 600,000.00 RUB,"
                                + " “Won deals”: B – 11, C – 7:"
                                + " A – place 1, 30,000.00 RUB; B – place 2, 18,000.00 RUB; C – place 3, 12,000.00 RUB; D – place 4, no prize.");
    }

    @Test
    void shouldShareAPoolEquallyOrByWeights() {
        assertThat(english("""
                        components:
                          - { id: equal, scope: company, pool: 100000, share_by: equal }
                          - { id: named, scope: team, pool: 1% * revenue, cap: 10000, share_by: { crm/1: 2, crm/2: 1 } }
                        """))
                .containsExactly(
                        "For all 100,000.00 RUB. Members of the whole window get: A – 33,333.34 RUB, B – 33,333.33 RUB, C – 33,333.33 RUB.",
                        "If the team has “Revenue” = 1,200,000.00 RUB, for all 10,000.00 RUB."
                                + " Members of the whole window get: crm/1 – 6,666.67 RUB, crm/2 – 3,333.33 RUB.");
    }

    @Test
    void shouldGiveNoPrizeBelowTheMinimumAndMoveNobodyUp() {
        assertThat(english("""
                        components:
                          - id: cup
                            rank_by: revenue
                            among: team
                            prizes: [3000, 2000]
                            minimum: "revenue >= 1000000"
                            ties: shared
                        """))
                .containsExactly(
                        "If “Revenue”: A – 1,200,000.00 RUB, B – 960,000.00 RUB, C – 960,000.00 RUB, D – 600,000.00 RUB:"
                                + " A – place 1, 3,000.00 RUB; B – place 2, below the minimum, no prize; C – place 2, below the minimum, no prize;"
                                + " D – place 4, no prize.");
    }
}
