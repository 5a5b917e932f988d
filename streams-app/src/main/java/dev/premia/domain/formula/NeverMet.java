package dev.premia.domain.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds conditions that no values can meet: constants, and bounds on one name that exclude each other. It errs on one side only: what it
 * finds is never met; a contradiction that needs more thought goes unnoticed.
 */
final class NeverMet {

    /** The values that conditions leave to one name. */
    private static final class Range {
        private BigDecimal low;
        private boolean lowOpen;
        private BigDecimal high;
        private boolean highOpen;

        void atLeast(BigDecimal bound, boolean open) {
            int order = low == null ? 1 : bound.compareTo(low);
            lowOpen = order > 0 ? open : order == 0 ? lowOpen || open : lowOpen;
            low = order > 0 ? bound : low;
        }

        void atMost(BigDecimal bound, boolean open) {
            int order = high == null ? -1 : bound.compareTo(high);
            highOpen = order < 0 ? open : order == 0 ? highOpen || open : highOpen;
            high = order < 0 ? bound : high;
        }

        boolean isEmpty() {
            if (low == null || high == null) {
                return false;
            }
            int order = low.compareTo(high);
            return order > 0 || (order == 0 && (lowOpen || highOpen));
        }
    }

    private NeverMet() {}

    static boolean is(BooleanNode condition) {
        if (isConstant(condition)) {
            return !condition.test(null);
        } else if (condition instanceof BooleanNode.Logic logic && logic.operator() == Operator.OR) {
            return is(logic.left()) && is(logic.right());
        } else if (condition instanceof BooleanNode.Logic logic && logic.operator() == Operator.AND) {
            List<BooleanNode> parts = new ArrayList<>();
            collect(logic, parts);
            return parts.stream().anyMatch(NeverMet::is) || excludeEachOther(parts);
        }
        return false;
    }

    private static boolean isConstant(Node node) {
        return !(node instanceof Node.Reference) && node.children().stream().allMatch(NeverMet::isConstant);
    }

    private static void collect(BooleanNode node, List<BooleanNode> parts) {
        if (node instanceof BooleanNode.Logic logic && logic.operator() == Operator.AND) {
            collect(logic.left(), parts);
            collect(logic.right(), parts);
        } else {
            parts.add(node);
        }
    }

    private static boolean excludeEachOther(List<BooleanNode> parts) {
        Map<Object, Range> ranges = new HashMap<>();
        for (BooleanNode part : parts) {
            if (part instanceof BooleanNode.Comparison comparison) {
                narrow(ranges, comparison.left(), comparison.operator(), comparison.right());
                narrow(ranges, comparison.right(), mirrored(comparison.operator()), comparison.left());
            }
        }
        return ranges.values().stream().anyMatch(Range::isEmpty);
    }

    private static Operator mirrored(Operator operator) {
        return switch (operator) {
            case LESS -> Operator.GREATER;
            case LESS_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case GREATER -> Operator.LESS;
            case GREATER_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            default -> operator;
        };
    }

    private static void narrow(Map<Object, Range> ranges, NumberNode name, Operator operator, NumberNode bound) {
        boolean simple = name instanceof NumberNode.NumberReference && isConstant(bound);
        if (!simple || !(bound.value(null) instanceof Value.Defined constant)) {
            return;
        }
        Range range = ranges.computeIfAbsent(
                ((NumberNode.NumberReference) name).symbol().handle(), each -> new Range());
        BigDecimal value = constant.amount();
        switch (operator) {
            case LESS -> range.atMost(value, true);
            case LESS_OR_EQUAL -> range.atMost(value, false);
            case GREATER -> range.atLeast(value, true);
            case GREATER_OR_EQUAL -> range.atLeast(value, false);
            case EQUAL -> {
                range.atLeast(value, false);
                range.atMost(value, false);
            }
            default -> {
                // `!=` leaves a range with a hole: not narrower at its ends.
            }
        }
    }
}
