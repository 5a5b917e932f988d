package dev.premia.domain.formula;

import java.util.Collection;
import java.util.Optional;

/** The names that a formula may use, asked at compile time only. Names are case-sensitive; built-in functions win over the caller's. */
public interface Names {

    /** The value of this name, or empty when there is none; {@code name} may contain dots. */
    Optional<Symbol> variable(String name);

    /** The caller's function of this name, or empty when there is none. */
    Optional<FunctionSymbol> function(String name);

    /** Every name that {@link #variable} and {@link #function} know, for hints. */
    Collection<String> known();
}
