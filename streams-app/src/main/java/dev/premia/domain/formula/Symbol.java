package dev.premia.domain.formula;

import java.util.Objects;

/**
 * What a name, or a call of a caller's function, stands for.
 *
 * @param type type of its run-time value
 * @param handle opaque to formulas; passed back to {@link Scope}; two symbols with equal handles are the same reference
 * @param unit what a number counts; {@link Unit#NONE} for other types
 */
public record Symbol(Type type, Object handle, Unit unit) {
    public Symbol {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(handle, "handle");
        Objects.requireNonNull(unit, "unit");
    }

    /** A symbol without a unit. */
    public static Symbol of(Type type, Object handle) {
        return new Symbol(type, handle, Unit.NONE);
    }

    /** A number of the given unit. */
    public static Symbol number(Object handle, Unit unit) {
        return new Symbol(Type.NUMBER, handle, unit);
    }
}
