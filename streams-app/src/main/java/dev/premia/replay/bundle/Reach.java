package dev.premia.replay.bundle;

/** Whose records a bundle holds, the fewest first. */
public enum Reach {
    /** As {@link #OWN}, of calls those alone that lie in the windows of the statement. */
    PERIOD,
    /** The manager's own, and what others sold to the same customers. */
    OWN,
    /** Of everybody in the manager's teams. */
    TEAM,
    /** Of the whole company: a contest, a pool or a comparison reads everybody. */
    COMPANY
}
