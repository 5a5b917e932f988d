package dev.premia.domain.formula;

import java.util.List;
import java.util.function.Function;

/** Writes a tree as text with one blank around infix operators and no bracket that is not needed. */
final class NodeWriter {
    private final StringBuilder out = new StringBuilder();
    private final Function<Node.Reference, String> references;
    private int surrounding;

    private NodeWriter(Function<Node.Reference, String> references) {
        this.references = references;
    }

    /** Canonical text. */
    static String canonical(Node node) {
        return write(node, Node.Reference::name);
    }

    /** Canonical text with the values of a scope instead of names. */
    static String substituted(Node node, Scope scope) {
        return write(node, reference -> reference.shown(scope));
    }

    private static String write(Node node, Function<Node.Reference, String> references) {
        NodeWriter writer = new NodeWriter(references);
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
        text(" ").text(operator.symbol()).text(" ");
        part(right, operator.precedence() + 1);
    }

    void choice(Node condition, Node first, Node second) {
        int inner = Operator.CHOOSE.precedence() + 1;
        part(condition, inner).text(" ? ").part(first, inner).text(" : ");
        part(second, Operator.CHOOSE.precedence());
    }

    void call(String function, List<? extends Node> arguments) {
        text(function).text("(");
        for (int i = 0; i < arguments.size(); i++) {
            text(i == 0 ? "" : ", ").part(arguments.get(i), 0);
        }
        text(")");
    }

    /** A name or its value; a negative value gets brackets where a sign next to an operator would confuse. */
    void reference(Node.Reference reference) {
        String shown = references.apply(reference);
        boolean signed = shown.startsWith("-") && surrounding >= Operator.PLUS.precedence();
        text(signed ? "(" + shown + ")" : shown);
    }
}
