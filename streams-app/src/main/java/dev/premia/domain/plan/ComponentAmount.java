package dev.premia.domain.plan;

/**
 * What a component pays a manager for a window, as the facts say now.
 *
 * @param component the component's id
 * @param version the version of the plan that ruled last in the window
 * @param minor minor units of {@code currency}; only {@link PlanVersion#TOTAL_CAP} may be negative
 * @param currency ISO code, or {@code points}, or {@code badges}
 */
public record ComponentAmount(String component, int version, long minor, String currency) {}
