package dev.premia.codec.plan;

import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A value of the document and where it stands.
 *
 * @param node the value
 * @param path e.g. {@code components[2].rate}; empty for the document
 */
public record Item(Node node, String path) {

    public Item child(String key, Node value) {
        return new Item(value, path.isEmpty() ? key : path + "." + key);
    }

    public Item element(int index, Node value) {
        return new Item(value, path + "[" + index + "]");
    }

    public boolean isScalar() {
        return node instanceof ScalarNode;
    }

    public boolean isList() {
        return node instanceof SequenceNode;
    }

    /** The exact text of a scalar. */
    public String text() {
        return ((ScalarNode) node).getValue();
    }

    /** 1-based. */
    public int line() {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    /** 1-based. */
    public int column() {
        return node.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }

    /** The value in a few words, for messages. */
    public String shown() {
        if (isScalar()) {
            return text().isEmpty() ? "nothing" : "`" + text() + "`";
        }
        return switch (node.getNodeType()) {
            case MAPPING -> "a mapping";
            case SEQUENCE -> "a list";
            default -> "something else";
        };
    }
}
