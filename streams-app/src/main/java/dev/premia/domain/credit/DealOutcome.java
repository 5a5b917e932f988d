package dev.premia.domain.credit;

/** What a deal counts as now. */
public enum DealOutcome {
    OPEN,
    WON,
    LOST,
    /** Won and then refunded in full: neither won nor lost, nor a purchase of its customer. */
    REFUNDED
}
