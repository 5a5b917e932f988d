package dev.premia.domain.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns a syntax tree into typed nodes; everything that can be wrong before run time is found here. One instance per formula. */
final class Compiler {
    /** Deeper trees are refused, so that evaluation cannot exhaust the stack. */
    private static final int MAX_DEPTH = 200;

    private static final int MAX_DIGITS = 34;
    private static final int MAX_EXPONENT = 99;
    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private final String text;
    private final Names names;
    private final CallerCalls calls;
    private final Map<Object, Node.Reference> references = new LinkedHashMap<>();
    private int referencesSeen;
    private int depth;

    Compiler(String text, Names names) {
        this.text = text;
        this.names = names;
        this.calls = new CallerCalls(this, names);
    }

    /** References in order of first appearance, by handle. */
    Map<Object, Node.Reference> references() {
        return references;
    }

    /** To be paired with {@link #leave} around everything that nests. */
    void enter(ASTNode syntax) {
        if (++depth > MAX_DEPTH) {
            throw problem(
                    syntax, "formula too deep", "more than " + MAX_DEPTH + " nested parts", "fewer", "use more KPIs");
        }
    }

    void leave() {
        depth--;
    }

    Node compile(ASTNode syntax) {
        enter(syntax);
        Token token = syntax.getToken();
        Node node =
                switch (token.getType()) {
                    case NUMBER_LITERAL -> literal(syntax);
                    case STRING_LITERAL -> new TextNode.TextLiteral(token.getValue());
                    case VARIABLE_OR_CONSTANT -> name(syntax);
                    case FUNCTION -> call(syntax);
                    case PREFIX_OPERATOR -> prefix(syntax);
                    case POSTFIX_OPERATOR -> percent(syntax);
                    case INFIX_OPERATOR -> infix(syntax);
                    default -> throw problem(syntax, "not a formula", "`" + token.getValue() + "`", "a value", "");
                };
        leave();
        return node;
    }

    NumberNode number(ASTNode syntax, String user) {
        return (NumberNode) typed(syntax, Type.NUMBER, user);
    }

    BooleanNode condition(ASTNode syntax, String user) {
        return (BooleanNode) typed(syntax, Type.BOOLEAN, user);
    }

    TextNode text(ASTNode syntax, String user) {
        return (TextNode) typed(syntax, Type.STRING, user);
    }

    /** Compiles a part that {@code user} (an operator or function) needs to be of one type. */
    Node typed(ASTNode syntax, Type expected, String user) {
        Node node = compile(syntax);
        requireType(syntax, node, expected, user);
        return node;
    }

    void requireType(ASTNode syntax, Node node, Type expected, String user) {
        if (node.type() != expected) {
            throw problem(
                    syntax,
                    "wrong type for " + user,
                    described(node),
                    expected.description(),
                    TypeHint.of(node, expected));
        }
    }

    /** The value of a part without any reference to the caller's values, or null when it has one. */
    Value constant(NumberNode node, int seenBefore) {
        return referencesSeen == seenBefore ? node.value(null) : null;
    }

    int referencesSeen() {
        return referencesSeen;
    }

    static String described(Node node) {
        return node.type().description() + " `" + NodeWriter.canonical(node) + "`";
    }

    FormulaException problem(ASTNode at, String problem, String found, String expected, String hint) {
        return new FormulaException(text, column(at), problem, found, expected, hint);
    }

    FormulaException problem(int column, String problem, String found, String expected, String hint) {
        return new FormulaException(text, column, problem, found, expected, hint);
    }

    /** Where a part begins: its leftmost token. */
    static int column(ASTNode syntax) {
        int column = syntax.getToken().getStartPosition();
        ASTNode leftmost = syntax;
        while (leftmost.getToken().getType() != TokenType.FUNCTION
                && !leftmost.getParameters().isEmpty()) {
            leftmost = leftmost.getParameters().get(0);
            column = Math.min(column, leftmost.getToken().getStartPosition());
        }
        return column;
    }

    NumberNode.Literal literal(ASTNode syntax) {
        BigDecimal value = decimal(syntax);
        return new NumberNode.Literal(Value.of(value), plain(value));
    }

    NumberNode.Literal percent(ASTNode syntax) {
        BigDecimal value = decimal(syntax.getParameters().get(0));
        return new NumberNode.Literal(Value.of(value.movePointLeft(2)), plain(value) + "%");
    }

    private BigDecimal decimal(ASTNode syntax) {
        String digits = syntax.getToken().getValue();
        if (!PLAIN_NUMBER.matcher(digits).matches()) {
            throw problem(
                    syntax, "not a decimal number", "`" + digits + "`", "digits with at most one point", "write 0.5");
        }
        BigDecimal value = new BigDecimal(digits);
        if (value.precision() > MAX_DIGITS || value.scale() > MAX_DIGITS) {
            throw problem(syntax, "number too long", digits, "at most " + MAX_DIGITS + " digits", "");
        }
        return value;
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private Node name(ASTNode syntax) {
        String name = syntax.getToken().getValue();
        if (isBooleanLiteral(name)) {
            return new BooleanNode.BooleanLiteral(name.equalsIgnoreCase("true"));
        }
        return names.variable(name)
                .map(symbol -> reference(name, symbol))
                .orElseThrow(() -> unknownVariable(syntax, name));
    }

    static boolean isBooleanLiteral(String name) {
        return name.equalsIgnoreCase("true") || name.equalsIgnoreCase("false");
    }

    private FormulaException unknownVariable(ASTNode syntax, String name) {
        boolean function = BuiltIns.NAMES.contains(name) || names.function(name).isPresent();
        String hint = function
                ? "`" + name + "` is a function: write " + name + "(...)"
                : NearestName.hint(name, names.known());
        return problem(syntax, "unknown name", "`" + name + "`", "a known name", hint);
    }

    Node reference(String name, Symbol symbol) {
        referencesSeen++;
        Node.Reference reference =
                switch (symbol.type()) {
                    case NUMBER -> new NumberNode.NumberReference(name, symbol);
                    case BOOLEAN -> new BooleanNode.BooleanReference(name, symbol);
                    case STRING -> new TextNode.TextReference(name, symbol);
                    case STRING_LIST -> new Node.ListReference(name, symbol);
                };
        references.putIfAbsent(symbol.handle(), reference);
        return reference;
    }

    private Node call(ASTNode syntax) {
        String function = syntax.getToken().getValue();
        return BuiltIns.NAMES.contains(function) ? BuiltIns.compile(this, syntax) : calls.compile(syntax);
    }

    private Node prefix(ASTNode syntax) {
        ASTNode operand = syntax.getParameters().get(0);
        return Operator.of(syntax.getToken()) == Operator.NOT
                ? new BooleanNode.Not(condition(operand, "`not`"))
                : new NumberNode.Negation(number(operand, "`-`"));
    }

    private Node infix(ASTNode syntax) {
        Operator operator = Operator.of(syntax.getToken());
        ASTNode left = syntax.getParameters().get(0);
        ASTNode right = syntax.getParameters().get(1);
        String user = "`" + operator.symbol() + "`";
        return switch (operator) {
            case PLUS, MINUS, TIMES -> new NumberNode.Arithmetic(number(left, user), operator, number(right, user));
            case DIVIDED_BY -> division(left, right);
            case POWER -> new NumberNode.Power(number(left, user), exponent(right));
            case AND, OR -> new BooleanNode.Logic(condition(left, user), operator, condition(right, user));
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL ->
                new BooleanNode.Comparison(number(left, user), operator, number(right, user));
            case EQUAL, NOT_EQUAL -> equality(compile(left), operator, right, compile(right));
            case CHOOSE, OTHERWISE -> new ChoiceReader(this, syntax).read();
            case NOT, NEGATE, PERCENT -> throw new IllegalStateException("not an infix operator: " + operator);
        };
    }

    private NumberNode division(ASTNode left, ASTNode right) {
        NumberNode dividend = number(left, "`/`");
        int seenBefore = referencesSeen;
        NumberNode divisor = number(right, "`/`");
        if (constant(divisor, seenBefore) instanceof Value.Defined constant
                && constant.amount().signum() == 0) {
            throw problem(
                    right,
                    "division by zero",
                    "the divisor `" + NodeWriter.canonical(divisor) + "`, which is always 0",
                    "a divisor other than 0",
                    "");
        }
        return NumberNode.Division.of(dividend, divisor);
    }

    private int exponent(ASTNode syntax) {
        if (syntax.getToken().getType() == TokenType.NUMBER_LITERAL) {
            BigDecimal exponent = decimal(syntax);
            if (exponent.stripTrailingZeros().scale() <= 0
                    && exponent.compareTo(BigDecimal.valueOf(MAX_EXPONENT)) <= 0) {
                return exponent.intValueExact();
            }
        }
        throw problem(
                syntax,
                "wrong exponent",
                "`" + syntax.getToken().getValue() + "`",
                "a whole number from 0 to " + MAX_EXPONENT,
                "");
    }

    /** {@code =} and {@code !=} of two numbers, two texts or two conditions; a list is equal to each text that it contains. */
    BooleanNode equality(Node left, Operator operator, ASTNode rightSyntax, Node right) {
        String user = "`" + operator.symbol() + "`";
        if (left instanceof Node.ListReference list) {
            requireType(rightSyntax, right, Type.STRING, user);
            BooleanNode contains = new BooleanNode.Has(list, List.of((TextNode) right));
            return operator == Operator.EQUAL ? contains : new BooleanNode.Not(contains);
        }
        requireType(rightSyntax, right, left.type(), user);
        if (left instanceof NumberNode first && right instanceof NumberNode second) {
            return new BooleanNode.Comparison(first, operator, second);
        }
        if (left instanceof TextNode first && right instanceof TextNode second) {
            return new BooleanNode.TextEquality(first, operator, second);
        }
        return new BooleanNode.Logic((BooleanNode) left, operator, (BooleanNode) right);
    }

    /** A choice between two branches of one type. */
    Node choice(BooleanNode condition, ASTNode firstSyntax, Node first, ASTNode secondSyntax, Node second) {
        if (first.type() == Type.STRING_LIST) {
            requireType(firstSyntax, first, Type.STRING, "a choice");
        }
        requireType(secondSyntax, second, first.type(), "the second branch of a choice");
        if (first instanceof NumberNode a && second instanceof NumberNode b) {
            return new NumberNode.NumberChoice(condition, a, b);
        }
        if (first instanceof TextNode a && second instanceof TextNode b) {
            return new TextNode.TextChoice(condition, a, b);
        }
        return new BooleanNode.BooleanChoice(condition, (BooleanNode) first, (BooleanNode) second);
    }

    List<NumberNode> numbers(List<ASTNode> syntax, String user) {
        List<NumberNode> numbers = new ArrayList<>(syntax.size());
        syntax.forEach(argument -> numbers.add(number(argument, user)));
        return numbers;
    }

    List<TextNode> texts(List<ASTNode> syntax, String user) {
        List<TextNode> texts = new ArrayList<>(syntax.size());
        syntax.forEach(argument -> texts.add(text(argument, user)));
        return texts;
    }
}
