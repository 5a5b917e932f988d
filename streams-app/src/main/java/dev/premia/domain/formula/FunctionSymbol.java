package dev.premia.domain.formula;

import java.util.List;

/**
 * A function of the caller whose arguments are names, nested calls of the caller's functions and literals rather than values, such as
 * {@code target(revenue)} or {@code attainment(team(revenue))}. General expressions are rejected before this is asked.
 */
@FunctionalInterface
public interface FunctionSymbol {

    /** Turns a whole call into one symbol, or says why it cannot be. Nested calls arrive unresolved: the outer function decides. */
    Resolution resolve(List<Argument> arguments);
}
