package dev.premia.domain.kpi;

import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
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
        Function<KpiInput, Value> computation) {

    public KpiDefinition {
        measures = List.copyOf(measures);
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
