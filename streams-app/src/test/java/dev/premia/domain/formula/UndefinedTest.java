package dev.premia.domain.formula;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UndefinedTest {
    private static final String REASON = "average_deal is undefined: no won deals";

    private final SampleScope scope = new SampleScope()
            .undefined("average_deal", REASON)
            .undefined("c", "c is undefined: no baseline")
            .number("revenue", "100")
            .number("won_deals", "0")
            .number("a", "1")
            .number("b", "2")
            .with("segment", null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "average_deal",
                "-average_deal",
                "average_deal + 1",
                "1 - average_deal",
                "average_deal * c",
                "average_deal / c",
                "revenue / average_deal",
                "average_deal ^ 2",
                "min(1, average_deal, c)",
                "max(average_deal, 1)",
                "abs(average_deal)",
                "round(average_deal, 2)",
                "floor(average_deal)",
                "ceil(average_deal)",
                "clamp(average_deal, 0, 1)",
                "clamp(1, average_deal, c)",
                "clamp(1, 0, average_deal)",
                "coalesce(average_deal, c)",
                "a < b ? average_deal : c",
                "(average_deal + 1) * (c + 1)",
            })
    void shouldKeepReasonOfFirstUndefinedOperandWhenItPropagates(String text) {
        assertThat(Compiled.number(text).evaluate(scope)).isEqualTo(Value.undefined(REASON));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "average_deal > 1",
                "average_deal < 1",
                "average_deal >= 1",
                "average_deal <= 1",
                "average_deal = 1",
                "average_deal != 1",
                "1 != average_deal",
                "average_deal = average_deal",
                "in(average_deal, 1, 2)",
                "in(1, average_deal)",
                "revenue / won_deals > 1",
                "segment = 'x'",
                "segment != 'x'",
                "lower(segment) = 'x'",
                "in(segment, 'x')",
            })
    void shouldNeitherHoldNorFailWhenComparedValueIsMissing(String text) {
        assertThat(Compiled.condition(text).test(scope)).isFalse();
        assertThat(Compiled.condition("not (" + text + ")").test(scope)).isFalse();
        assertThat(Compiled.condition("not (not (" + text + "))").test(scope)).isFalse();
        assertThat(Compiled.condition("not (" + text + " and a < b)").test(scope))
                .isFalse();
        assertThat(Compiled.condition("not (" + text + " or b < a)").test(scope))
                .isFalse();
        assertThat(Compiled.condition("not (" + text + " = (a < b))").test(scope))
                .isFalse();
        assertThat(Compiled.condition("not (" + text + " or a < b)").test(scope))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not (average_deal > 1 and b < a)",
                "average_deal > 1 or a < b",
                "not defined(average_deal)",
                "not (defined(segment) or b < a)",
                "not (average_deal > 1 ? a < b : b < a)",
            })
    void shouldHoldWhenTheMissingValueMakesNoDifference(String text) {
        assertThat(Compiled.condition(text).test(scope)).isTrue();
    }

    @Test
    void shouldLookAtChosenBranchOnlyWhenOtherIsUndefined() {
        assertThat(Compiled.number("a < b ? 5 : average_deal").evaluate(scope)).isEqualTo(Value.of(5));
        assertThat(Compiled.number("average_deal > 1 ? 5 : 7").evaluate(scope)).isEqualTo(Value.of(7));
        assertThat(Compiled.number("if(defined(average_deal), average_deal, 3)").evaluate(scope))
                .isEqualTo(Value.of(3));
    }

    @Test
    void shouldTakeFirstDefinedValueWhenCoalescing() {
        assertThat(Compiled.number("coalesce(average_deal, c, b)").evaluate(scope))
                .isEqualTo(Value.of(2));
        assertThat(Compiled.text("coalesce(segment, 'none')").evaluateText(scope))
                .contains("none");
        assertThat(Compiled.text("lower(segment)").evaluateText(scope)).isEmpty();
    }

    @Test
    void shouldSayWhichDivisorWasZeroWhenDividing() {
        assertThat(Compiled.number("1 + revenue/(won_deals * 2)").evaluate(scope))
                .isEqualTo(Value.undefined("revenue / (won_deals * 2) is undefined: won_deals * 2 is 0"));
    }

    @Test
    void shouldBeUndefinedWhenLimitsAreCrossed() {
        assertThat(Compiled.number("clamp(a, b, won_deals)").evaluate(scope))
                .isEqualTo(Value.undefined("clamp is undefined: its low limit is above its high limit"));
    }

    @Test
    void shouldBeUndefinedWhenPowerIsOutOfRange() {
        assertThat(Compiled.number("(revenue ^ 99) ^ 99").evaluate(scope))
                .isEqualTo(Value.undefined("a power is out of range"));
        assertThat(Compiled.number("((1 / revenue) ^ 99) ^ 99").evaluate(scope))
                .isEqualTo(Value.undefined("a power is out of range"));
    }

    @Test
    void shouldCollectReasonsWhenConditionIsFalseForThem() {
        Explanation explanation = Compiled.condition("average_deal * 2 > 1 or revenue / won_deals > c")
                .explain(scope);

        assertThat(explanation.undefined())
                .containsExactly(
                        REASON, "revenue / won_deals is undefined: won_deals is 0", "c is undefined: no baseline");
        assertThat(explanation.substituted()).isEqualTo("undefined * 2 > 1 or 100 / 0 > undefined");
    }
}
