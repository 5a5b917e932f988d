package dev.premia.domain.formula;

import java.util.List;

/**
 * What a formula's number counts, derived from the units of its names. A bare number goes with every unit in a sum and changes
 * none in a product. {@link Unit#NONE} means that the parts do not tell.
 */
final class UnitReader {
    private UnitReader() {}

    static Unit of(Node node) {
        if (node instanceof NumberNode.NumberReference reference) {
            return reference.symbol().unit();
        } else if (node instanceof NumberNode.Arithmetic arithmetic) {
            return arithmetic.operator() == Operator.TIMES
                    ? product(of(arithmetic.left()), of(arithmetic.right()))
                    : common(List.of(arithmetic.left(), arithmetic.right()));
        } else if (node instanceof NumberNode.Division division) {
            return quotient(of(division.left()), of(division.right()));
        } else if (node instanceof NumberNode.NumberChoice choice) {
            return common(List.of(choice.first(), choice.second()));
        } else if (node instanceof NumberNode.Clamp clamp) {
            return common(List.of(clamp.operand(), clamp.low(), clamp.high()));
        } else if (node instanceof NumberNode.Power) {
            return Unit.NONE;
        }
        return node instanceof NumberNode ? common(node.children()) : Unit.NONE;
    }

    private static Unit common(List<? extends Node> parts) {
        Unit found = Unit.NONE;
        for (Node part : parts) {
            Unit unit = of(part);
            boolean bare = unit == Unit.NONE && part instanceof NumberNode.Literal;
            if (!bare && (unit == Unit.NONE || (found != Unit.NONE && found != unit))) {
                return Unit.NONE;
            }
            found = bare ? found : unit;
        }
        return found;
    }

    private static Unit product(Unit left, Unit right) {
        if (isFactor(left)) {
            return left == Unit.RATIO && right == Unit.NONE ? Unit.RATIO : right;
        } else if (isFactor(right)) {
            return left;
        }
        boolean moneyOfCount =
                (left == Unit.MONEY && right == Unit.COUNT) || (left == Unit.COUNT && right == Unit.MONEY);
        return moneyOfCount ? Unit.MONEY : Unit.NONE;
    }

    private static Unit quotient(Unit left, Unit right) {
        if (left == right && left != Unit.NONE) {
            return Unit.RATIO;
        }
        return isFactor(right) || (left == Unit.MONEY && right == Unit.COUNT) ? left : Unit.NONE;
    }

    private static boolean isFactor(Unit unit) {
        return unit == Unit.NONE || unit == Unit.RATIO;
    }
}
