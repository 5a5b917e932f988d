package dev.premia.domain.formula;

import java.util.List;

/** Reads what a condition asks of its figures, as far as it is a list of comparisons that must all hold. */
final class Bounds {
    private Bounds() {}

    static void collect(BooleanNode node, Scope scope, List<Formula.Bound> bounds) {
        if (node instanceof BooleanNode.Logic logic && logic.operator() == Operator.AND) {
            collect(logic.left(), scope, bounds);
            collect(logic.right(), scope, bounds);
        } else if (node instanceof BooleanNode.Comparison comparison) {
            add(comparison, scope, bounds);
        }
    }

    private static void add(BooleanNode.Comparison comparison, Scope scope, List<Formula.Bound> bounds) {
        Operator operator = comparison.operator();
        boolean above = operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL;
        boolean below = operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL;
        if (!above && !below) {
            return;
        }
        boolean strict = operator == Operator.GREATER || operator == Operator.LESS;
        // Whichever side names no figure is the bound: 20% < conversion asks the same as conversion > 20%.
        boolean turned = !readsFigures(comparison.left()) && readsFigures(comparison.right());
        NumberNode what = turned ? comparison.right() : comparison.left();
        NumberNode bound = turned ? comparison.left() : comparison.right();
        bounds.add(new Formula.Bound(
                NodeWriter.canonical(what),
                what.value(scope),
                above != turned,
                strict,
                bound.value(scope),
                comparison.test(scope)));
    }

    private static boolean readsFigures(Node node) {
        return node instanceof Node.Reference || node.children().stream().anyMatch(Bounds::readsFigures);
    }
}
