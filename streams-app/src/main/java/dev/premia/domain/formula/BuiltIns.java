package dev.premia.domain.formula;

import com.ezylang.evalex.parser.ASTNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The functions of the language itself. */
final class BuiltIns {
    static final Set<String> NAMES = Set.of(
            "min", "max", "abs", "round", "floor", "ceil", "if", "clamp", "coalesce", "defined", "lower", "in", "has");

    private static final int MAX_DIGITS = 12;
    private static final int ANY = Integer.MAX_VALUE;

    private final Compiler compiler;
    private final ASTNode syntax;
    private final String function;
    private final String user;
    private final List<ASTNode> arguments;

    private BuiltIns(Compiler compiler, ASTNode syntax) {
        this.compiler = compiler;
        this.syntax = syntax;
        this.function = syntax.getToken().getValue();
        this.user = "`" + function + "`";
        this.arguments = syntax.getParameters();
    }

    /** Compiles a call of one of {@link #NAMES}. */
    static Node compile(Compiler compiler, ASTNode syntax) {
        return new BuiltIns(compiler, syntax).compile();
    }

    private Node compile() {
        return switch (function) {
            case "min", "max" -> {
                arity(2, ANY);
                yield new NumberNode.Extreme(function.equals("max"), compiler.numbers(arguments, user));
            }
            case "abs" -> new NumberNode.Absolute(onlyNumber());
            case "floor" -> new NumberNode.Rounding(function, onlyNumber(), 0, RoundingMode.FLOOR);
            case "ceil" -> new NumberNode.Rounding(function, onlyNumber(), 0, RoundingMode.CEILING);
            case "round" -> round();
            case "if" -> choice();
            case "clamp" -> clamp();
            case "coalesce" -> coalesce();
            case "defined" -> defined();
            case "lower" -> {
                arity(1, 1);
                yield new TextNode.Lower(compiler.text(arguments.get(0), user));
            }
            case "in" -> membership();
            case "has" -> has();
            default -> throw new IllegalStateException("not a built-in function: " + function);
        };
    }

    private void arity(int least, int most) {
        int count = arguments.size();
        if (count < least || count > most) {
            String expected = least == most ? Integer.toString(least) : "at least " + least;
            throw compiler.problem(
                    syntax, "wrong number of arguments for " + user, Integer.toString(count), expected, "");
        }
    }

    private NumberNode onlyNumber() {
        arity(1, 1);
        return compiler.number(arguments.get(0), user);
    }

    private Node round() {
        arity(2, 2);
        NumberNode operand = compiler.number(arguments.get(0), user);
        int seenBefore = compiler.referencesSeen();
        NumberNode digits = compiler.number(arguments.get(1), user);
        if (compiler.constant(digits, seenBefore) instanceof Value.Defined constant && isDigits(constant.amount())) {
            return new NumberNode.Rounding(function, operand, constant.amount().intValueExact(), RoundingMode.HALF_UP);
        }
        throw compiler.problem(
                arguments.get(1),
                "wrong digits for `round`",
                "`" + NodeWriter.canonical(digits) + "`",
                "a whole number from -" + MAX_DIGITS + " to " + MAX_DIGITS,
                "");
    }

    private static boolean isDigits(BigDecimal amount) {
        return amount.stripTrailingZeros().scale() <= 0 && amount.abs().compareTo(BigDecimal.valueOf(MAX_DIGITS)) <= 0;
    }

    private Node choice() {
        arity(3, 3);
        BooleanNode condition = compiler.condition(arguments.get(0), "the condition of `if`");
        Node first = compiler.compile(arguments.get(1));
        Node second = compiler.compile(arguments.get(2));
        return compiler.choice(condition, arguments.get(1), first, arguments.get(2), second);
    }

    private Node clamp() {
        arity(3, 3);
        NumberNode operand = compiler.number(arguments.get(0), user);
        int seenBefore = compiler.referencesSeen();
        NumberNode low = compiler.number(arguments.get(1), user);
        NumberNode high = compiler.number(arguments.get(2), user);
        if (compiler.constant(low, seenBefore) instanceof Value.Defined least
                && compiler.constant(high, seenBefore) instanceof Value.Defined most
                && least.amount().compareTo(most.amount()) > 0) {
            throw compiler.problem(
                    arguments.get(1),
                    "limits of `clamp` are crossed",
                    least + " .. " + most,
                    "clamp(x, low, high) with low at most high",
                    "");
        }
        return new NumberNode.Clamp(operand, low, high);
    }

    private Node coalesce() {
        arity(2, ANY);
        Node first = compiler.compile(arguments.get(0));
        List<ASTNode> others = arguments.subList(1, arguments.size());
        if (first instanceof TextNode text) {
            List<TextNode> texts = new ArrayList<>(List.of(text));
            texts.addAll(compiler.texts(others, user));
            return new TextNode.FirstPresent(texts);
        }
        compiler.requireType(arguments.get(0), first, Type.NUMBER, user);
        List<NumberNode> numbers = new ArrayList<>(List.of((NumberNode) first));
        numbers.addAll(compiler.numbers(others, user));
        return new NumberNode.FirstDefined(numbers);
    }

    private Node defined() {
        arity(1, 1);
        Node operand = compiler.compile(arguments.get(0));
        if (operand instanceof TextNode text) {
            return new BooleanNode.TextPresent(text);
        }
        compiler.requireType(arguments.get(0), operand, Type.NUMBER, user);
        return new BooleanNode.NumberDefined((NumberNode) operand);
    }

    private Node membership() {
        arity(2, ANY);
        Node subject = compiler.compile(arguments.get(0));
        if (!(subject instanceof NumberNode)) {
            compiler.requireType(arguments.get(0), subject, Type.STRING, user);
        }
        List<Node> parts = new ArrayList<>(List.of(subject));
        List<BooleanNode> equalities = new ArrayList<>();
        for (ASTNode argument : arguments.subList(1, arguments.size())) {
            Node candidate = compiler.typed(argument, subject.type(), user);
            parts.add(candidate);
            equalities.add(compiler.equality(subject, Operator.EQUAL, argument, candidate));
        }
        return new BooleanNode.Membership(parts, equalities);
    }

    private Node has() {
        arity(2, ANY);
        Node list = compiler.typed(arguments.get(0), Type.STRING_LIST, user);
        List<TextNode> texts = compiler.texts(arguments.subList(1, arguments.size()), user);
        return new BooleanNode.Has((Node.ListReference) list, texts);
    }
}
