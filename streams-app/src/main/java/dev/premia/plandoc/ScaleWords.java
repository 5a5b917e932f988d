package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Scales as tables, with what their modes mean. */
final class ScaleWords {
    private static final Set<String> TIERS = Set.of("mode", "over", "bounds", "steps", "round");
    private static final Set<String> STEP = Set.of("from", "to", "rate", "pay", "mode", "bounds");

    private final PlanLanguage language;
    private final ValueWords values;
    private final PlanNumbers numbers;
    private final PlanWords words;
    private final String currency;

    ScaleWords(PlanLanguage language, ValueWords values, String currency) {
        this.language = language;
        this.values = values;
        this.numbers = new PlanNumbers(language);
        this.words = new PlanWords(language);
        this.currency = currency;
    }

    private String text(String ru, String en) {
        return language.choose(ru, en);
    }

    List<Block> of(PlanTree.Fields component) {
        PlanTree.Fields tiers = component.fields("tiers");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(String.join(" ", explained(component, tiers))));
        blocks.add(table(tiers));
        String further = values.others(tiers.fields(), TIERS);
        if (!further.isEmpty()) {
            blocks.add(new Block.Paragraph(further + "."));
        }
        return blocks;
    }

    private List<String> explained(PlanTree.Fields component, PlanTree.Fields tiers) {
        List<String> sentences = new ArrayList<>();
        boolean perDeal = "per_deal".equals(tiers.text("mode"));
        boolean overDeal = "deal".equals(tiers.text("over"));
        sentences.add(text("База: ", "Base: ") + values.of("of", component.get("of")) + ".");
        if (component.get("by") != null) {
            sentences.add(text("Ступень выбирается по: ", "The step is chosen by: ")
                    + values.of("by", component.get("by")) + ".");
        }
        if (perDeal) {
            sentences.add(text(
                    "Сделки берутся в порядке закрытия; каждая оплачивается целиком по ступени, которой достигла сумма периода вместе с ней.",
                    "Deals are taken in the order in which they were closed; each pays wholly at the step that the total of the period,"
                            + " this deal included, reaches."));
        } else if (overDeal) {
            sentences.add(text(
                    "Ступени применяются к сумме каждой сделки отдельно.",
                    "The steps apply to the amount of each deal by itself."));
        }
        if (hasOwnModes(tiers)) {
            sentences.add(
                    text("Как применяется ставка, сказано у каждой ступени.", "Each step says how its rate applies."));
        } else if (!perDeal) {
            sentences.add(mode(tiers.text("mode")));
        }
        if ("per_deal".equals(tiers.text("round"))) {
            sentences.add(text(
                    "Выплата за каждую сделку округляется отдельно.", "The pay of each deal is rounded on its own."));
        }
        return sentences;
    }

    private static boolean hasOwnModes(PlanTree.Fields tiers) {
        return StepBand.of(tiers.items("steps")).stream()
                .anyMatch(each -> each.step().get("mode") != null);
    }

    private String mode(String mode) {
        return "graduated".equals(mode)
                ? text(
                        "Каждая ставка применяется только к своей части базы.",
                        "Each rate applies to its own band of the base only.")
                : text("Достигнутая ставка применяется ко всей базе.", "The reached rate applies to the whole base.");
    }

    private Block table(PlanTree.Fields tiers) {
        List<List<String>> rows = new ArrayList<>();
        List<StepBand> bands = StepBand.of(tiers.items("steps"));
        boolean ownModes = hasOwnModes(tiers);
        boolean lowerHasBound = true;
        for (int i = 0; i < bands.size(); i++) {
            StepBand band = bands.get(i);
            String bounds = band.step().text("bounds") == null
                    ? tiers.text("bounds")
                    : band.step().text("bounds");
            boolean upperHasBound = !"lower_inclusive".equals(bounds);
            List<String> row = new ArrayList<>();
            row.add(String.valueOf(i + 1));
            row.add(value(band, lowerHasBound, upperHasBound));
            row.add(pay(band.step()));
            if (ownModes) {
                String mode = band.step().text("mode") == null
                        ? tiers.text("mode")
                        : band.step().text("mode");
                row.add(words.value(mode).orElse(mode));
            }
            rows.add(row);
            lowerHasBound = !upperHasBound;
        }
        List<String> head = new ArrayList<>(List.of("№", text("Значение", "Value"), text("Платится", "Pays")));
        if (ownModes) {
            head.add(text("Как применяется", "How it applies"));
        }
        return new Block.Grid(head, rows);
    }

    /** {@code from 1,000,000 to less than 2,000,000}; says on which side each bound is. */
    private String value(StepBand band, boolean lowerIncluded, boolean upperIncluded) {
        String from = band.from() == null
                ? ""
                : (lowerIncluded ? text("от ", "from ") : text("более ", "more than ")) + values.formula(band.from());
        String to = band.to() == null
                ? ""
                : upperIncluded
                        ? text("до ", "up to ") + values.formula(band.to()) + text(" включительно", " inclusive")
                        : text("менее ", "less than ") + values.formula(band.to());
        if (from.isEmpty() && to.isEmpty()) {
            return text("любое", "any");
        }
        return from + (from.isEmpty() || to.isEmpty() ? "" : ", ") + to;
    }

    private String pay(PlanTree.Fields step) {
        String pay = step.text("pay");
        String shown = pay == null
                ? values.of("rate", step.get("rate"))
                : PlanNumbers.isLiteral(pay) ? numbers.money(PlanNumbers.valueOf(pay), currency) : values.formula(pay);
        String further = values.others(step.fields(), STEP);
        return further.isEmpty() ? shown : shown + "; " + further;
    }
}
