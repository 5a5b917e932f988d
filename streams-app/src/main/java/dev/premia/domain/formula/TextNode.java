package dev.premia.domain.formula;

import java.util.List;
import java.util.Locale;

/** A part that gives a text, or null when the text is absent. */
sealed interface TextNode extends Node {

    String text(Scope scope);

    @Override
    default Type type() {
        return Type.STRING;
    }

    /** A quoted text. */
    record TextLiteral(String constant) implements TextNode {
        @Override
        public String text(Scope scope) {
            return constant;
        }

        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public void write(NodeWriter out) {
            out.literal(constant);
        }
    }

    /** A text of the caller. */
    record TextReference(String name, Symbol symbol) implements TextNode, Node.Reference {
        @Override
        public Type type() {
            return Type.STRING;
        }

        @Override
        public String text(Scope scope) {
            return scope.string(symbol.handle());
        }

        @Override
        public String shown(Scope scope) {
            String text = text(scope);
            return text == null ? "undefined" : NodeWriter.quoted(text);
        }
    }

    /** {@code lower(text)}, independent of the language of the machine. */
    record Lower(TextNode operand) implements TextNode {
        @Override
        public String text(Scope scope) {
            String text = operand.text(scope);
            return text == null ? null : text.toLowerCase(Locale.ROOT);
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public void write(NodeWriter out) {
            out.call("lower", children());
        }
    }

    /** {@code condition ? a : b}. */
    record TextChoice(BooleanNode condition, TextNode first, TextNode second) implements TextNode {
        @Override
        public String text(Scope scope) {
            return condition.test(scope) ? first.text(scope) : second.text(scope);
        }

        @Override
        public List<Node> children() {
            return List.of(condition, first, second);
        }

        @Override
        public int precedence() {
            return Operator.CHOOSE.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            out.choice(condition, first, second);
        }
    }

    /** {@code coalesce(...)}: the first text that is present. */
    record FirstPresent(List<TextNode> arguments) implements TextNode {
        public FirstPresent {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text(Scope scope) {
            String text = null;
            for (int i = 0; text == null && i < arguments.size(); i++) {
                text = arguments.get(i).text(scope);
            }
            return text;
        }

        @Override
        public List<Node> children() {
            return List.copyOf(arguments);
        }

        @Override
        public void write(NodeWriter out) {
            out.call("coalesce", arguments);
        }
    }
}
