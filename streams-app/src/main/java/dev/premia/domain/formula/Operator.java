package dev.premia.domain.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.operators.OperatorIfc;
import com.ezylang.evalex.parser.Token;
import java.util.List;

/** Operators of the language: spellings (the first one is canonical), position, precedence and associativity. */
enum Operator implements OperatorIfc {
    // The two halves of `condition ? a : b` share one precedence and lean right, so a chain becomes one right spine.
    CHOOSE(Position.INFIX, 1, false, "?"),
    OTHERWISE(Position.INFIX, 1, false, ":"),
    OR(Position.INFIX, 10, true, "or", "||"),
    AND(Position.INFIX, 20, true, "and", "&&"),
    NOT(Position.PREFIX, 30, false, "not", "!"),
    EQUAL(Position.INFIX, 40, true, "=", "=="),
    NOT_EQUAL(Position.INFIX, 40, true, "!=", "<>"),
    LESS(Position.INFIX, 50, true, "<"),
    LESS_OR_EQUAL(Position.INFIX, 50, true, "<="),
    GREATER(Position.INFIX, 50, true, ">"),
    GREATER_OR_EQUAL(Position.INFIX, 50, true, ">="),
    PLUS(Position.INFIX, 60, true, "+"),
    MINUS(Position.INFIX, 60, true, "-"),
    TIMES(Position.INFIX, 70, true, "*"),
    DIVIDED_BY(Position.INFIX, 70, true, "/"),
    NEGATE(Position.PREFIX, 80, false, "-"),
    // Binds closer than the minus sign: -x ^ 2 is -(x ^ 2), as in mathematics.
    POWER(Position.INFIX, 90, false, "^"),
    PERCENT(Position.POSTFIX, 100, true, "%");

    enum Position {
        PREFIX,
        INFIX,
        POSTFIX
    }

    private final Position position;
    private final int precedence;
    private final boolean leftAssociative;
    private final List<String> spellings;

    Operator(Position position, int precedence, boolean leftAssociative, String... spellings) {
        this.position = position;
        this.precedence = precedence;
        this.leftAssociative = leftAssociative;
        this.spellings = List.of(spellings);
    }

    static Operator of(Token token) {
        return (Operator) token.getOperatorDefinition();
    }

    List<String> spellings() {
        return spellings;
    }

    String symbol() {
        return spellings.get(0);
    }

    Position position() {
        return position;
    }

    int precedence() {
        return precedence;
    }

    @Override
    public int getPrecedence() {
        return precedence;
    }

    @Override
    public int getPrecedence(ExpressionConfiguration configuration) {
        return precedence;
    }

    @Override
    public boolean isLeftAssociative() {
        return leftAssociative;
    }

    @Override
    public boolean isPrefix() {
        return position == Position.PREFIX;
    }

    @Override
    public boolean isPostfix() {
        return position == Position.POSTFIX;
    }

    @Override
    public boolean isInfix() {
        return position == Position.INFIX;
    }

    @Override
    public boolean isOperandLazy() {
        return false;
    }

    /** The parser library only parses; nothing in this package lets it evaluate. */
    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... operands)
            throws EvaluationException {
        throw new EvaluationException(token, "formulas are compiled, not evaluated by the parser");
    }
}
