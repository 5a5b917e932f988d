package dev.premia.domain.formula;

/** What a number counts. It guides the presentation of inputs in explanations and takes no part in evaluation. */
public enum Unit {
    /** A bare number, or not a number at all. */
    NONE,
    /** Money in the currency of the plan. */
    MONEY,
    /** A count of deals, calls, customers; it may be fractional because credit is shared. */
    COUNT,
    /** A share or rate: 0.05 is five percent. */
    RATIO,
    /** Seconds. */
    SECONDS,
    /** Calendar days. */
    DAYS,
    /** Points of a scorecard, a contest or a survey. */
    POINTS
}
