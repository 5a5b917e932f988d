package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import dev.premia.domain.kpi.KpiCatalogue;
import dev.premia.domain.kpi.KpiDefinition;
import dev.premia.domain.plan.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of the KPIs that a plan reads: title, name, definition. */
final class KpiRows {
    private static final Set<String> KNOWN = Set.of(
            "title",
            "formula",
            "of",
            "where",
            "index",
            "streak",
            "best_of",
            "last",
            "from",
            "sum",
            "count",
            "distinct",
            "mean",
            "min",
            "max",
            "ratio");
    private static final List<String> AGGREGATIONS = List.of("sum", "distinct", "mean", "min", "max");
    private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern NAME = Pattern.compile("[a-z]+(?:_[a-z0-9]+)+");

    private final PlanSource source;
    private final PlanLanguage language;
    private final ValueWords values;
    private final PlanWords words;

    KpiRows(PlanSource source, PlanLanguage language, ValueWords values) {
        this.source = source;
        this.language = language;
        this.values = values;
        this.words = new PlanWords(language);
    }

    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, Term> each :
                new TermWalk().termsOf(source.plan()).entrySet()) {
            String definition = each.getValue() instanceof Term.Kpi kpi ? ofCatalogue(kpi) : ofPlan(each.getKey());
            rows.add(List.of(Marks.strong(title(each.getKey())), Marks.code(each.getKey()), definition));
        }
        return rows;
    }

    private String title(String name) {
        String bare = withoutCall(name);
        String parameters = bare.equals(name) ? "" : " " + name.substring(bare.length());
        return source.kpiTitle(bare, language) + parameters;
    }

    private static String withoutCall(String name) {
        int open = name.indexOf('(');
        return open < 0 ? name : name.substring(0, open);
    }

    private String ofCatalogue(Term.Kpi kpi) {
        KpiDefinition definition = kpi.definition();
        return language == PlanLanguage.RU
                ? PlanWords.russianDefinition(withoutCall(definition.name())).orElseGet(definition::formula)
                : withTitles(definition.formula());
    }

    /** Definitions of the catalogue name other KPIs; people know them by their titles. A single word is a name only in a formula. */
    private String withTitles(String definition) {
        boolean formula = WORD.matcher(definition).results().allMatch(word -> KpiCatalogue.find(word.group())
                .isPresent());
        return (formula ? WORD : NAME)
                .matcher(definition)
                .replaceAll(name -> Matcher.quoteReplacement(KpiCatalogue.find(name.group())
                        .map(kpi -> language.quoted(kpi.titleEn()))
                        .orElse(name.group())));
    }

    private String ofPlan(String name) {
        PlanTree.Fields kpi = source.tree().fields("kpis").fields(name);
        StringBuilder text = new StringBuilder();
        if (kpi.text("streak") != null) {
            text.append(language.choose(
                            "сколько периодов подряд, до этого включительно, выполняется: ",
                            "windows in a row, up to and with this one, in which holds: "))
                    .append(values.of("when", kpi.get("streak")))
                    .append(language.choose("; не больше ", "; at most "))
                    .append(kpi.text("last"));
        } else if (kpi.text("best_of") != null) {
            text.append(language.choose(
                            "лучшее значение за предыдущие периоды (", "the best value of the windows before ("))
                    .append(kpi.text("last"))
                    .append("): ")
                    .append(values.of("formula", kpi.get("best_of")));
        } else if (kpi.text("formula") != null) {
            text.append(values.of("formula", kpi.get("formula")));
        } else if (kpi.text("of") != null) {
            text.append(values.of("of", kpi.get("of")))
                    .append(language.choose(" по сделкам, для которых: ", " over deals with: "))
                    .append(values.of("where", kpi.get("where")));
        } else if (kpi.get("index") != null) {
            text.append(index(kpi.items("index")));
        } else if (kpi.get("ratio") != null) {
            text.append(ratio(kpi.items("ratio")));
        } else {
            text.append(measured(kpi));
        }
        String further = values.others(kpi.fields(), KNOWN);
        return further.isEmpty() ? text.toString() : text + "; " + further;
    }

    private String ratio(List<PlanTree> parts) {
        return String.join(
                " / ",
                parts.stream()
                        .map(part -> part instanceof PlanTree.Fields fields
                                ? "(" + measured(fields) + ")"
                                : values.of("formula", part))
                        .toList());
    }

    /** {@code sum of line.amount over won deals with: ...}. */
    private String measured(PlanTree.Fields kpi) {
        String what = AGGREGATIONS.stream()
                .filter(key -> kpi.text(key) != null)
                .map(key -> words.key(key) + language.choose(" поля ", " of ") + Marks.code(kpi.text(key)))
                .findFirst()
                .orElse(words.key("count"));
        String all = what + language.choose(": ", " over ") + values.of("from", kpi.get("from"));
        return kpi.get("where") == null
                ? all
                : all + language.choose(", для которых: ", " with: ") + values.of("where", kpi.get("where"));
    }

    private String index(List<PlanTree> lines) {
        List<String> parts = new ArrayList<>();
        for (PlanTree each : lines) {
            PlanTree.Fields line = (PlanTree.Fields) each;
            PlanTree clamp = line.get("clamp");
            String limits = clamp == null
                    ? language.choose("от 0 % до 200 %", "0 % to 200 %")
                    : values.of("clamp", clamp).replace("; ", language.choose(" до ", " to "));
            boolean inverse = "true".equals(line.text("inverse"));
            parts.add(values.of("weight", line.get("weight")) + " × "
                    + (inverse
                            ? language.choose("план / значение показателя ", "target / value of ")
                            : language.choose("выполнение плана по показателю ", "the attainment of "))
                    + values.of("kpi", line.get("kpi")) + language.choose(" (в пределах ", " (within ") + limits + ")");
        }
        return language.choose("сумма: ", "the sum of: ") + String.join("; ", parts);
    }
}
