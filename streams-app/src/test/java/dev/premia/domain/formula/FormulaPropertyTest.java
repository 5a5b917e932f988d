package dev.premia.domain.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Random trees are printed with random brackets and blanks and must give what plain decimal arithmetic gives. */
class FormulaPropertyTest {
    private static final int MAX_DEPTH = 6;
    private static final int ATOM = 9;
    private static final SampleScope SCOPE =
            new SampleScope().number("a", "12.34").number("b", "-0.7").number("c", "1000000");

    /** Text, precedence of its outermost operator, and what it is worth; null is undefined. */
    record Sample(String text, int precedence, BigDecimal worth) {
        String asOperand(int weakest) {
            return precedence < weakest ? "(" + text + ")" : text;
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
    void shouldAgreeWithPlainArithmeticWhenTreeIsRandom(@ForAll("trees") Sample sample) {
        Value value = Compiled.number(sample.text()).evaluate(SCOPE);

        if (sample.worth() == null) {
            assertThat(value.isDefined()).isFalse();
        } else {
            assertThat(value.orElse(null)).isEqualByComparingTo(sample.worth());
        }
    }

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
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

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
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

    @Property(tries = 2000, edgeCases = EdgeCasesMode.NONE)
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
        return Arbitraries.randomValue(random -> tree(random, MAX_DEPTH));
    }

    private static Sample tree(Random random, int depth) {
        if (depth == 0) {
            return leaf(random);
        }
        return switch (random.nextInt(10)) {
            case 0 -> leaf(random);
            case 1 -> name(random);
            case 2 -> infix(random, tree(random, depth - 1), "+", 1, tree(random, depth - 1), BigDecimal::add);
            case 3 -> infix(random, tree(random, depth - 1), "-", 1, tree(random, depth - 1), BigDecimal::subtract);
            case 4 -> infix(random, tree(random, depth - 1), "*", 2, tree(random, depth - 1), BigDecimal::multiply);
            case 5 -> quotient(random, tree(random, depth - 1), tree(random, depth - 1));
            case 6 -> negation(tree(random, depth - 1));
            case 7 -> bracketed(tree(random, depth - 1));
            case 8 -> maximum(tree(random, depth - 1), tree(random, depth - 1));
            default -> choice(random.nextBoolean(), tree(random, depth - 1), tree(random, depth - 1));
        };
    }

    private static Sample leaf(Random random) {
        BigDecimal number = BigDecimal.valueOf(random.nextInt(100_000_000), random.nextInt(5));
        return random.nextBoolean()
                ? new Sample(number.toPlainString() + "%", ATOM, number.movePointLeft(2))
                : new Sample(number.toPlainString(), ATOM, number);
    }

    private static Sample name(Random random) {
        String name = List.of("a", "b", "c").get(random.nextInt(3));
        Object handle = name;
        return new Sample(name, ATOM, SCOPE.number(handle).orElse(null));
    }

    private static Sample infix(
            Random random, Sample left, String operator, int precedence, Sample right, Operation operation) {
        String blank = " ".repeat(random.nextInt(3));
        String text = left.asOperand(precedence) + blank + operator + blank + right.asOperand(precedence + 1);
        return new Sample(text, precedence, apply(left, right, operation));
    }

    /** The divisor contains a name, because a constant zero would be an error of its own. */
    private static Sample quotient(Random random, Sample left, Sample right) {
        Sample divisor = infix(random, right, "-", 1, name(random), BigDecimal::subtract);
        boolean undefined = divisor.worth() == null || divisor.worth().signum() == 0;
        return undefined
                ? infix(random, left, "/", 2, divisor, (x, y, precision) -> null)
                : infix(random, left, "/", 2, divisor, BigDecimal::divide);
    }

    private static Sample negation(Sample operand) {
        return new Sample(
                "-" + operand.asOperand(3),
                3,
                operand.worth() == null ? null : operand.worth().negate());
    }

    private static Sample bracketed(Sample operand) {
        return new Sample("( " + operand.text() + ")", ATOM, operand.worth());
    }

    private static Sample maximum(Sample left, Sample right) {
        return new Sample(
                "max(" + left.text() + "," + right.text() + ")",
                ATOM,
                apply(left, right, (x, y, precision) -> x.max(y)));
    }

    private static Sample choice(boolean first, Sample left, Sample right) {
        String condition = first ? "a > b" : "a < b";
        return new Sample(
                condition + " ? " + left.text() + " : " + right.text(), 0, first ? left.worth() : right.worth());
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
