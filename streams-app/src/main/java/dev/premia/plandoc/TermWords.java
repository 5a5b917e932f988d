package dev.premia.plandoc;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Names and calls of formulas in words: {@code attainment(team(revenue))} as "attainment of “Revenue” of the team". */
final class TermWords {
    private final PlanLanguage language;
    private final UnaryOperator<String> titles;
    private final PlanNumbers numbers;

    /** @param titles the title of a KPI by its name; the name where it has none */
    TermWords(PlanLanguage language, UnaryOperator<String> titles) {
        this.language = language;
        this.titles = titles;
        this.numbers = new PlanNumbers(language);
    }

    /** A name or call in canonical spelling. */
    String of(String term) {
        int open = term.indexOf('(');
        if (open < 0 || !term.endsWith(")")) {
            return title(term, "");
        }
        String name = term.substring(0, open);
        List<String> arguments = arguments(term.substring(open + 1, term.length() - 1));
        if (name.equals("coefficient")) {
            return language.choose("личный коэффициент ", "the personal coefficient ")
                    + language.quoted(arguments.get(0));
        }
        boolean literal =
                PlanNumbers.isLiteral(arguments.get(0)) || arguments.get(0).startsWith("'");
        if (arguments.size() == 1 && !literal) {
            return ofFunction(name, of(arguments.get(0)));
        }
        return title(
                name,
                " (" + String.join("; ", arguments.stream().map(this::argument).toList()) + ")");
    }

    private String ofFunction(String name, String inner) {
        return switch (name) {
            case "target" -> language.choose("план по показателю ", "the target of ") + inner;
            case "attainment" -> language.choose("выполнение плана по показателю ", "the attainment of ") + inner;
            case "previous" -> language.choose("прошлый период показателя ", "the previous ") + inner;
            case "growth" -> language.choose("прирост показателя ", "the growth of ") + inner;
            case "team" -> inner + language.choose(" команды", " of the team");
            case "company" -> inner + language.choose(" компании", " of the company");
            case "rank" -> language.choose("место среди коллег по показателю ", "the rank among peers by ") + inner;
            case "best" ->
                language.choose("лучшее среди коллег значение показателя ", "the best value among peers of ") + inner;
            case "deviation" ->
                language.choose("отклонение от коллег по показателю ", "the deviation from peers by ") + inner;
            default -> name + "(" + inner + ")";
        };
    }

    private String title(String name, String parameters) {
        String title = titles.apply(name);
        return title.equals(name) ? name + parameters : language.quoted(title + parameters);
    }

    private String argument(String argument) {
        return PlanNumbers.isLiteral(argument) ? numbers.literal(argument) : argument;
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && depth == 0) {
                arguments.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        arguments.add(text.substring(start).strip());
        return arguments;
    }
}
