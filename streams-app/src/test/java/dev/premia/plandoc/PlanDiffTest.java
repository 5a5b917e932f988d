package dev.premia.plandoc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.plandoc.PlanChange.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanDiffTest {

    private static List<String> words(String before, String after, PlanLanguage language) {
        return PlanDiff.between(Sample.plan(before), Sample.plan(after), language).stream()
                .map(PlanChange::text)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void shouldSayInWordsWhatChanged(PlanLanguage language) {
        List<PlanChange> changes =
                PlanDiff.between(Sample.resource("before.yaml"), Sample.resource("after.yaml"), language);
        String text = String.join("\n", changes.stream().map(PlanChange::text).toList()) + "\n";

        Golden.check("diff-" + language.code() + ".txt", text);
    }

    @Test
    void shouldFindNothingWhenPlansAreTheSame() {
        assertThat(PlanDiff.between(Sample.resource("before.yaml"), Sample.resource("before.yaml"), PlanLanguage.EN))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{ id: a, rate: 5%, of: revenue } | { id: a, of: revenue, rate: 0.05 }",
                "{ id: a, rate: 5%, of: revenue, when: revenue > 1000 } | { id: a, rate: 5%, of: revenue, when: revenue>1_000.0 }",
                "{ id: a, rate: 5%, of: revenue } | { id: a, rate: 5%, of: revenue, window: month }",
                "{ id: a, pay: 5, per: won_deals, where: amount > 5 } | { id: a, pay: 5, per: won_deals, where: (amount > 5.00) }"
            })
    void shouldFindNothingWhenOnlyTheSpellingDiffers(String before, String after) {
        assertThat(words("components: [" + before + "]", "components: [" + after + "]", PlanLanguage.EN))
                .isEmpty();
    }

    @Test
    void shouldFindNothingWhenOnlyTheOrderOfComponentsDiffers() {
        assertThat(words(
                        "components: [{ id: a, pay: 1 }, { id: b, pay: 2 }]",
                        "components: [{ id: b, pay: 2 }, { id: a, pay: 1 }]",
                        PlanLanguage.EN))
                .isEmpty();
    }

    @Test
    void shouldNameStepThatIsNewAndStepThatIsGone() {
        String scale = "components: [{ id: s, of: revenue, tiers: { mode: graduated, steps: [%s] } }]";
        String two = scale.formatted("{ to: 100, rate: 1% }, { rate: 3% }");
        String three = scale.formatted("{ to: 100, rate: 1% }, { to: 200, rate: 2% }, { rate: 3% }");

        assertThat(words(two, three, PlanLanguage.EN)).containsExactly("s: step 'up to 200: 2\u00A0%' added");
        assertThat(words(three, two, PlanLanguage.RU)).containsExactly("s: убрана ступень 'до 200: 2\u00A0%'");
    }

    @Test
    void shouldGiveMachinesThePlaceAndBothValues() {
        assertThat(PlanDiff.between(
                        Sample.plan("components: [{ id: volume, rate: 5%, of: revenue }]"),
                        Sample.plan("components: [{ id: volume, rate: 6%, of: revenue }]"),
                        PlanLanguage.EN))
                .containsExactly(new PlanChange(
                        Kind.CHANGED,
                        "components.volume.rate",
                        "5\u00A0%",
                        "6\u00A0%",
                        "rate of volume: 5\u00A0% → 6\u00A0%"));
    }
}
