package dev.premia.domain.event;

/** What a manager plans and does besides calls. */
public enum ActivityKind {
    MEETING,
    TRIP,
    EMAIL,
    MESSAGE,
    TASK,
    PROJECT,
    TRAINING
}
