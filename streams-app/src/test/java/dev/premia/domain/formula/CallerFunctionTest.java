package dev.premia.domain.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerFunctionTest {

    @Test
    void shouldBecomeOneReferenceWhenCallsAreNested() {
        Formula formula =
                Compiled.number("growth( team( revenue ) ) + target(revenue)*revenue + growth(team(revenue))");

        assertThat(formula.references()).containsExactly("growth(team(revenue))", "target(revenue)", "revenue");
        assertThat(formula.evaluate(new SampleScope()
                        .number("growth(team(revenue))", "2")
                        .number("target(revenue)", "3")
                        .number("revenue", "10")))
                .isEqualTo(Value.of(34));
    }

    @Test
    void shouldDescribeArgumentsWhenFunctionResolves() {
        List<Argument> seen = new ArrayList<>();
        Names names = new Names() {
            @Override
            public Optional<Symbol> variable(String name) {
                return Optional.empty();
            }

            @Override
            public Optional<FunctionSymbol> function(String name) {
                return Optional.of(arguments -> {
                    seen.addAll(arguments);
                    return Resolution.of(Symbol.of(Type.BOOLEAN, "handle"));
                });
            }

            @Override
            public Collection<String> known() {
                return List.of();
            }
        };

        Formula formula = Formula.compile("f(x.y,  g(z, 1_000),-20, 5%, \"q\")", Type.BOOLEAN, names);

        assertThat(seen)
                .containsExactly(
                        new Argument.Name("x.y", 3),
                        new Argument.Call(
                                "g",
                                List.of(
                                        new Argument.Name("z", 11),
                                        new Argument.NumberLiteral(new BigDecimal("1000"), "1000", 14)),
                                9),
                        new Argument.NumberLiteral(new BigDecimal("-20"), "-20", 21),
                        new Argument.NumberLiteral(new BigDecimal("0.05"), "5%", 26),
                        new Argument.TextLiteral("q", 30));
        assertThat(formula.canonical()).isEqualTo("f(x.y, g(z, 1000), -20, 5%, 'q')");
        assertThat(formula.test(new SampleScope().with("handle", true))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "1 + target(a + 1)      | 12 | wrong argument for `target` | an expression",
                "target(max(a, b))      | 8  | wrong argument for `target` | an expression",
                "target(-a)             | 8  | wrong argument for `target` | an expression",
                "target(true)           | 8  | wrong argument for `target` | an expression",
                "target(vip ? a : b)    | 8  | wrong argument for `target` | an expression",
                "target(team(a * 2))    | 13 | wrong argument for `team` | an expression",
                "target(revnue)         | 8  | unknown name | `revnue`",
                "target(taem(revenue))  | 8  | unknown function | `taem`",
                "1 + target()           | 5  | wrong number of arguments for `target` | 0",
                "target(a, b)           | 1  | wrong number of arguments for `target` | 2",
            })
    void shouldPointAtArgumentWhenItIsWrong(String text, int column, String problem, String found) {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Compiled.number(text))
                .satisfies(failure -> {
                    assertThat(failure.problem()).isEqualTo(problem);
                    assertThat(failure.found()).isEqualTo(found);
                    assertThat(failure.column()).isEqualTo(column);
                });
    }

    @Test
    void shouldSuggestNearestNameWhenResolverRejectsName() {
        assertThatExceptionOfType(FormulaException.class)
                .isThrownBy(() -> Compiled.number("target(revnue)"))
                .satisfies(failure -> {
                    assertThat(failure.expected()).isEqualTo("a KPI");
                    assertThat(failure.hint()).isEqualTo("did you mean `revenue`?");
                });
    }
}
