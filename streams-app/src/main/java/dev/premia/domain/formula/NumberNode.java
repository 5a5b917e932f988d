package dev.premia.domain.formula;

import dev.premia.domain.money.Decimals;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** A part that gives a number. */
sealed interface NumberNode extends Node {
    MathContext PRECISION = MathContext.DECIMAL128;

    /** The value in this scope; an undefined operand makes the result undefined with the operand's reason. */
    Value value(Scope scope);

    @Override
    default Type type() {
        return Type.NUMBER;
    }

    /** A number or percent literal; {@code text} is its canonical spelling. */
    record Literal(Value constant, String text) implements NumberNode {
        @Override
        public Value value(Scope scope) {
            return constant;
        }

        @Override
        public List<Node> children() {
            return List.of();
        }

        @Override
        public void write(NodeWriter out) {
            out.number(text);
        }
    }

    /** A value of the caller. */
    record NumberReference(String name, Symbol symbol) implements NumberNode, Node.Reference {
        @Override
        public Type type() {
            return Type.NUMBER;
        }

        @Override
        public Value value(Scope scope) {
            return scope.number(symbol.handle());
        }

        @Override
        public String shown(Scope scope) {
            return value(scope).toString();
        }
    }

    /** {@code -x}. */
    record Negation(NumberNode operand) implements NumberNode {
        @Override
        public Value value(Scope scope) {
            Value value = operand.value(scope);
            return value instanceof Value.Defined defined
                    ? new Value.Defined(defined.amount().negate())
                    : value;
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public int precedence() {
            return Operator.NEGATE.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            // A sign after a sign is legal but unreadable, so it gets brackets.
            out.text("-").part(operand, Operator.NEGATE.precedence() + 1);
        }
    }

    /** {@code + - *}. */
    record Arithmetic(NumberNode left, Operator operator, NumberNode right) implements NumberNode {
        @Override
        public Value value(Scope scope) {
            Value first = left.value(scope);
            if (!(first instanceof Value.Defined leftValue)) {
                return first;
            }
            Value second = right.value(scope);
            return second instanceof Value.Defined rightValue ? apply(leftValue.amount(), rightValue.amount()) : second;
        }

        private Value apply(BigDecimal first, BigDecimal second) {
            return new Value.Defined(
                    switch (operator) {
                        case PLUS -> first.add(second, PRECISION);
                        case MINUS -> first.subtract(second, PRECISION);
                        case TIMES -> first.multiply(second, PRECISION);
                        default -> throw new IllegalStateException("not an arithmetic operator: " + operator);
                    });
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

    /** {@code a / b}; {@code byZero} is the prepared answer for a divisor of 0. */
    record Division(NumberNode left, NumberNode right, Value byZero) implements NumberNode {
        static Division of(NumberNode left, NumberNode right) {
            String divisor = NodeWriter.canonical(right);
            Division unexplained = new Division(left, right, Value.undefined(""));
            String reason = NodeWriter.canonical(unexplained) + " is undefined: " + divisor + " is 0";
            return new Division(left, right, Value.undefined(reason));
        }

        @Override
        public Value value(Scope scope) {
            Value dividend = left.value(scope);
            if (!(dividend instanceof Value.Defined first)) {
                return dividend;
            }
            Value divisor = right.value(scope);
            if (!(divisor instanceof Value.Defined second)) {
                return divisor;
            }
            return second.amount().signum() == 0
                    ? byZero
                    : new Value.Defined(Decimals.divide(first.amount(), second.amount()));
        }

        @Override
        public List<Node> children() {
            return List.of(left, right);
        }

        @Override
        public int precedence() {
            return Operator.DIVIDED_BY.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            out.infix(left, Operator.DIVIDED_BY, right);
        }
    }

    /** {@code x ^ n} with a whole literal exponent. */
    record Power(NumberNode base, int exponent) implements NumberNode {
        /** Powers outside 10^-1000 .. 10^1000 are no amounts of anything; refusing them bounds the size of numbers. */
        private static final int MAX_MAGNITUDE = 1000;

        private static final Value OUT_OF_RANGE = Value.undefined("a power is out of range");

        @Override
        public Value value(Scope scope) {
            Value value = base.value(scope);
            if (!(value instanceof Value.Defined defined)) {
                return value;
            }
            BigDecimal amount = defined.amount();
            long magnitude = (long) amount.precision() - amount.scale();
            return Math.abs(magnitude) * exponent > MAX_MAGNITUDE
                    ? OUT_OF_RANGE
                    : new Value.Defined(amount.pow(exponent, PRECISION));
        }

        @Override
        public List<Node> children() {
            return List.of(base);
        }

        @Override
        public int precedence() {
            return Operator.POWER.precedence();
        }

        @Override
        public void write(NodeWriter out) {
            out.part(base, Operator.POWER.precedence() + 1).text(" ^ ").text(Integer.toString(exponent));
        }
    }

    /** {@code min(...)} and {@code max(...)}. */
    record Extreme(boolean greatest, List<NumberNode> arguments) implements NumberNode {
        public Extreme {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Value value(Scope scope) {
            Value.Defined best = null;
            for (int i = 0; i < arguments.size(); i++) {
                Value value = arguments.get(i).value(scope);
                if (!(value instanceof Value.Defined candidate)) {
                    return value;
                }
                if (best == null || beats(candidate, best)) {
                    best = candidate;
                }
            }
            return best;
        }

        private boolean beats(Value.Defined candidate, Value.Defined best) {
            int order = candidate.amount().compareTo(best.amount());
            return greatest ? order > 0 : order < 0;
        }

        @Override
        public List<Node> children() {
            return List.copyOf(arguments);
        }

        @Override
        public void write(NodeWriter out) {
            out.call(greatest ? "max" : "min", arguments);
        }
    }

    /** {@code abs(x)}. */
    record Absolute(NumberNode operand) implements NumberNode {
        @Override
        public Value value(Scope scope) {
            Value value = operand.value(scope);
            return value instanceof Value.Defined defined && defined.amount().signum() < 0
                    ? new Value.Defined(defined.amount().negate())
                    : value;
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public void write(NodeWriter out) {
            out.call("abs", children());
        }
    }

    /** {@code floor(x)}, {@code ceil(x)} and {@code round(x, digits)}. */
    record Rounding(String function, NumberNode operand, int digits, RoundingMode mode) implements NumberNode {
        @Override
        public Value value(Scope scope) {
            Value value = operand.value(scope);
            return value instanceof Value.Defined defined
                    ? new Value.Defined(defined.amount().setScale(digits, mode))
                    : value;
        }

        @Override
        public List<Node> children() {
            return List.of(operand);
        }

        @Override
        public void write(NodeWriter out) {
            if (mode == RoundingMode.HALF_UP) {
                out.rounding(function, operand, digits);
            } else {
                out.call(function, children());
            }
        }
    }

    /** {@code clamp(x, low, high)}. */
    record Clamp(NumberNode operand, NumberNode low, NumberNode high) implements NumberNode {
        private static final Value CROSSED =
                Value.undefined("clamp is undefined: its low limit is above its high limit");

        @Override
        public Value value(Scope scope) {
            Value value = operand.value(scope);
            if (!(value instanceof Value.Defined amount)) {
                return value;
            }
            Value lower = low.value(scope);
            if (!(lower instanceof Value.Defined least)) {
                return lower;
            }
            Value upper = high.value(scope);
            if (!(upper instanceof Value.Defined most)) {
                return upper;
            }
            return least.amount().compareTo(most.amount()) > 0 ? CROSSED : within(amount, least, most);
        }

        private static Value within(Value.Defined amount, Value.Defined least, Value.Defined most) {
            if (amount.amount().compareTo(least.amount()) < 0) {
                return least;
            }
            return amount.amount().compareTo(most.amount()) > 0 ? most : amount;
        }

        @Override
        public List<Node> children() {
            return List.of(operand, low, high);
        }

        @Override
        public void write(NodeWriter out) {
            out.call("clamp", children());
        }
    }

    /** {@code condition ? a : b}; only the chosen branch is looked at. */
    record NumberChoice(BooleanNode condition, NumberNode first, NumberNode second) implements NumberNode {
        @Override
        public Value value(Scope scope) {
            return condition.test(scope) ? first.value(scope) : second.value(scope);
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

    /** {@code coalesce(...)}: the first defined argument, else undefined with the reason of the first. */
    record FirstDefined(List<NumberNode> arguments) implements NumberNode {
        public FirstDefined {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Value value(Scope scope) {
            Value first = arguments.get(0).value(scope);
            Value current = first;
            for (int i = 1; !current.isDefined() && i < arguments.size(); i++) {
                current = arguments.get(i).value(scope);
            }
            return current.isDefined() ? current : first;
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
