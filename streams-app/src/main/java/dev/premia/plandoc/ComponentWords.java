package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Component;
import dev.premia.domain.plan.PayRule;
import dev.premia.domain.plan.PlanVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One component in plain words: what it pays, under which condition, by which scale, with an example. Keys that these words do not know are listed by
 * name and value, so that nothing a plan says is ever left out.
 */
final class ComponentWords {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "title",
            "window",
            "when",
            "where",
            "cap",
            "rate",
            "of",
            "pay",
            "per",
            "tiers",
            "by",
            "target_bonus",
            "scorecard",
            "unit",
            "badge",
            "pay_on",
            "hold",
            "refunds");
    private static final Set<String> OF_GROUPS = Set.of(
            "scope",
            "pool",
            "share_by",
            "weights",
            "rank_by",
            "among",
            "prizes",
            "pot",
            "minimum",
            "ties",
            "second",
            "accrue",
            "grace",
            "days");
    private static final Pattern QUOTED = Pattern.compile("«[^»]*»|“[^”]*”");
    private static final Pattern OPERATOR = Pattern.compile("[-+−×/=<>≥≤≠;]|, ");
    private static final Set<String> HEAD = Set.of("id", "title", "window", "when", "where", "cap");

    private final PlanSource source;
    private final PlanLanguage language;
    private final ValueWords values;
    private final PlanWords words;
    private final PlanNumbers numbers;
    private final PlanVersion plan;

    ComponentWords(PlanSource source, PlanLanguage language, ValueWords values) {
        this.source = source;
        this.language = language;
        this.values = values;
        this.words = new PlanWords(language);
        this.numbers = new PlanNumbers(language);
        this.plan = source.plan();
    }

    private String text(String ru, String en) {
        return language.choose(ru, en);
    }

    List<Block> of(Component component) {
        PlanTree.Fields fields = fields(component.id());
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(sentence(component, fields)));
        formula(component.rule(), fields)
                .ifPresent(formula ->
                        blocks.add(new Block.Paragraph(Marks.strong(text("Формула. ", "Formula. ")) + formula)));
        if (fields.get("tiers") instanceof PlanTree.Fields) {
            blocks.addAll(new ScaleWords(language, values, unitOf(fields)).of(fields));
        }
        if (!fields.items("scorecard").isEmpty()) {
            blocks.addAll(scorecard(fields.items("scorecard")));
        }
        List<String> terms = terms(component, fields);
        if (!terms.isEmpty()) {
            blocks.add(new Block.Bullets(false, terms));
        }
        if (canBeShown(component, fields)) {
            new WorkedExample(source, language)
                    .of(component)
                    .ifPresent(example ->
                            blocks.add(new Block.Paragraph(Marks.strong(text("Пример. ", "Example. ")) + example)));
        }
        return blocks;
    }

    /** A key that the example does not know of might change what it says. */
    private static boolean canBeShown(Component component, PlanTree.Fields fields) {
        Set<String> keys = new HashSet<>(fields.fields().keySet());
        if (component.isShared()) {
            keys.removeAll(OF_GROUPS);
        }
        return KNOWN.containsAll(keys);
    }

    private PlanTree.Fields fields(String id) {
        for (PlanTree each : source.tree().items("components")) {
            if (each instanceof PlanTree.Fields fields && id.equals(fields.text("id"))) {
                return fields;
            }
        }
        throw new IllegalStateException("the file has no component " + id);
    }

    private String sentence(Component component, PlanTree.Fields fields) {
        String window = component.window().name().toLowerCase(Locale.ROOT);
        String each = text("За ", "For each ")
                + text(words.per(window), words.value(window).orElse(window)) + " ";
        PayRule rule = component.rule();
        if (rule instanceof PayRule.Rate) {
            String of = language.choose(" от величины ", " of ") + bracketed("of", fields);
            return PlanNumbers.isLiteral(fields.text("rate"))
                    ? each + text("платится ", "the plan pays ") + values.of("rate", fields.get("rate")) + of + "."
                    : each
                            + text(
                                    "платится доля, которая зависит от результата,",
                                    "the plan pays a share that depends on the result,")
                            + of + ".";
        } else if (fields.get("badge") != null) {
            return each
                    + text(
                            "присваивается значок, если условие выполнено.",
                            "the badge is held if the condition is met.");
        } else if (rule instanceof PayRule.Fixed fixed) {
            return each
                    + (fixed.per() == null
                            ? text("платится один раз ", "the plan pays once ") + amount(fields.text("pay"), fields)
                                    + "."
                            : text("платится ", "the plan pays ")
                                    + amount(fields.text("pay"), fields)
                                    + text(" за каждую единицу показателя ", " for each unit of ")
                                    + values.of("per", fields.get("per"))
                                    + text(
                                            "; неполная единица считается в своей доле.",
                                            "; a part of a unit counts by its part."));
        } else if (rule instanceof PayRule.Tiers || rule instanceof PayRule.Deals) {
            return each + text("платится по шкале.", "the plan pays by this scale.");
        } else if (rule instanceof PayRule.Scorecard) {
            return each
                    + text(
                            "платится целевая премия, умноженная на итог карты показателей.",
                            "the plan pays the target bonus times the result of the scorecard.");
        }
        String shared = ofGroup(rule, fields);
        if (shared != null) {
            return each + shared;
        }
        return each + text("платится по правилу: ", "this rule pays: ") + values.others(fields.fields(), HEAD) + ".";
    }

    /** A pool or a contest in a sentence; null for other rules. */
    private String ofGroup(PayRule rule, PlanTree.Fields fields) {
        if (rule instanceof PayRule.Pool) {
            return text("члены группы делят общую премию: ", "the members of the group share a pool: ")
                    + amount(fields.text("pool"), fields) + ".";
        } else if (rule instanceof PayRule.Contest) {
            return text("призы получают те, у кого больше всего ", "prizes go to those who have most of ")
                    + values.of("rank_by", fields.get("rank_by")) + ".";
        }
        return null;
    }

    private Optional<String> formula(PayRule rule, PlanTree.Fields fields) {
        if (rule instanceof PayRule.Rate) {
            return Optional.of(
                    text("Выплата = ", "Pay = ") + bracketed("rate", fields) + " × " + bracketed("of", fields) + ".");
        } else if (fields.get("badge") != null) {
            return Optional.empty();
        } else if (rule instanceof PayRule.Fixed fixed) {
            String pay = amount(fields.text("pay"), fields);
            return Optional.of(text("Выплата = ", "Pay = ")
                    + (fixed.per() == null ? pay : inBrackets(pay) + " × " + bracketed("per", fields)) + ".");
        } else if (rule instanceof PayRule.Scorecard) {
            return Optional.of(text("Выплата = ", "Pay = ")
                    + inBrackets(amount(fields.text("target_bonus"), fields))
                    + text(" × сумма (вес × доля по кривой).", " × the sum of (weight × payout of the curve)."));
        }
        return Optional.empty();
    }

    private String bracketed(String key, PlanTree.Fields fields) {
        return key.equals("of") && PlanNumbers.isLiteral(fields.text(key))
                ? amount(fields.text(key), fields)
                : inBrackets(values.of(key, fields.get(key)));
    }

    /** A factor that is a sum or a choice needs brackets; a name or a number needs none. */
    private String inBrackets(String factor) {
        String outside = QUOTED.matcher(factor).replaceAll("");
        return OPERATOR.matcher(outside).find() ? "(" + factor + ")" : factor;
    }

    private String amount(String text, PlanTree.Fields fields) {
        return PlanNumbers.isLiteral(text)
                ? numbers.money(PlanNumbers.valueOf(text), unitOf(fields))
                : values.formula(text);
    }

    private String unitOf(PlanTree.Fields fields) {
        return Currencies.POINTS.equals(fields.text("unit")) ? Currencies.POINTS : plan.currency();
    }

    private List<Block> scorecard(List<PlanTree> lines) {
        List<List<String>> rows = new ArrayList<>();
        List<String> further = new ArrayList<>();
        for (PlanTree each : lines) {
            PlanTree.Fields line = (PlanTree.Fields) each;
            boolean inverse = "true".equals(line.text("inverse"));
            boolean stepped = "step".equals(line.text("curve_type"));
            rows.add(List.of(
                    values.of("kpi", line.get("kpi")),
                    values.of("weight", line.get("weight")),
                    inverse ? text("план / значение", "target / value") : text("значение / план", "value / target"),
                    values.points(line.items("curve")),
                    words.value(stepped ? "step" : "linear").orElse("")));
            String others = values.others(line.fields(), Set.of("kpi", "weight", "curve", "curve_type", "inverse"));
            if (!others.isEmpty()) {
                further.add(values.of("kpi", line.get("kpi")) + ": " + others);
            }
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Grid(
                List.of(
                        text("Показатель", "KPI"),
                        text("Вес", "Weight"),
                        text("Выполнение", "Attainment"),
                        text("Кривая выплат", "Payout curve"),
                        text("Между точками", "Between points")),
                rows));
        blocks.add(new Block.Paragraph(text(
                "Ниже первой точки кривой показатель не даёт ничего, выше последней — столько же, сколько в ней.",
                "Below the first point of its curve a KPI gives nothing, above the last one as much as there.")));
        if (!further.isEmpty()) {
            blocks.add(new Block.Bullets(false, further));
        }
        return blocks;
    }

    private List<String> terms(Component component, PlanTree.Fields fields) {
        List<String> terms = new ArrayList<>();
        if (component.when() != null) {
            terms.add(text("Условие: ", "Condition: ")
                    + values.of("when", fields.get("when"))
                    + text(
                            ". Если оно не выполнено, выплата равна 0.",
                            ". Where it is not met, the component pays 0."));
        }
        if (fields.text("where") != null) {
            terms.add(text("Учитываются только сделки, для которых: ", "Only deals count with: ")
                    + values.of("where", fields.get("where")) + ".");
        }
        if (component.cap() != null) {
            terms.add(text("Предел: не более ", "Cap: at most ") + amount(fields.text("cap"), fields)
                    + text(" за ", " per ")
                    + text(
                            words.per(component.window().name().toLowerCase(Locale.ROOT)),
                            words.value(component.window().name().toLowerCase(Locale.ROOT))
                                    .orElse(""))
                    + ".");
        }
        terms.addAll(new SettlementWords(language).of(component.settlement()));
        fields.fields().forEach((key, value) -> {
            if (!KNOWN.contains(key)) {
                terms.add(PlanChapters.capitalised(words.key(key)) + ": " + values.of(key, value) + ".");
            }
        });
        return terms;
    }
}
