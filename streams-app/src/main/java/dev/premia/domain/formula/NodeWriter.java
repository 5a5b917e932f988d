package dev.premia.domain.formula;

import java.util.List;
import java.util.function.Function;

/** Writes a tree as text with one blank around infix operators and no bracket that is not needed. */
final class NodeWriter {
    private static final Notation CANONICAL = (name, symbol) -> name;

    private final Function<Node.Reference, String> references;
    private final Notation notation;
    private StringBuilder out = new StringBuilder();
    private int surrounding;

    private NodeWriter(Function<Node.Reference, String> references, Notation notation) {
        this.references = references;
        this.notation = notation;
    }

    /** Canonical text. */
    static String canonical(Node node) {
        return write(node, Node.Reference::name, CANONICAL);
    }

    /** The text in another notation. */
    static String in(Notation notation, Node node) {
        return write(node, reference -> notation.reference(reference.name(), reference.symbol()), notation);
    }

    /** Canonical text with the values of a scope instead of names. */
    static String substituted(Node node, Scope scope) {
        return write(node, reference -> reference.shown(scope), CANONICAL);
    }

    private static String write(Node node, Function<Node.Reference, String> references, Notation notation) {
        NodeWriter writer = new NodeWriter(references, notation);
        node.write(writer);
        return writer.out.toString();
    }

    /** A text literal in single quotes. */
    static String quoted(String value) {
        StringBuilder quoted = new StringBuilder("'");
        for (int i = 0; i < value.length(); i++) {
            char character = value.charAt(i);
            switch (character) {
                case '\'' -> quoted.append("\\'");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(character);
            }
        }
        return quoted.append('\'').toString();
    }

    NodeWriter text(String text) {
        out.append(text);
        return this;
    }

    /** A number literal in canonical spelling. */
    void number(String literal) {
        text(notation.number(literal));
    }

    /** A text literal. */
    void literal(String value) {
        text(notation.text(value));
    }

    /** An operator before its operand, with a blank between. */
    NodeWriter prefix(Operator operator) {
        return text(notation.operator(operator.symbol())).text(" ");
    }

    /** A part that needs brackets when its outermost operator is weaker than {@code weakest}. */
    NodeWriter part(Node node, int weakest) {
        int before = surrounding;
        boolean bracketed = node.precedence() < weakest;
        surrounding = bracketed ? 0 : weakest;
        if (bracketed) {
            out.append('(');
        }
        node.write(this);
        if (bracketed) {
            out.append(')');
        }
        surrounding = before;
        return this;
    }

    /** A left-associative operator with its operands. */
    void infix(Node left, Operator operator, Node right) {
        part(left, operator.precedence());
        text(" ").text(notation.operator(operator.symbol())).text(" ");
        part(right, operator.precedence() + 1);
    }

    void choice(Node condition, Node first, Node second) {
        int inner = Operator.CHOOSE.precedence() + 1;
        text(notation.choice(
                apart(condition, inner), apart(first, inner), apart(second, Operator.CHOOSE.precedence())));
    }

    void call(String function, List<? extends Node> arguments) {
        text(notation.call(
                function, arguments.stream().map(each -> apart(each, 0)).toList()));
    }

    /** {@code round(x, digits)}. */
    void rounding(String function, Node operand, int digits) {
        text(notation.call(function, List.of(apart(operand, 0), notation.number(Integer.toString(digits)))));
    }

    /** A part written by itself, to be put together by the notation. */
    private String apart(Node node, int weakest) {
        StringBuilder before = out;
        out = new StringBuilder();
        part(node, weakest);
        String written = out.toString();
        out = before;
        return written;
    }

    /** A name or its value; a negative value gets brackets where a sign next to an operator would confuse. */
    void reference(Node.Reference reference) {
        String shown = references.apply(reference);
        boolean signed = shown.startsWith("-") && surrounding >= Operator.PLUS.precedence();
        text(signed ? "(" + shown + ")" : shown);
    }
}
