package dev.premia.cli.work;

import dev.premia.cli.Output;
import java.util.ArrayList;
import java.util.List;

/** A text with texts below it, drawn with lines for people. */
final class Tree {
    private final String text;
    private final List<Tree> children = new ArrayList<>();

    Tree(String text) {
        this.text = text;
    }

    /** Adds a branch and returns it. */
    Tree add(String childText) {
        Tree child = new Tree(childText);
        children.add(child);
        return child;
    }

    void print(Output output) {
        output.line(text);
        printChildren(output, "");
        output.out().flush();
    }

    private void printChildren(Output output, String indentation) {
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            output.line(indentation + (last ? "└─ " : "├─ ") + children.get(i).text);
            children.get(i).printChildren(output, indentation + (last ? "   " : "│  "));
        }
    }
}
