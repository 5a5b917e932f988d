package dev.premia.domain.formula;

import java.util.ArrayList;
import java.util.List;

/**
 * A part that gives true or false. Of what compares an undefined value neither can be said: it does not hold, and it does not
 * fail either, so that {@code not} does not make it hold.
 */
sealed interface BooleanNode extends Node {

    /** Whether it holds. */
    boolean test(Scope scope);

    /** Whether its opposite holds. */
    default boolean fails(Scope scope) {
        return !test(scope);
    }

    @Override
    default Type type() {
        return Type.BOOLEAN;
    }

    /** {@code true} or {@code false}. */
    record BooleanLiteral(boolean constant) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return constant;
        }

        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public void write(NodeWriter out) {
            out.text(Boolean.toString(constant));
        }
    }

    /** A condition of the caller. */
    record BooleanReference(String name, Symbol symbol) implements BooleanNode, Node.Reference {
        @Override
        public Type type() {
            return Type.BOOLEAN;
        }

        @Override
        public boolean test(Scope scope) {
            return scope.bool(symbol.handle());
        }

        @Override
        public String shown(Scope scope) {
            return Boolean.toString(test(scope));
        }
    }

    /** A comparison of numbers by value (1.0 equals 1); it neither holds nor fails when an operand is undefined. */
    record Comparison(NumberNode left, Operator operator, NumberNode right) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return is(true, scope);
        }

        @Override
        public boolean fails(Scope scope) {
            return is(false, scope);
        }

        private boolean is(boolean expected, Scope scope) {
            return left.value(scope) instanceof Value.Defined first
                    && right.value(scope) instanceof Value.Defined second
                    && holds(first.amount().compareTo(second.amount())) == expected;
        }

        private boolean holds(int order) {
            return switch (operator) {
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case GREATER -> order > 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case EQUAL -> order == 0;
                case NOT_EQUAL -> order != 0;
                default -> throw new IllegalStateException("not a comparison: " + operator);
            };
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public int precedence() {
            return operator.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            out.infix(left, operator, right);
        }
    }

    /** {@code =} or {@code !=} of texts, case-sensitive; it neither holds nor fails when one is absent. */
    record TextEquality(TextNode left, Operator operator, TextNode right) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return is(operator == Operator.EQUAL, scope);
        }

        @Override
        public boolean fails(Scope scope) {
            return is(operator != Operator.EQUAL, scope);
        }

        private boolean is(boolean equal, Scope scope) {
            String first = left.text(scope);
            String second = right.text(scope);
            return first != null && second != null && first.equals(second) == equal;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public int precedence() {
            return operator.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            out.infix(left, operator, right);
        }
    }

    /** {@code = != and or} of conditions; the right side of {@code and} and {@code or} is looked at only when it matters. */
    record Logic(BooleanNode left, Operator operator, BooleanNode right) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return switch (operator) {
                case AND -> left.test(scope) && right.test(scope);
                case OR -> left.test(scope) || right.test(scope);
                case EQUAL -> areEqual(true, scope);
                case NOT_EQUAL -> areEqual(false, scope);
                default -> throw new IllegalStateException("not a logical operator: " + operator);
            };
        }

        @Override
        public boolean fails(Scope scope) {
            return switch (operator) {
                case AND -> left.fails(scope) || right.fails(scope);
                case OR -> left.fails(scope) && right.fails(scope);
                case EQUAL -> areEqual(false, scope);
                case NOT_EQUAL -> areEqual(true, scope);
                default -> throw new IllegalStateException("not a logical operator: " + operator);
            };
        }

        private boolean areEqual(boolean expected, Scope scope) {
            boolean first = left.test(scope);
            boolean second = right.test(scope);
            return (first || left.fails(scope)) && (second || right.fails(scope)) && (first == second) == expected;
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public int precedence() {
            return operator.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            out.infix(left, operator, right);
        }
    }

    /** {@code not x}. */
    record Not(BooleanNode operand) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return operand.fails(scope);
        }

        @Override
        public boolean fails(Scope scope) {
            return operand.test(scope);
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public int precedence() {
            return Operator.NOT.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            out.prefix(Operator.NOT).part(operand, Operator.NOT.precedence());
        }
    }

    /** {@code condition ? a : b}. */
    record BooleanChoice(BooleanNode condition, BooleanNode first, BooleanNode second) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return condition.test(scope) ? first.test(scope) : second.test(scope);
        }

        @Override
        public boolean fails(Scope scope) {
            return condition.test(scope) ? first.fails(scope) : second.fails(scope);
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

    /** {@code defined(x)} of a number. */
    record NumberDefined(NumberNode operand) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return operand.value(scope).isDefined();
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public void write(NodeWriter out) {
            out.call("defined", children());
        }
    }

    /** {@code defined(x)} of a text. */
    record TextPresent(TextNode operand) implements BooleanNode {
        @Override
        public boolean test(Scope scope) {
            return operand.text(scope) != null;
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public void write(NodeWriter out) {
            out.call("defined", children());
        }
    }

    /** {@code in(x, a, ...)}: {@code x} equals one of the others under {@code =}; each equality is prepared. */
    record Membership(List<Node> children, List<BooleanNode> equalities) implements BooleanNode {
        public Membership {
            children = List.copyOf(children);
            equalities = List.copyOf(equalities);
        }

        @Override
        public boolean test(Scope scope) {
            for (int i = 0; i < equalities.size(); i++) {
                if (equalities.get(i).test(scope)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public boolean fails(Scope scope) {
            for (int i = 0; i < equalities.size(); i++) {
                if (!equalities.get(i).fails(scope)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public void write(NodeWriter out) {
            out.call("in", children);
        }
    }

    /** {@code has(list, text, ...)}: the list contains at least one of the texts. */
    record Has(Node.ListReference list, List<TextNode> texts) implements BooleanNode {
        public Has {
            texts = List.copyOf(texts);
        }

        @Override
        public boolean test(Scope scope) {
            List<String> present = list.texts(scope);
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i).text(scope);
                if (text != null && present.contains(text)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public List<Node> children() {
            List<Node> children = new ArrayList<>(texts.size() + 1);
            children.add(list);
            children.addAll(texts);
            return children;
        }

        @Override
        public void write(NodeWriter out) {
            out.call("has", children());
        }
    }
}
