package dev.premia.domain.plan;

import dev.premia.domain.time.WindowKind;

/**
 * Where a plan uses a KPI that it defines itself.
 *
 * @param name of the KPI
 * @param kind of the windows over which it is read
 * @param whose figure is read
 */
public record OwnKpiUse(String name, WindowKind kind, Whose whose) {}
