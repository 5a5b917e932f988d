package dev.premia.domain.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaEvaluationTest {
    private final SampleScope scope = new SampleScope()
            .number("revenue", "1200000.00")
            .number("won_deals", "4")
            .number("line.amount", "99.90")
            .number("a", "1")
            .number("b", "2")
            .number("c", "3")
            .with("vip", true)
            .with("new", false)
            .with("segment", "Retail")
            .with("tags", List.of("focus", "summer"));

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 2 * 3                       | 7",
                "(1 + 2) * 3                     | 9",
                "10 - 4 - 3                      | 3",
                "100 / 10 / 2                    | 5",
                "2 * 3 ^ 2                       | 18",
                "-3 ^ 2                          | -9",
                "(-3) ^ 2                        | 9",
                "(2 ^ 3) ^ 2                     | 64",
                "7 ^ 0                           | 1",
                "-2 * -3                         | 6",
                "1 - -1                          | 2",
                "--5                             | 5",
                "0.1 + 0.2                       | 0.3",
                "1_000_000 + 1_000.50            | 1001000.50",
                "5%                              | 0.05",
                "5% * 2                          | 0.10",
                "12.5%                           | 0.125",
                "5 %                             | 0.05",
                "100% - 5%                       | 0.95",
                "-5%                             | -0.05",
                "revenue*5%                      | 60000",
                "revenue * 5% + won_deals        | 60004",
                "line.amount*2                   | 199.80",
                "1 / 3                           | 0.3333333333333333333333333333333333",
                "2 / 3                           | 0.6666666666666666666666666666666667",
                "min(3, 1, 2)                    | 1",
                "max(3, 1, 2)                    | 3",
                "max(0, revenue - 2_000_000)     | 0",
                "abs(-2.5)                       | 2.5",
                "abs(2.5)                        | 2.5",
                "round(2.345, 2)                 | 2.35",
                "round(-2.345, 2)                | -2.35",
                "round(2.5, 0)                   | 3",
                "round(1234567, -3)              | 1235000",
                "floor(-2.1)                     | -3",
                "floor(2.9)                      | 2",
                "ceil(2.1)                       | 3",
                "ceil(-2.9)                      | -2",
                "clamp(5, 0, 2)                  | 2",
                "clamp(-5, 0, 2)                 | 0",
                "clamp(1, 0, 2)                  | 1",
                "coalesce(a, b)                  | 1",
                "if(vip, 1, 2)                   | 1",
                "if(new, 1, 2)                   | 2",
                "vip ? 1 : 2                     | 1",
                "vip?1:2                         | 1",
                "a + 1 > b ? 10 : 20             | 20",
                "new ? 1 : vip ? 2 : 3           | 2",
                "new ? 1 : new ? 2 : 3           | 3",
                "vip ? new ? 1 : 2 : 3           | 2",
                "vip ? (new ? 1 : 2) : 3         | 2",
                "(new ? vip : vip) ? 1 : 2       | 1",
                "1 + (vip ? 10 : 20)             | 11",
                "max(new ? 1 : 2, vip ? 5 : 9)   | 5",
                "vip or new and new ? 1 : 0      | 1",
            })
    void shouldGiveNumberWhenEvaluated(String text, String expected) {
        Value value = Compiled.number(text).evaluate(scope);

        assertThat(value.isDefined()).isTrue();
        assertThat(value.orElse(null)).isEqualByComparingTo(new BigDecimal(expected));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "2 > 1                               ; true",
                "1 >= 1.00                           ; true",
                "1 < 1                               ; false",
                "1 <= 0                              ; false",
                "1 = 1.0                             ; true",
                "1 == 2                              ; false",
                "1 != 2                              ; true",
                "1 <> 1                              ; false",
                "TRUE and not False                  ; true",
                "true AND true                       ; true",
                "true && false                       ; false",
                "false || true                       ; true",
                "false OR false                      ; false",
                "!true                               ; false",
                "NOT false                           ; true",
                "not not true                        ; true",
                "not 1 > 2                           ; true",
                "! a == b                            ; true",
                "true or true and false              ; true",
                "(true or true) and false            ; false",
                "not false and false                 ; false",
                "1 < 2 = true                        ; true",
                "vip = new                           ; false",
                "vip != new                          ; true",
                "segment = 'Retail'                  ; true",
                "segment = 'retail'                  ; false",
                "segment != \"b2b\"                  ; true",
                "lower(segment) = 'retail'           ; true",
                "'it\\'s' = \"it's\"                 ; true",
                "'(' = '('                           ; true",
                "'1_000' = '1000'                    ; false",
                "in(segment, 'b2b', 'Retail')        ; true",
                "in(segment, 'b2b')                  ; false",
                "in(won_deals, 3, 4.0)               ; true",
                "has(tags, 'focus')                  ; true",
                "has(tags, 'winter', 'summer')       ; true",
                "has(tags, 'winter')                 ; false",
                "vip ? new : vip                     ; false",
                "defined(revenue)                    ; true",
                "defined(segment)                    ; true",
                "coalesce(segment, 'x') = 'Retail'   ; true",
                "(vip ? 'x' : 'y') = 'x'             ; true",
                "won_deals >= 3 and revenue > 1_000_000 ; true",
            })
    void shouldTellTrueFromFalseWhenTested(String text, boolean expected) {
        assertThat(Compiled.condition(text).test(scope)).isEqualTo(expected);
    }

    @Test
    void shouldGiveTextWhenFormulaIsText() {
        assertThat(Compiled.text("vip ? lower(segment) : 'none'").evaluateText(scope))
                .contains("retail");
    }

    @Test
    void shouldKeepPercentExactWhenLiteralIsLong() {
        assertThat(Compiled.number("33.333333333333333333%").evaluate(scope))
                .isEqualTo(Value.of(new BigDecimal("0.33333333333333333333")));
    }

    @Test
    void shouldLookAtNeededPartsOnlyWhenResultIsAlreadyKnown() {
        SampleScope poor =
                new SampleScope().with("vip", true).with("new", false).number("a", "1");

        assertThat(Compiled.condition("vip or b > 1").test(poor)).isTrue();
        assertThat(Compiled.condition("new and b > 1").test(poor)).isFalse();
        assertThat(Compiled.number("vip ? a : b").evaluate(poor)).isEqualTo(Value.of(1));
        assertThat(Compiled.number("coalesce(a, b)").evaluate(poor)).isEqualTo(Value.of(1));
    }

    @Test
    void shouldRefuseEvaluationWhenTypeIsAnother() {
        Formula number = Compiled.number("1");
        Formula condition = Compiled.condition("true");

        assertThat(number.type()).isEqualTo(Type.NUMBER);
        assertThatIllegalStateException().isThrownBy(() -> number.test(scope)).withMessageContaining("not a condition");
        assertThatIllegalStateException().isThrownBy(() -> number.evaluateText(scope));
        assertThatIllegalStateException()
                .isThrownBy(() -> condition.evaluate(scope))
                .withMessageContaining("not a number");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Formula.compile("tags", Type.STRING_LIST, new SampleNames()));
    }

    @Test
    void shouldBeEqualWhenTextTypeAndHandlesAreEqual() {
        assertThat(Compiled.number("a + 1"))
                .isEqualTo(Compiled.number("a + 1"))
                .hasSameHashCodeAs(Compiled.number("a + 1"))
                .isNotEqualTo(Compiled.number("b + 1"))
                .hasToString("a + 1");
    }
}
