package dev.premia.domain.fact;

/**
 * The outcome of folding one record into a fact.
 *
 * @param fact the fact afterwards
 * @param arrival how the record related to what was known
 */
public record Fold<F>(F fact, Arrival arrival) {}
