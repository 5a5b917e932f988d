package dev.premia.domain.formula;

/** Advice for the usual mix-ups of types. */
final class TypeHint {
    private TypeHint() {}

    static String of(Node found, Type expected) {
        return switch (expected) {
            case NUMBER ->
                switch (found.type()) {
                    case BOOLEAN ->
                        found instanceof BooleanNode.Comparison
                                ? "write a < b and b < c for a range, condition ? 1 : 0 for a number"
                                : "write condition ? 1 : 0 for a number";
                    case STRING -> "numbers have no quotes";
                    case NUMBER, STRING_LIST -> "";
                };
            case BOOLEAN -> found.type() == Type.NUMBER ? "compare it, for example with > 0" : "";
            case STRING -> found.type() == Type.STRING_LIST ? "write has(list, 'text')" : "put texts in quotes";
            case STRING_LIST -> "";
        };
    }
}
