package dev.premia.scenario;

import dev.premia.domain.kpi.KpiDefinition;
import java.math.BigDecimal;
import java.util.List;

/** A KPI with the numbers that it takes, such as {@code service_level(20)}; {@code text} is how it was written. */
public record KpiCall(String text, KpiDefinition definition, List<BigDecimal> parameters) {
    public KpiCall {
        parameters = List.copyOf(parameters);
    }
}
