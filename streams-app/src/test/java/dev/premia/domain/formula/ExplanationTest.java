package dev.premia.domain.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {

    @Test
    void shouldPutNumbersInWhenExplained() {
        Explanation explanation = Compiled.number("max(0,revenue-target(revenue))")
                .explain(new SampleScope().number("revenue", "1200000.00").number("target(revenue)", "1000000"));

        assertThat(explanation.text()).isEqualTo("max(0, revenue - target(revenue))");
        assertThat(explanation.substituted()).isEqualTo("max(0, 1200000.00 - 1000000)");
        assertThat(explanation.undefined()).isEmpty();
        assertThat(explanation.inputs())
                .containsExactly(
                        new Explanation.Input(
                                "revenue",
                                Symbol.number("revenue", Unit.MONEY),
                                "1200000.00",
                                Optional.of(Value.of(new BigDecimal("1200000.00")))),
                        new Explanation.Input(
                                "target(revenue)",
                                Symbol.number("target(revenue)", Unit.MONEY),
                                "1000000",
                                Optional.of(Value.of(1_000_000))));
    }

    @Test
    void shouldListEachInputOnceWhenNameRepeats() {
        SampleScope scope = new SampleScope().number("b", "2").number("a", "1E+3");

        Explanation explanation = Compiled.number("b * b + a").explain(scope);

        assertThat(explanation.inputs()).extracting(Explanation.Input::name).containsExactly("b", "a");
        assertThat(explanation.substituted()).isEqualTo("2 * 2 + 1000");
    }

    @Test
    void shouldShowMissingNumberWhenInputIsUndefined() {
        Explanation explanation = Compiled.number("average_deal + 1")
                .explain(new SampleScope().undefined("average_deal", "no won deals"));

        assertThat(explanation.substituted()).isEqualTo("undefined + 1");
        assertThat(explanation.undefined()).containsExactly("no won deals");
        assertThat(explanation.inputs().get(0).shown()).isEqualTo("undefined");
    }

    @Test
    void shouldPutBracketsRoundNegativeValueWhenItIsAnOperand() {
        SampleScope scope = new SampleScope().number("a", "-5").number("b", "-1");

        assertThat(Compiled.number("1 - a * b").explain(scope).substituted()).isEqualTo("1 - (-5) * (-1)");
        assertThat(Compiled.number("max(a, b)").explain(scope).substituted()).isEqualTo("max(-5, -1)");
        assertThat(Compiled.number("-a ^ 2").explain(scope).substituted()).isEqualTo("-(-5) ^ 2");
        assertThat(Compiled.condition("a > b").explain(scope).substituted()).isEqualTo("-5 > -1");
    }

    @Test
    void shouldShowOtherTypesWhenTheyAreInputs() {
        SampleScope scope =
                new SampleScope().with("vip", true).with("segment", "it's").with("tags", List.of("x", "y"));

        Explanation explanation =
                Compiled.condition("vip and segment = 'z' or has(tags, 'x')").explain(scope);

        assertThat(explanation.substituted()).isEqualTo("true and 'it\\'s' = 'z' or has(['x', 'y'], 'x')");
        assertThat(explanation.inputs())
                .extracting(Explanation.Input::shown)
                .containsExactly("true", "'it\\'s'", "['x', 'y']");
        assertThat(explanation.inputs())
                .allSatisfy(input -> assertThat(input.number()).isEmpty());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "a+b*c                     ; a + b * c",
                "((a))+(b*c)               ; a + b * c",
                "(a+b)*c                   ; (a + b) * c",
                "a-(b-c)                   ; a - (b - c)",
                "(a-b)-c                   ; a - b - c",
                "a/(b*c)                   ; a / (b * c)",
                "-(a+b)                    ; -(a + b)",
                "-(a*b)                    ; -(a * b)",
                "(-a)^2                    ; (-a) ^ 2",
                "-(a^2)                    ; -a ^ 2",
                "--a                       ; -(-a)",
                "1_000_000*5.50%           ; 1000000 * 5.5%",
                "007.00                    ; 7",
                "0.00                      ; 0",
                "if(vip,a,b)               ; vip ? a : b",
                "vip?a:(new?b:c)           ; vip ? a : new ? b : c",
                "vip?new?a:b:c             ; vip ? (new ? a : b) : c",
                "(vip?new:vip)?a:b         ; (vip ? new : vip) ? a : b",
                "(vip ? a : b) + 1         ; (vip ? a : b) + 1",
                "a==b&&!vip||new?1:0       ; a = b and not vip or new ? 1 : 0",
                "(vip || new) AND vip?1:0  ; (vip or new) and vip ? 1 : 0",
                "not (vip and new)?1:0     ; not (vip and new) ? 1 : 0",
                "NOT (a<>b)?1:0            ; not a != b ? 1 : 0",
                "(not vip) = new?1:0       ; (not vip) = new ? 1 : 0",
                "segment=\"x\"?1:0         ; segment = 'x' ? 1 : 0",
            })
    void shouldGiveOneSpellingWhenFormulasAreTheSame(String text, String canonical) {
        assertThat(Compiled.number(text).canonical()).isEqualTo(canonical);
        assertThat(Compiled.number(canonical).canonical()).isEqualTo(canonical);
        assertThat(Compiled.number(text).text()).isEqualTo(text);
    }
}
