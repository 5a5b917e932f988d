package dev.premia.domain.statement;

/**
 * The least that a month pays.
 *
 * @param minor minor units of {@code currency}, more than 0
 * @param recoverable whether what is paid beyond the earnings is a loan, which later months pay back out of what exceeds their
 *     own guarantee
 */
public record Guarantee(String currency, long minor, boolean recoverable) {}
