package dev.premia.plandoc;

import dev.premia.domain.formula.Notation;
import dev.premia.domain.formula.Symbol;
import dev.premia.domain.plan.DealField;
import java.util.List;

/** Formulas as people read them: titles instead of names, mathematical signs, words for choices and functions. */
final class WordNotation implements Notation {
    private final PlanLanguage language;
    private final TermWords terms;
    private final PlanWords words;
    private final PlanNumbers numbers;

    WordNotation(PlanLanguage language, TermWords terms) {
        this.language = language;
        this.terms = terms;
        this.words = new PlanWords(language);
        this.numbers = new PlanNumbers(language);
    }

    @Override
    public String reference(String name, Symbol symbol) {
        if (symbol.handle() instanceof DealField.Attribute attribute) {
            return language.choose("поле ", "the field ") + language.quoted(attribute.name());
        } else if (symbol.handle() instanceof DealField) {
            return words.field(name);
        }
        return terms.of(name);
    }

    @Override
    public String number(String literal) {
        return PlanNumbers.isLiteral(literal) ? numbers.literal(literal) : literal;
    }

    @Override
    public String text(String value) {
        return language.quoted(value);
    }

    @Override
    public String operator(String symbol) {
        return switch (symbol) {
            case ">=" -> "≥";
            case "<=" -> "≤";
            case "!=" -> "≠";
            case "*" -> "×";
            case "-" -> "−";
            case "and" -> language.choose("и", "and");
            case "or" -> language.choose("или", "or");
            case "not" -> language.choose("не", "not");
            default -> symbol;
        };
    }

    @Override
    public String call(String function, List<String> arguments) {
        String all = "(" + String.join("; ", arguments) + ")";
        String others = String.join(", ", arguments.subList(1, arguments.size()));
        return switch (function) {
            case "max" -> language.choose("наибольшее из ", "the greatest of ") + all;
            case "min" -> language.choose("наименьшее из ", "the least of ") + all;
            case "abs" -> language.choose("модуль ", "the absolute value of ") + all;
            case "round" -> language.choose("округление ", "round ") + all;
            case "floor" -> language.choose("округление вниз ", "round down ") + all;
            case "ceil" -> language.choose("округление вверх ", "round up ") + all;
            case "coalesce" -> language.choose("первое определённое из ", "the first defined of ") + all;
            case "clamp" ->
                "(" + arguments.get(0) + language.choose(", но не менее ", ", at least ") + arguments.get(1)
                        + language.choose(" и не более ", " and at most ") + arguments.get(2) + ")";
            case "defined" -> "(" + arguments.get(0) + language.choose(" определено)", " is defined)");
            case "in" -> "(" + arguments.get(0) + language.choose(" — одно из: ", " is one of: ") + others + ")";
            case "has" ->
                "(" + arguments.get(0) + language.choose(": есть ", " contain ")
                        + String.join(language.choose(" или ", " or "), arguments.subList(1, arguments.size())) + ")";
            case "lower" -> arguments.get(0) + language.choose(" (без учёта регистра)", " (in small letters)");
            default -> function + all;
        };
    }

    @Override
    public String choice(String condition, String first, String second) {
        return language.choose("если ", "if ")
                + condition
                + language.choose(", то ", ", then ")
                + first
                + language.choose(", иначе ", ", otherwise ")
                + second;
    }

    /** A formula whose outermost brackets embrace all of it needs none. */
    static String withoutOuterBrackets(String text) {
        if (!text.startsWith("(") || !text.endsWith(")")) {
            return text;
        }
        int depth = 0;
        for (int i = 0; i < text.length() - 1; i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth == 0) {
                return text;
            }
        }
        return text.substring(1, text.length() - 1);
    }
}
