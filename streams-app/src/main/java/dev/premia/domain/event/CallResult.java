package dev.premia.domain.event;

/** How a leg ended. */
public enum CallResult {
    ANSWERED,
    MISSED,
    BUSY,
    FAILED
}
