package dev.premia.domain.formula;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** First look at the text of a formula: size, closed texts and brackets; digit groups are joined without moving any column. */
final class SourceText {
    /** Longest formula; a longer one belongs into several KPIs. */
    static final int MAX_LENGTH = 4000;

    private static final Pattern PIECE = Pattern.compile("'(?:\\\\.|[^'\\\\])*+(?<single>')?"
            + "|\"(?:\\\\.|[^\"\\\\])*+(?<double>\")?"
            + "|[\\p{L}_][\\p{L}\\p{Nd}_]*+"
            + "|(?<grouped>[0-9]{1,3}(?:_[0-9]{3})++(?:\\.[0-9]++)?+(?![\\p{L}\\p{Nd}_]))"
            + "|[0-9]++"
            + "|(?<bracket>[()])");

    private SourceText() {}

    /**
     * The text with {@code 1_000_000} as {@code 1000000} and blanks behind the number.
     *
     * @throws FormulaException when it is empty, too long, or leaves a text or bracket open
     */
    static String prepare(String text) {
        if (text.isBlank()) {
            throw new FormulaException(text, 1, "empty formula", "nothing", "an expression", "");
        }
        if (text.length() > MAX_LENGTH) {
            throw new FormulaException(
                    text,
                    MAX_LENGTH + 1,
                    "formula too long",
                    text.length() + " characters",
                    "at most " + MAX_LENGTH,
                    "move parts of it into KPIs");
        }
        return joinDigitGroups(text);
    }

    private static String joinDigitGroups(String text) {
        StringBuilder joined = new StringBuilder(text);
        Deque<Integer> open = new ArrayDeque<>();
        Matcher piece = PIECE.matcher(text);
        while (piece.find()) {
            if (piece.group("bracket") != null) {
                bracket(text, piece, open);
            } else if (piece.group("grouped") != null) {
                String number = piece.group().replace("_", "");
                String blanks = " ".repeat(piece.group().length() - number.length());
                joined.replace(piece.start(), piece.end(), number + blanks);
            } else {
                checkClosed(text, piece);
            }
        }
        if (!open.isEmpty()) {
            throw new FormulaException(
                    text, open.peek() + 1, "bracket not closed", "`(` without `)`", "a closing `)`", "");
        }
        return joined.toString();
    }

    private static void bracket(String text, Matcher piece, Deque<Integer> open) {
        if (piece.group().equals("(")) {
            open.push(piece.start());
        } else if (open.isEmpty()) {
            throw new FormulaException(
                    text, piece.start() + 1, "bracket not opened", "`)` without `(`", "an operator or the end", "");
        } else {
            open.pop();
        }
    }

    private static void checkClosed(String text, Matcher piece) {
        char first = text.charAt(piece.start());
        boolean quoted = first == '\'' || first == '"';
        if (quoted && piece.group("single") == null && piece.group("double") == null) {
            throw new FormulaException(
                    text, piece.start() + 1, "text not closed", "the opening " + first, "a closing " + first, "");
        }
    }
}
