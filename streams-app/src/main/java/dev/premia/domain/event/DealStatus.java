package dev.premia.domain.event;

/** The outcome of a deal as its source states it. */
public enum DealStatus {
    OPEN,
    WON,
    LOST
}
