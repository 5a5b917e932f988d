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
}
