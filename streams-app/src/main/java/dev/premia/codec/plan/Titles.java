package dev.premia.codec.plan;

import dev.premia.domain.plan.PlanTitle;

/** Reads titles: a text, or one for each language. */
public final class Titles {
    private final Problems problems;
    private final Scalars scalars;

    public Titles(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    /** The title, or {@code otherwise} in both languages when there is none. */
    public PlanTitle read(Item item, String otherwise) {
        if (item == null) {
            return new PlanTitle(otherwise, otherwise);
        }
        if (item.isScalar()) {
            String text = scalars.text(item);
            return new PlanTitle(text, text);
        }
        Fields fields = Fields.of(item, PlanKeys.TITLE, problems);
        if (fields == null) {
            return new PlanTitle(otherwise, otherwise);
        }
        String ru = fields.has("ru") ? scalars.text(fields.get("ru")) : null;
        String en = fields.has("en") ? scalars.text(fields.get("en")) : null;
        if (!fields.has("ru") && !fields.has("en")) {
            problems.error(item, "empty title", "neither `ru` nor `en`", "one of them", "");
        }
        return new PlanTitle(ru == null ? en : ru, en == null ? ru : en);
    }
}
