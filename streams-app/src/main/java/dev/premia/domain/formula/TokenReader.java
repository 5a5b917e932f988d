package dev.premia.domain.formula;

import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.ShuntingYardConverter;
import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import com.ezylang.evalex.parser.Tokenizer;
import java.util.ArrayList;
import java.util.List;

/** Text to syntax tree: the library cuts the tokens and builds the tree, the order of the tokens is checked here in between. */
final class TokenReader {
    private TokenReader() {}

    /** @throws FormulaException when the text is not an expression */
    static ASTNode read(String text) {
        String prepared = SourceText.prepare(text);
        try {
            List<Token> tokens = joinDottedNames(new Tokenizer(prepared, Grammar.CONFIGURATION).parse());
            new TokenOrder(text).check(tokens);
            return new ShuntingYardConverter(prepared, tokens, Grammar.CONFIGURATION).toAbstractSyntaxTree();
        } catch (ParseException e) {
            throw translated(text, e);
        }
    }

    private static List<Token> joinDottedNames(List<Token> tokens) {
        List<Token> joined = new ArrayList<>(tokens.size());
        int next = 0;
        while (next < tokens.size()) {
            Token token = tokens.get(next++);
            while (token.getType() == TokenType.VARIABLE_OR_CONSTANT && isDotAndName(token, tokens, next)) {
                String name = token.getValue() + "." + tokens.get(next + 1).getValue();
                token = new Token(token.getStartPosition(), name, TokenType.VARIABLE_OR_CONSTANT);
                next += 2;
            }
            joined.add(token);
        }
        return joined;
    }

    /** Whether a dot and a name follow without a blank between. */
    private static boolean isDotAndName(Token name, List<Token> tokens, int next) {
        if (next + 1 >= tokens.size()) {
            return false;
        }
        Token dot = tokens.get(next);
        Token part = tokens.get(next + 1);
        return dot.getType() == TokenType.STRUCTURE_SEPARATOR
                && part.getType() == TokenType.VARIABLE_OR_CONSTANT
                && dot.getStartPosition()
                        == name.getStartPosition() + name.getValue().length()
                && part.getStartPosition() == dot.getStartPosition() + 1;
    }

    private static FormulaException translated(String text, ParseException e) {
        int column = Math.min(Math.max(e.getStartPosition(), 1), text.length() + 1);
        String message = String.valueOf(e.getMessage());
        String found = "`" + e.getTokenString() + "`";
        if (message.startsWith("Missing operator")) {
            return new FormulaException(
                    text, column, "missing operator", found, "an operator before it", TokenOrder.OPERATOR_HINT);
        }
        if (message.startsWith("Undefined operator")) {
            return new FormulaException(
                    text, column, "unknown character", found, "an operator, a name or a number", "");
        }
        if (message.startsWith("Unexpected token")) {
            return new FormulaException(text, column, "missing value", found, "a value", "");
        }
        return new FormulaException(text, column, "not a formula: " + message, found, "an expression", "");
    }
}
