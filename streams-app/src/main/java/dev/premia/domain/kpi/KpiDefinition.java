package dev.premia.domain.kpi;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Argument;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * One KPI of the catalogue.
 *
 * @param name canonical name, {@code snake_case}
 * @param number the catalogue's cross-reference, e.g. {@code K4}
 * @param unit what its value counts
 * @param additive whether the value over a range is the sum of the values over its days
 * @param leading whether it announces results (true) or states them
 * @param titleRu Russian title
 * @param titleEn English title
 * @param formula the definition in words of other KPIs and measures, for people
 * @param measures the measures that it reads
 * @param filterable whether a filter on deals may narrow it
 * @param parameters how many numbers it takes, e.g. 1 for {@code service_level(20)}
 * @param computation its value
 * @param reach how far back the value of a window looks
 * @param texts the texts that it takes, e.g. the reason of {@code refusals('price')}; null for none
 */
public record KpiDefinition(
        String name,
        String number,
        Unit unit,
        boolean additive,
        boolean leading,
        String titleRu,
        String titleEn,
        String formula,
        List<Long> measures,
        boolean filterable,
        int parameters,
        Function<KpiInput, Value> computation,
        Reach reach,
        Texts texts) {

    public KpiDefinition {
        measures = List.copyOf(measures);
    }

    /**
     * Texts that make a KPI of a pattern.
     *
     * @param names what each of them is, for people
     * @param computation the value by the texts
     */
    public record Texts(List<String> names, Function<List<String>, Function<KpiInput, Value>> computation) {
        public Texts {
            names = List.copyOf(names);
        }
    }

    /** A KPI of the window alone. */
    public KpiDefinition(
            String name,
            String number,
            Unit unit,
            boolean additive,
            boolean leading,
            String titleRu,
            String titleEn,
            String formula,
            List<Long> measures,
            boolean filterable,
            int parameters,
            Function<KpiInput, Value> computation) {
        this(
                name,
                number,
                unit,
                additive,
                leading,
                titleRu,
                titleEn,
                formula,
                measures,
                filterable,
                parameters,
                computation,
                Reach.WINDOW,
                null);
    }

    /** The same KPI, whose value looks further back than its window. */
    public KpiDefinition reaching(Reach further) {
        return with(name, computation, further, texts);
    }

    /** The KPI that takes texts; of itself it is that of empty texts. */
    KpiDefinition taking(Texts needed) {
        return with(name, computation, reach, needed);
    }

    /** The KPI of some texts, as many as it takes; its name is how it is called: {@code refusals('price')}. */
    public KpiDefinition of(List<String> values) {
        List<Argument> arguments = new ArrayList<>();
        values.forEach(value -> arguments.add(new Argument.TextLiteral(value, 1)));
        return with(Argument.call(name, arguments), texts.computation().apply(List.copyOf(values)), reach, null);
    }

    private KpiDefinition with(
            String newName, Function<KpiInput, Value> newComputation, Reach newReach, Texts newTexts) {
        return new KpiDefinition(
                newName,
                number,
                unit,
                additive,
                leading,
                titleRu,
                titleEn,
                formula,
                measures,
                filterable,
                parameters,
                newComputation,
                newReach,
                newTexts);
    }

    /** How it is written, with what it takes: {@code refusals(reason)}, {@code service_level(n)}. */
    public String call() {
        if (texts != null) {
            return name + "(" + String.join(", ", texts.names()) + ")";
        }
        return parameters == 0 ? name : name + "(" + String.join(", ", Collections.nCopies(parameters, "n")) + ")";
    }

    /** Whether it may be named without its numbers, because each has a default, and without texts. */
    public boolean standsAlone() {
        return texts == null && (parameters == 0 || reach instanceof Reach.Days);
    }

    /** Whether it may be given so many numbers. */
    public boolean takes(int numbers) {
        return numbers == parameters || (numbers == 0 && standsAlone());
    }

    /** What is wrong with a number that it is given, as what was expected; null when nothing is. */
    public String expectedInstead(BigDecimal number) {
        return reach instanceof Reach.Days && !Reach.Days.accepts(number) ? Reach.Days.EXPECTED : null;
    }

    /** Whether it is made of amounts, which may have to be converted. */
    public boolean readsMoney() {
        return unit == Unit.MONEY || measures.stream().anyMatch(Measures::isMoney);
    }

    public Value valueOf(KpiInput input) {
        return computation.apply(input);
    }

    /** A leading KPI that is the count of one measure. */
    static KpiDefinition count(
            String name, String number, String titleRu, String titleEn, String formula, long measure) {
        return new KpiDefinition(
                name,
                number,
                Unit.COUNT,
                true,
                true,
                titleRu,
                titleEn,
                formula,
                List.of(measure),
                false,
                0,
                in -> Value.of(in.count(measure)));
    }

    /**
     * A leading KPI that is the quotient of two measures.
     *
     * @param nothing why it is undefined where the denominator is 0
     */
    static KpiDefinition quotient(
            String name,
            String number,
            Unit unit,
            String titleRu,
            String titleEn,
            String formula,
            long numerator,
            long denominator,
            String nothing) {
        String reason = name + " is undefined: " + nothing;
        return new KpiDefinition(
                name,
                number,
                unit,
                false,
                true,
                titleRu,
                titleEn,
                formula,
                List.of(numerator, denominator),
                false,
                0,
                in -> KpiInput.ratio(in.count(numerator), in.count(denominator), reason));
    }
}
