package dev.premia.domain.formula;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** An argument of a caller's function, as written. */
public sealed interface Argument permits Argument.Name, Argument.Call, Argument.NumberLiteral, Argument.TextLiteral {

    /** 1-based column of its first character in the formula. */
    int column();

    /** Canonical text. */
    String text();

    /** A bare name; nobody has looked it up yet. */
    record Name(String name, int column) implements Argument {
        @Override
        public String text() {
            return name;
        }
    }

    /** A call of another function of the caller; the function exists, its arguments are not checked yet. */
    record Call(String function, List<Argument> arguments, int column) implements Argument {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String text() {
            return Argument.call(function, arguments);
        }
    }

    /** A number or percent literal with an optional minus sign: {@code 20}, {@code -1.5}, {@code 5%} (0.05). */
    record NumberLiteral(BigDecimal value, String text, int column) implements Argument {}

    /** A text literal; {@code value} is without quotes. */
    record TextLiteral(String value, int column) implements Argument {
        @Override
        public String text() {
            return NodeWriter.quoted(value);
        }
    }

    /** Canonical text of a call. */
    static String call(String function, List<Argument> arguments) {
        return arguments.stream().map(Argument::text).collect(Collectors.joining(", ", function + "(", ")"));
    }
}
