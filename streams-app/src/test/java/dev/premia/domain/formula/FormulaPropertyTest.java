package dev.premia.domain.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Random trees are printed with random brackets and blanks and must give what plain decimal arithmetic gives. */
class FormulaPropertyTest {
    private static final int MAX_DEPTH = 5;
    private static final SampleScope SCOPE =
            new SampleScope().number("a", "12.34").number("b", "-0.7").number("c", "1000000");

    /** Text, precedence of its outermost operator, and what it is worth; null is undefined. */
    record Sample(String text, int precedence, BigDecimal worth) {
        String asOperand(int weakest) {
            return precedence < weakest ? "(" + text + ")" : text;
        }
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void shouldAgreeWithPlainArithmeticWhenTreeIsRandom(@ForAll("trees") Sample sample) {
        Value value = Compiled.number(sample.text()).evaluate(SCOPE);

        if (sample.worth() == null) {
            assertThat(value.isDefined()).isFalse();
        } else {
            assertThat(value.orElse(null)).isEqualByComparingTo(sample.worth());
        }
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldMeanTheSameWhenCanonicalTextIsCompiledAgain(@ForAll("trees") Sample sample) {
        Formula formula = Compiled.number(sample.text());
        Formula again = Compiled.number(formula.canonical());

        assertThat(again.canonical()).isEqualTo(formula.canonical());
        assertThat(again.references()).isEqualTo(formula.references());
        assertThat(again.evaluate(SCOPE).isDefined())
                .isEqualTo(formula.evaluate(SCOPE).isDefined());
        assertThat(again.evaluate(SCOPE).orElse(BigDecimal.ZERO))
                .isEqualByComparingTo(formula.evaluate(SCOPE).orElse(BigDecimal.ZERO));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void shouldGiveTheResultAgainWhenSubstitutedTextIsCompiled(@ForAll("trees") Sample sample) {
        Formula formula = Compiled.number(sample.text());
        Explanation explanation = formula.explain(SCOPE);
        // A zero divisor in a branch that is not chosen would become a division by a constant zero.
        Assume.that(explanation.undefined().isEmpty());

        Formula numbersOnly = Compiled.number(explanation.substituted());

        assertThat(numbersOnly.references()).isEmpty();
        assertThat(numbersOnly.evaluate(SCOPE).orElse(null))
                .isEqualByComparingTo(formula.evaluate(SCOPE).orElse(null));
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    void shouldCompileOrExplainWhenTextIsArbitrary(@ForAll("noise") String text) {
        try {
            assertThat(Compiled.number(text).canonical()).isNotBlank();
        } catch (FormulaException e) {
            assertThat(e.column()).isBetween(1, text.length() + 1);
            assertThat(e.problem()).isNotBlank();
            assertThat(e.expected()).isNotBlank();
        }
    }

    @Provide
    Arbitrary<String> noise() {
        return Arbitraries.of(
                        "1",
                        "2.5",
                        "a",
                        "b",
                        "vip",
                        "'x'",
                        "(",
                        ")",
                        ",",
                        "+",
                        "-",
                        "*",
                        "/",
                        "%",
                        "^",
                        "?",
                        ":",
                        "not",
                        "and",
                        "or",
                        "=",
                        "<",
                        "!",
                        "max(",
                        "target(",
                        "if(",
                        ".",
                        " ",
                        "_",
                        "&",
                        "\"",
                        "tags",
                        "1_000",
                        "true",
                        "\\",
                        "[",
                        "line.amount")
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(pieces -> String.join("", pieces));
    }

    @Provide
    Arbitrary<Sample> trees() {
        Arbitrary<Sample> leaves = Arbitraries.oneOf(literals(), names());
        Arbitrary<Sample> trees = leaves;
        for (int depth = 0; depth < MAX_DEPTH; depth++) {
            trees = Arbitraries.oneOf(leaves, sums(trees), products(trees), quotients(trees), extras(trees));
        }
        return trees;
    }

    private Arbitrary<Sample> literals() {
        Arbitrary<BigDecimal> numbers = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("99999999"))
                .ofScale(3);
        return Combinators.combine(numbers, Arbitraries.of(true, false))
                .as((number, percent) -> percent
                        ? new Sample(number.toPlainString() + "%", 9, number.movePointLeft(2))
                        : new Sample(number.toPlainString(), 9, number));
    }

    private Arbitrary<Sample> names() {
        return Arbitraries.of("a", "b", "c")
                .map(name -> new Sample(name, 9, SCOPE.number((Object) name).orElse(null)));
    }

    private Arbitrary<Sample> sums(Arbitrary<Sample> trees) {
        return Combinators.combine(trees, trees, Arbitraries.of(true, false), blanks())
                .as((left, right, plus, blank) -> new Sample(
                        left.asOperand(1) + blank + (plus ? "+" : "-") + blank + right.asOperand(2),
                        1,
                        plus ? apply(left, right, BigDecimal::add) : apply(left, right, BigDecimal::subtract)));
    }

    private Arbitrary<Sample> products(Arbitrary<Sample> trees) {
        return Combinators.combine(trees, trees, blanks())
                .as((left, right, blank) -> new Sample(
                        left.asOperand(2) + blank + "*" + blank + right.asOperand(3),
                        2,
                        apply(left, right, BigDecimal::multiply)));
    }

    /** Divides by a name or by something that cannot be a constant zero, because that is an error of its own. */
    private Arbitrary<Sample> quotients(Arbitrary<Sample> trees) {
        return Combinators.combine(trees, trees, names(), blanks()).as((left, right, name, blank) -> {
            Sample divisor =
                    new Sample(right.asOperand(1) + " - " + name.text(), 1, apply(right, name, BigDecimal::subtract));
            boolean zero = divisor.worth() == null || divisor.worth().signum() == 0;
            return new Sample(
                    left.asOperand(2) + blank + "/" + blank + divisor.asOperand(3),
                    2,
                    zero ? null : apply(left, divisor, BigDecimal::divide));
        });
    }

    private Arbitrary<Sample> extras(Arbitrary<Sample> trees) {
        Arbitrary<Sample> negations = trees.map(operand -> new Sample(
                "-" + operand.asOperand(3),
                3,
                operand.worth() == null ? null : operand.worth().negate()));
        Arbitrary<Sample> brackets = trees.map(operand -> new Sample("( " + operand.text() + ")", 9, operand.worth()));
        Arbitrary<Sample> maxima = Combinators.combine(trees, trees)
                .as((left, right) -> new Sample(
                        "max(" + left.text() + "," + right.text() + ")",
                        9,
                        apply(left, right, (x, y, precision) -> x.max(y))));
        Arbitrary<Sample> choices = Combinators.combine(trees, trees, Arbitraries.of(true, false))
                .as((left, right, first) -> new Sample(
                        (first ? "a > b" : "a < b") + " ? " + left.text() + " : " + right.text(),
                        0,
                        first ? left.worth() : right.worth()));
        return Arbitraries.oneOf(negations, brackets, maxima, choices);
    }

    private static Arbitrary<String> blanks() {
        return Arbitraries.of("", " ", "  ");
    }

    private interface Operation {
        BigDecimal apply(BigDecimal left, BigDecimal right, MathContext precision);
    }

    private static BigDecimal apply(Sample left, Sample right, Operation operation) {
        return left.worth() == null || right.worth() == null
                ? null
                : operation.apply(left.worth(), right.worth(), MathContext.DECIMAL128);
    }

    @Test
    void shouldGiveTheSameToEveryThreadWhenFormulaIsShared() throws InterruptedException, ExecutionException {
        Formula formula = Compiled.number("max(0, a * c - 5) / (a + 1) + (a > 10 ? 1 : 2)");
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Value>> results = IntStream.range(0, 200)
                    .mapToObj(i -> threads.submit(() -> formula.evaluate(
                            new SampleScope().number("a", Integer.toString(i)).number("c", "3"))))
                    .toList();
            for (int i = 0; i < results.size(); i++) {
                assertThat(results.get(i).get()).isEqualTo(expected(i));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static Value expected(int a) {
        BigDecimal over = BigDecimal.valueOf(Math.max(0, 3L * a - 5));
        BigDecimal ratio = over.divide(BigDecimal.valueOf(a + 1L), MathContext.DECIMAL128);
        return Value.of(ratio.add(BigDecimal.valueOf(a > 10 ? 1 : 2), MathContext.DECIMAL128));
    }
}
