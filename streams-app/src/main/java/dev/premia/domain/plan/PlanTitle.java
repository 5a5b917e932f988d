package dev.premia.domain.plan;

/**
 * A title for people. Where a file gives one language only, both are the same.
 *
 * @param ru Russian
 * @param en English
 */
public record PlanTitle(String ru, String en) {}
