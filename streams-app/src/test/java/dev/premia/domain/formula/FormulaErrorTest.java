package dev.premia.domain.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaErrorTest {

    private static FormulaException failure(String text, Type type) {
        return assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Formula.compile(text, type, new SampleNames()))
                .actual();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 +                   | 4  | missing value                 | the end of the formula",
                "* 2                   | 1  | missing value                 | `*`",
                "+5                    | 1  | missing value                 | `+`",
                "1 ** 2                | 4  | missing value                 | `*`",
                "()                    | 2  | missing value                 | `)`",
                "max(,1)               | 5  | missing value                 | `,`",
                "max(1,,2)             | 7  | missing value                 | `,`",
                "max(1,)               | 7  | missing value                 | `)`",
                "1 2 +                 | 3  | missing operator              | `2`",
                "a b                   | 3  | missing operator              | `b`",
                "2a                    | 2  | missing operator              | `a`",
                "2(3)                  | 2  | missing operator              | `(`",
                "(a)(b)                | 4  | missing operator              | `(`",
                "(a) b                 | 5  | missing operator              | `b`",
                "max(1 2)              | 7  | missing operator              | `2`",
                "1 000                 | 3  | missing operator              | `000`",
                "1_00                  | 2  | missing operator              | `_00`",
                "'x' 'y'               | 5  | missing operator              | `'y'`",
                "10 % 3                | 6  | missing operator              | `3`",
                "a % 3                 | 3  | misplaced percent sign        | `%`",
                "(1 + 2)%              | 8  | misplaced percent sign        | `%`",
                "5%%                   | 3  | unknown character             | `%`",
                "1,5                   | 2  | misplaced comma               | `,`",
                "max((1, 2), 3)        | 7  | misplaced comma               | `,`",
                "line . amount         | 6  | misplaced character           | `.`",
                "a & b                 | 3  | unknown character             | `&`",
                "a[1]                  | 2  | unknown character             | `[`",
                "#a                    | 1  | unknown character             | `#`",
                "(1 + 2                | 1  | bracket not closed            | `(` without `)`",
                "max((1, 2)            | 4  | bracket not closed            | `(` without `)`",
                "1 + 2)                | 6  | bracket not opened            | `)` without `(`",
                "vip ? 1               | 5  | `?` without `:`               | `?`",
                "vip ? new ? 1 : 2     | 5  | `?` without `:`               | `?`",
                "max(vip ? 1, 2)       | 9  | `?` without `:`               | `?`",
                "vip : 1               | 5  | `:` without `?`               | `:`",
                "vip ? (1 : 2)         | 10 | `:` without `?`               | `:`",
                "1 * not vip           | 5  | missing brackets              | `not` right after `*`",
                "2 ^ -1                | 5  | missing brackets              | `-` right after `^`",
                "1e5                   | 1  | not a decimal number          | `1e5`",
                "0x1F                  | 1  | not a decimal number          | `0x1F`",
                ".5                    | 1  | not a decimal number          | `.5`",
                "5.                    | 1  | not a decimal number          | `5.`",
                "1.2.3                 | 1  | not a formula: Number contains more than one decimal point | `1.2.`",
            })
    void shouldPointAtPlaceWhenSyntaxIsWrong(String text, int column, String problem, String found) {
        FormulaException failure = failure(text, Type.NUMBER);

        assertThat(failure.formula()).isEqualTo(text);
        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.found()).isEqualTo(found);
        assertThat(failure.column()).isEqualTo(column);
        assertThat(failure.expected()).isNotBlank();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "revnue + 1        | 1 | unknown name     | `revnue`        | did you mean `revenue`?",
                "1 + Revenue       | 5 | unknown name     | `Revenue`       | did you mean `revenue`?",
                "won_delas         | 1 | unknown name     | `won_delas`     | did you mean `won_deals`?",
                "line.amout        | 1 | unknown name     | `line.amout`    | did you mean `line.amount`?",
                "1 + target        | 5 | unknown name     | `target`        | `target` is a function: write target(...)",
                "max               | 1 | unknown name     | `max`           | `max` is a function: write max(...)",
                "MAX(1, 2)         | 1 | unknown function | `MAX`           | did you mean `max`?",
                "1 + targt(a)      | 5 | unknown function | `targt`         | did you mean `target`?",
                "a(1)              | 1 | not a function   | `a(`            | `a` is a value: write it without brackets",
            })
    void shouldSuggestNearestNameWhenNameIsUnknown(String text, int column, String problem, String found, String hint) {
        FormulaException failure = failure(text, Type.NUMBER);

        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.found()).isEqualTo(found);
        assertThat(failure.column()).isEqualTo(column);
        assertThat(failure.hint()).isEqualTo(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "e",
                "E",
                "PI",
                "pi",
                "NULL",
                "DT_FORMAT_ISO_DATE_TIME",
                "now()",
                "random()",
                "sqrt(4)",
                "fact(3)",
                "sum(1, 2)",
                "str_upper('x')",
                "dt_now()",
                "if_(true, 1, 2)",
                "MIN(1, 2)"
            })
    void shouldKnowNothingOfParserLibraryWhenItsOwnNamesAreUsed(String text) {
        assertThat(failure(text, Type.NUMBER).problem()).startsWith("unknown ");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + vip           | 5  | wrong type for `+` | a condition (true or false) `vip` | a number",
                "'x' * 2           | 1  | wrong type for `*` | a text `'x'` | a number",
                "-segment          | 2  | wrong type for `-` | a text `segment` | a number",
                "1 < a < 3         | 1  | wrong type for `<` | a condition (true or false) `1 < a` | a number",
                "a = 'x' ? 1 : 2   | 5  | wrong type for `=` | a text `'x'` | a number",
                "segment = 1 ? 1 : 2 | 11 | wrong type for `=` | a number `1` | a text",
                "tags = 1 ? 1 : 2  | 8  | wrong type for `=` | a number `1` | a text",
                "a ? 1 : 2         | 1  | wrong type for the condition of a choice | a number `a` | a condition (true or false)",
                "if(a, 1, 2)       | 4  | wrong type for the condition of `if` | a number `a` | a condition (true or false)",
                "vip ? 1 : 'x'     | 11 | wrong type for the second branch of a choice | a text `'x'` | a number",
                "vip and a ? 1 : 2 | 9  | wrong type for `and` | a number `a` | a condition (true or false)",
                "not a ? 1 : 2     | 5  | wrong type for `not` | a number `a` | a condition (true or false)",
                "vip               | 1  | wrong type for this formula | a condition (true or false) `vip` | a number",
                "'x'               | 1  | wrong type for this formula | a text `'x'` | a number",
                "max(1, segment)   | 8  | wrong type for `max` | a text `segment` | a number",
                "abs(vip)          | 5  | wrong type for `abs` | a condition (true or false) `vip` | a number",
                "coalesce(1, 'x')  | 13 | wrong type for `coalesce` | a text `'x'` | a number",
                "has(segment, 'x') ? 1 : 2 | 5 | wrong type for `has` | a text `segment` | a list of texts",
                "in(segment, 1) ? 1 : 2 | 13 | wrong type for `in` | a number `1` | a text",
                "defined(vip) ? 1 : 2 | 9 | wrong type for `defined` | a condition (true or false) `vip` | a number",
                "min(1)            | 1  | wrong number of arguments for `min` | 1 | at least 2",
                "1 + max()         | 5  | wrong number of arguments for `max` | 0 | at least 2",
                "abs(1, 2)         | 1  | wrong number of arguments for `abs` | 2 | 1",
                "round(1)          | 1  | wrong number of arguments for `round` | 1 | 2",
                "if(vip, 1)        | 1  | wrong number of arguments for `if` | 2 | 3",
                "round(1, a)       | 10 | wrong digits for `round` | `a` | a whole number from -12 to 12",
                "round(1, 1.5)     | 10 | wrong digits for `round` | `1.5` | a whole number from -12 to 12",
                "clamp(a, 2, 1)    | 10 | limits of `clamp` are crossed | 2 .. 1 | clamp(x, low, high) with low at most high",
                "a ^ b             | 5  | wrong exponent | `b` | a whole number from 0 to 99",
                "a ^ 0.5           | 5  | wrong exponent | `0.5` | a whole number from 0 to 99",
                "a ^ 100           | 5  | wrong exponent | `100` | a whole number from 0 to 99",
                "a / 0             | 5  | division by zero | the divisor `0`, which is always 0 | a divisor other than 0",
                "a / (2 - 2.0)     | 6  | division by zero | the divisor `2 - 2`, which is always 0 | a divisor other than 0",
                "a / 0%            | 5  | division by zero | the divisor `0%`, which is always 0 | a divisor other than 0",
            })
    void shouldPointAtPartWhenMeaningIsWrong(String text, int column, String problem, String found, String expected) {
        FormulaException failure = failure(text, Type.NUMBER);

        assertThat(failure.problem()).isEqualTo(problem);
        assertThat(failure.found()).isEqualTo(found);
        assertThat(failure.expected()).isEqualTo(expected);
        assertThat(failure.column()).isEqualTo(column);
    }

    @Test
    void shouldSayEverythingInMessageWhenFormulaIsWrong() {
        assertThat(failure("max(0, revnue)", Type.NUMBER))
                .hasMessage("column 8: unknown name: found `revnue`, expected a known name;"
                        + " did you mean `revenue`? [formula: max(0, revnue)]");
    }

    @Test
    void shouldAdviseOnCommonMixUpsWhenTypesDiffer() {
        assertThat(failure("lower(tags) = 'x'", Type.BOOLEAN).hint()).isEqualTo("write has(list, 'text')");
        assertThat(failure("revenue", Type.BOOLEAN).hint()).isEqualTo("compare it, for example with > 0");
        assertThat(failure("1 < a < 3", Type.BOOLEAN).hint()).startsWith("write a < b and b < c");
        assertThat(failure("1 000", Type.NUMBER).hint()).contains("1_000_000");
        assertThat(failure("1,5", Type.NUMBER).hint()).startsWith("decimals have a point");
        assertThat(failure("10 % 3", Type.NUMBER).hint()).contains("no modulo");
    }

    @Test
    void shouldPointAtTextWhenItIsNotClosed() {
        FormulaException failure = failure("segment = 'abc", Type.BOOLEAN);

        assertThat(failure.problem()).isEqualTo("text not closed");
        assertThat(failure.column()).isEqualTo(11);
    }

    @Test
    void shouldRefuseWhenFormulaIsEmptyOrHuge() {
        assertThat(failure("  ", Type.NUMBER).problem()).isEqualTo("empty formula");
        assertThat(failure("1" + " ".repeat(4000), Type.NUMBER).problem()).isEqualTo("formula too long");
        assertThat(failure("1" + "+1".repeat(300), Type.NUMBER).problem()).isEqualTo("formula too deep");
        assertThat(failure("-".repeat(3900) + "1", Type.NUMBER).problem()).isEqualTo("formula too deep");
        assertThat(failure("vip?1:".repeat(600) + "1", Type.NUMBER).problem()).isEqualTo("formula too deep");
        assertThat(failure("team(".repeat(600) + "a" + ")".repeat(600), Type.NUMBER)
                        .problem())
                .isEqualTo("formula too deep");
        assertThat(failure("1".repeat(35), Type.NUMBER).problem()).isEqualTo("number too long");
    }

    @Test
    void shouldAcceptLongFormulaWhenNestingIsModest() {
        String text = "(" + "(".repeat(500) + "1" + ")".repeat(500) + ")";

        assertThat(Compiled.number(text).canonical()).isEqualTo("1");
    }
}
