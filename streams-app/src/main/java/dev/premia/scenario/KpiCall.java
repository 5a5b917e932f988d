package dev.premia.scenario;

import dev.premia.domain.kpi.KpiDefinition;
import java.math.BigDecimal;
import java.util.List;

/** A KPI that a scenario expects to have some value. */
public sealed interface KpiCall {

    /** How it was written. */
    String text();

    /** One of the catalogue with the numbers that it takes, such as {@code service_level(20)}. */
    record OfCatalogue(String text, KpiDefinition definition, List<BigDecimal> parameters) implements KpiCall {
        public OfCatalogue {
            parameters = List.copyOf(parameters);
        }
    }

    /** One that a plan defines. */
    record OfPlan(String text, String plan) implements KpiCall {}
}
