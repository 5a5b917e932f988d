package dev.premia.payroll;

import dev.premia.domain.statement.FrozenStatement;

/**
 * What a closed month pays somebody.
 *
 * @param balance the frozen balance of the legal entity and currency
 * @param statement where it comes from
 */
public record Due(Payee payee, FrozenStatement.Balance balance, FrozenStatement statement) {}
