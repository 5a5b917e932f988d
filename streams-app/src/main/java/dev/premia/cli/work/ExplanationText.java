package dev.premia.cli.work;

import dev.premia.cli.Language;
import dev.premia.cli.Output;
import dev.premia.domain.plan.Phrase;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of explanations in the language of the output, with its numbers. What machines read stays as the ledger has
 * it.
 */
final class ExplanationText {
    /** Beyond these digits after the point a number says nothing more to people. */
    private static final int DIGITS = 6;

    /** A text in quotes, a name or the digits of a number; only the last is changed. */
    private static final Pattern TOKEN =
            Pattern.compile("'(?:[^']|'')*'|[\\p{L}_][\\p{L}\\d_]*|(?<digits>\\d[\\d_]*)(?<fraction>\\.\\d+)?");

    private final Output output;
    private final Style style = new Style();

    /** Numbers as the tables show them. */
    private final class Style implements Phrase.Style {
        @Override
        public String number(BigDecimal number) {
            return output.numbers().atMost(number, DIGITS);
        }

        @Override
        public String percent(BigDecimal percent) {
            return output.numbers().atMost(percent, DIGITS) + "%";
        }

        @Override
        public String formula(String formula) {
            return ExplanationText.this.formula(formula);
        }
    }

    ExplanationText(Output output) {
        this.output = output;
    }

    /** A rule, a step, a note or the reason of an undefined value. */
    String sentence(String text) {
        return Phrase.read(text).shown(output.language() == Language.RU, style);
    }

    /** The value of an input: a number, a text of the data, a truth value or {@code undefined}. */
    String value(String value) {
        return switch (value) {
            case "undefined" -> output.text("не определено", "undefined");
            case "true" -> output.text("да", "yes");
            case "false" -> output.text("нет", "no");
            default -> number(value);
        };
    }

    private String number(String value) {
        try {
            return style.number(new BigDecimal(value));
        } catch (NumberFormatException e) {
            // A text of the data, a segment for instance.
            return value;
        }
    }

    /**
     * A formula with its digits grouped. The point stays a point in Russian too: a comma separates the arguments of a function.
     */
    String formula(String formula) {
        Matcher token = TOKEN.matcher(formula);
        StringBuilder text = new StringBuilder();
        while (token.find()) {
            String digits = token.group("digits");
            String fraction = token.group("fraction");
            String shown = digits == null
                    ? token.group()
                    : output.numbers().exact(new BigDecimal(digits.replace("_", "")))
                            + (fraction == null ? "" : fraction);
            token.appendReplacement(text, Matcher.quoteReplacement(shown));
        }
        return token.appendTail(text).toString();
    }

    /** Why an entry was booked. */
    String reason(String reason) {
        return switch (reason) {
            case "cutoff" -> output.text("граница закрытого месяца", "cutoff of a closed month");
            case "facts" -> output.text("события", "events");
            case "reference" ->
                output.text("изменились план, цели или справочники", "a plan, targets or reference data changed");
            default -> reason;
        };
    }
}
