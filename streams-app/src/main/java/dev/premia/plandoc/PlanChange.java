package dev.premia.plandoc;

/**
 * One difference between two versions of a plan.
 *
 * @param kind what happened
 * @param path where, the same in every language: {@code components.volume.rate}
 * @param before what it said, in words; empty when it is new
 * @param after what it says now, in words; empty when it is gone
 * @param text the difference as a sentence for people
 */
public record PlanChange(Kind kind, String path, String before, String after, String text) {

    /** What happened to the part of the plan. */
    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }
}
