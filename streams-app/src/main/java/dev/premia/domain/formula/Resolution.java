package dev.premia.domain.formula;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;

/** Answer of a {@link FunctionSymbol}: what the call stands for, or what is wrong with it. */
public sealed interface Resolution permits Resolution.Resolved, Resolution.Rejected {

    /** The call is one reference. */
    record Resolved(Symbol symbol) implements Resolution {
        public Resolved {
            Objects.requireNonNull(symbol, "symbol");
        }
    }

    /**
     * The call is wrong.
     *
     * @param at the argument at fault, empty for the call as a whole
     * @param problem what is wrong, such as {@code unknown KPI}
     * @param found what was found
     * @param expected what was expected
     * @param hint what to do; may be empty
     */
    record Rejected(Optional<Argument> at, String problem, String found, String expected, String hint)
            implements Resolution {}

    static Resolution of(Symbol symbol) {
        return new Resolved(symbol);
    }

    /** The call as a whole is wrong, for instance in the number of arguments. */
    static Resolution rejected(String problem, String found, String expected, String hint) {
        return new Rejected(Optional.empty(), problem, found, expected, hint);
    }

    /** One argument is wrong; the error points at it. */
    static Resolution rejectedAt(Argument at, String problem, String expected, String hint) {
        return new Rejected(Optional.of(at), problem, "`" + at.text() + "`", expected, hint);
    }

    /** An argument is a name that means nothing here; the nearest known name becomes the hint. */
    static Resolution unknownName(Argument.Name at, String expected, Collection<String> known) {
        return rejectedAt(at, "unknown name", expected, NearestName.hint(at.name(), known));
    }
}
