package dev.premia.topology.message;

import dev.premia.schemas.Kpi;

/** A KPI value that differs from the last one published. */
public record KpiChanged(Kpi kpi) implements Output {}
