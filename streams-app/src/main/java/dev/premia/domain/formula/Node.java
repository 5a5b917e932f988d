package dev.premia.domain.formula;

import java.util.List;

/** Part of a compiled formula: immutable, type-checked, evaluated without looking anything up by name. */
sealed interface Node permits NumberNode, BooleanNode, TextNode, Node.Reference {
    /** Precedence of everything that needs no brackets anywhere. */
    int ATOM = 1000;

    Type type();

    /** Parts in order of appearance. */
    List<Node> children();

    /** Appends the canonical text. */
    void write(NodeWriter out);

    /** Precedence of the outermost operator, {@link #ATOM} when there is none. */
    default int precedence() {
        return ATOM;
    }

    /** A name, or a call of a caller's function, of any type. */
    sealed interface Reference extends Node
            permits NumberNode.NumberReference,
                    BooleanNode.BooleanReference,
                    TextNode.TextReference,
                    Node.ListReference {
        /** Canonical spelling. */
        String name();

        Symbol symbol();

        /** The run-time value in the notation of formulas. */
        String shown(Scope scope);

        @Override
        default Type type() {
            return symbol().type();
        }

        @Override
        default List<Node> children() {
            return List.of();
        }

        @Override
        default void write(NodeWriter out) {
            out.reference(this);
        }
    }

    /** Several texts; lists come from the caller only. */
    record ListReference(String name, Symbol symbol) implements Reference {
        List<String> texts(Scope scope) {
            return scope.strings(symbol.handle());
        }

        @Override
        public String shown(Scope scope) {
            return texts(scope).stream().map(NodeWriter::quoted).toList().toString();
        }
    }
}
