package dev.premia.domain.event;

/** Seen from the company. */
public enum CallDirection {
    INBOUND,
    OUTBOUND
}
