package dev.premia.domain.fact;

/** How a record relates to what was already known of its entity. */
public enum Arrival {
    /** The highest revision so far. */
    NEWER,
    /** An older revision than the one that rules. */
    STALE,
    /** The same revision with the same content. */
    DUPLICATE,
    /** The same revision with other content, which rules from now on. */
    CONFLICT_WON,
    /** The same revision with other content, which is discarded. */
    CONFLICT_LOST;

    /** Whether the record replaces what the entity said. */
    public boolean rules() {
        return this == NEWER || this == CONFLICT_WON;
    }

    public boolean isConflict() {
        return this == CONFLICT_WON || this == CONFLICT_LOST;
    }
}
