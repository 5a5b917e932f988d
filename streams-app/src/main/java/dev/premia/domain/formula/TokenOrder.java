package dev.premia.domain.formula;

import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Checks that values and operators alternate, that commas separate arguments only and that each {@code ?} has its {@code :}. The
 * library's tree builder alone would take {@code 1 2 +} for a sum and {@code max(1 2)} for two arguments.
 */
final class TokenOrder {
    static final String OPERATOR_HINT = "write digit groups as 1_000_000; multiplication is `*`";

    /** One open bracket, or the whole formula. */
    private static final class Level {
        private final boolean call;
        private final Deque<Token> questions = new ArrayDeque<>();

        Level(boolean call) {
            this.call = call;
        }
    }

    private final String text;
    private final Deque<Level> levels = new ArrayDeque<>();
    private boolean valueExpected = true;
    private Token previous;

    TokenOrder(String text) {
        this.text = text;
        levels.push(new Level(false));
    }

    void check(List<Token> tokens) {
        for (Token token : tokens) {
            accept(token);
            previous = token;
        }
        if (valueExpected) {
            throw problem(text.length() + 1, "missing value", "the end of the formula", "a value", "");
        }
        checkQuestionsAnswered();
    }

    private void accept(Token token) {
        switch (token.getType()) {
            case NUMBER_LITERAL, STRING_LITERAL, VARIABLE_OR_CONSTANT -> {
                needValuePlace(token);
                valueExpected = false;
            }
            case FUNCTION -> needValuePlace(token);
            case BRACE_OPEN -> {
                needValuePlace(token);
                levels.push(new Level(previous != null && previous.getType() == TokenType.FUNCTION));
            }
            case BRACE_CLOSE -> close(token);
            case COMMA -> comma(token);
            case PREFIX_OPERATOR -> prefix(token);
            case INFIX_OPERATOR -> infix(token);
            case POSTFIX_OPERATOR -> postfix(token);
            default ->
                throw problem(
                        token.getStartPosition(),
                        "misplaced character",
                        shown(token),
                        "a value or an operator",
                        "dots belong inside names such as line.amount and numbers such as 0.5");
        }
    }

    private void needValuePlace(Token token) {
        if (!valueExpected) {
            boolean afterPercent = previous.getType() == TokenType.POSTFIX_OPERATOR;
            throw problem(
                    token.getStartPosition(),
                    "missing operator",
                    shown(token),
                    "an operator before it",
                    afterPercent ? "`%` means percent; there is no modulo" : OPERATOR_HINT);
        }
    }

    private void needValueBefore(Token token) {
        if (valueExpected) {
            throw problem(token.getStartPosition(), "missing value", shown(token), "a value", "");
        }
    }

    private void close(Token token) {
        boolean emptyCall = levels.element().call && previous.getType() == TokenType.BRACE_OPEN;
        if (!emptyCall) {
            needValueBefore(token);
        }
        checkQuestionsAnswered();
        levels.pop();
        valueExpected = false;
    }

    private void comma(Token token) {
        needValueBefore(token);
        if (!levels.element().call) {
            throw problem(
                    token.getStartPosition(),
                    "misplaced comma",
                    shown(token),
                    "an operator",
                    "decimals have a point (0.5); commas separate the arguments of a function");
        }
        checkQuestionsAnswered();
        valueExpected = true;
    }

    /** The tree builder would end a stronger operator before its right side was read, as in {@code a = not b}. */
    private void prefix(Token token) {
        needValuePlace(token);
        boolean afterOperator = previous != null && previous.getOperatorDefinition() != null;
        if (afterOperator
                && Operator.of(previous).precedence() > Operator.of(token).precedence()) {
            throw problem(
                    token.getStartPosition(),
                    "missing brackets",
                    shown(token) + " right after " + shown(previous),
                    "`(` before " + shown(token),
                    "");
        }
    }

    private void infix(Token token) {
        needValueBefore(token);
        Level level = levels.element();
        if (Operator.of(token) == Operator.CHOOSE) {
            level.questions.push(token);
        } else if (Operator.of(token) == Operator.OTHERWISE) {
            if (level.questions.isEmpty()) {
                throw problem(
                        token.getStartPosition(),
                        "`:` without `?`",
                        shown(token),
                        "an operator",
                        "a choice is written condition ? a : b");
            }
            level.questions.pop();
        }
        valueExpected = true;
    }

    private void postfix(Token token) {
        if (previous == null || previous.getType() != TokenType.NUMBER_LITERAL) {
            throw problem(
                    token.getStartPosition(),
                    "misplaced percent sign",
                    shown(token),
                    "`%` right after a number",
                    "`%` means percent (5%); there is no modulo");
        }
    }

    private void checkQuestionsAnswered() {
        Token question = levels.element().questions.peek();
        if (question != null) {
            throw problem(
                    question.getStartPosition(),
                    "`?` without `:`",
                    shown(question),
                    "condition ? a : b",
                    "add `: b`, what applies when the condition is false");
        }
    }

    private static String shown(Token token) {
        return "`"
                + (token.getType() == TokenType.STRING_LITERAL ? NodeWriter.quoted(token.getValue()) : token.getValue())
                + "`";
    }

    private FormulaException problem(int column, String problem, String found, String expected, String hint) {
        return new FormulaException(text, column, problem, found, expected, hint);
    }
}
