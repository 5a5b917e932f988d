package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import dev.premia.domain.plan.own.FactKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Values of a plan file in words: numbers with their thousands, formulas by titles, fixed values by their meaning. */
final class ValueWords {
    /** Keys whose values are names, texts or dates. */
    private static final Set<String> VERBATIM = Set.of(
            "plan",
            "version",
            "valid_from",
            "valid_until",
            "source",
            "currency",
            "timezone",
            "title",
            "ru",
            "en",
            "id",
            "roles",
            "teams",
            "managers",
            "calendar",
            "sum",
            "distinct",
            "mean",
            "min",
            "max",
            "in_kind");

    /** Keys whose values are one of a few words. */
    private static final Set<String> CHOICES = Set.of(
            "period",
            "window",
            "fx",
            "shadow",
            "mode",
            "over",
            "bounds",
            "unit",
            "round",
            "curve_type",
            "inverse",
            "scope",
            "among",
            "ties",
            "accrue",
            "pay_on",
            "until",
            "refunds",
            "after_exit");

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** Keys whose numbers are shares, also where they are written as 0.05. */
    private static final Set<String> SHARES = Set.of("rate", "weight", "clamp", "booking", "payment");

    private final PlanLanguage language;
    private final PlanNumbers numbers;
    private final PlanWords words;
    private final WordNotation notation;

    ValueWords(PlanLanguage language, UnaryOperator<String> kpiTitles) {
        this.language = language;
        this.numbers = new PlanNumbers(language);
        this.words = new PlanWords(language);
        this.notation = new WordNotation(language, new TermWords(language, kpiTitles));
    }

    /** Whether the value of a key is a name, a text or a date, and no formula. */
    static boolean isVerbatim(String key, String text) {
        return VERBATIM.contains(key) || DATE.matcher(text).matches();
    }

    /** The value of a key. */
    String of(String key, PlanTree value) {
        if (value instanceof PlanTree.Text text) {
            return text(key, text.text());
        } else if (value instanceof PlanTree.Items list) {
            return switch (key) {
                case "curve" -> points(list.items());
                case "steps" -> String.join("; ", steps(list.items()));
                default ->
                    String.join(
                            "; ",
                            list.items().stream().map(each -> of(key, each)).toList());
            };
        }
        PlanTree.Fields fields = (PlanTree.Fields) value;
        if (key.equals("in_kind")) {
            return fields.text(
                    fields.text(language.choose("ru", "en")) == null
                            ? language.choose("en", "ru")
                            : language.choose("ru", "en"));
        }
        List<String> parts = new ArrayList<>();
        fields.fields().forEach((inner, each) -> parts.add(words.key(inner) + ": " + of(inner, each)));
        return String.join(", ", parts);
    }

    private String text(String key, String text) {
        if (isVerbatim(key, text)) {
            return text;
        } else if (CHOICES.contains(key) || text.equals("true") || text.equals("false")) {
            return words.value(text).orElse(text);
        } else if (key.equals("from") && FactKind.find(text).isPresent()) {
            return words.value(text).orElse(text);
        } else if (key.equals("share_by") && words.value(text).isPresent()) {
            return words.value(text).get();
        } else if (key.equals("where")) {
            return WordNotation.withoutOuterBrackets(LooseFormulas.ofDeals(notation, text));
        }
        boolean share = SHARES.contains(key) && PlanNumbers.isLiteral(text);
        return share ? numbers.percent(PlanNumbers.valueOf(text)) : formula(text);
    }

    /** A number or a formula. */
    String formula(String text) {
        return PlanNumbers.isLiteral(text)
                ? numbers.literal(text)
                : LooseFormulas.in(notation, text)
                        .map(WordNotation::withoutOuterBrackets)
                        .orElse(text);
    }

    /** Points of a curve: {@code 80 % pays 0 %; 100 % pays 100 %}. */
    String points(List<PlanTree> points) {
        List<String> shown = new ArrayList<>();
        for (PlanTree point : points) {
            if (point instanceof PlanTree.Items pair && pair.items().size() == 2) {
                shown.add(of("weight", pair.items().get(0))
                        + language.choose(" даёт ", " pays ")
                        + of("weight", pair.items().get(1)));
            }
        }
        return String.join("; ", shown);
    }

    /** Every step with what it pays. */
    private List<String> steps(List<PlanTree> steps) {
        List<String> shown = new ArrayList<>();
        for (StepBand band : StepBand.of(steps)) {
            shown.add(band(band) + ": " + pay(band.step()));
        }
        return shown;
    }

    /** A band in short: {@code up to 1,000,000}. */
    String band(StepBand band) {
        if (band.to() != null) {
            return language.choose("до ", "up to ") + formula(band.to());
        }
        return band.from() == null
                ? language.choose("любое значение", "any value")
                : language.choose("свыше ", "above ") + formula(band.from());
    }

    /** What a step pays. */
    String pay(PlanTree.Fields step) {
        String rate = step.text("rate");
        return rate != null
                ? text("rate", rate)
                : formula(step.text("pay")) + language.choose(" суммой", " as an amount");
    }

    /** Fields but those named, in words. */
    String others(Map<String, PlanTree> fields, Set<String> known) {
        List<String> parts = new ArrayList<>();
        fields.forEach((key, value) -> {
            if (!known.contains(key)) {
                parts.add(words.key(key) + ": " + of(key, value));
            }
        });
        return String.join("; ", parts);
    }
}
