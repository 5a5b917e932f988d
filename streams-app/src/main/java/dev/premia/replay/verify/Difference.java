package dev.premia.replay.verify;

/**
 * Something that the stream published and the recomputation does not confirm.
 *
 * @param what whose figure it is, e.g. {@code crm/17, b2b-hunters, volume, 2026-10}
 * @param expected by the recomputation; in plain notation
 * @param found in the topic
 */
public record Difference(Kind kind, String what, String expected, String found) {

    /** Where the difference is. */
    public enum Kind {
        /** The sum of entries of one manager, plan, component and origin window. */
        SUM,
        /** One entry: its number, its balance, its posting period. */
        ENTRY,
        /** The latest statement of one manager and posting period. */
        STATEMENT,
        /** The latest value of one KPI. */
        KPI
    }

    @Override
    public String toString() {
        return what + ": expected " + expected + ", found " + found;
    }
}
