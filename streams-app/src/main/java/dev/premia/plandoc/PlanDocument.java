package dev.premia.plandoc;

import java.util.List;

/**
 * A plan as a numbered document for people. Two documents of one plan file in one language are the same, letter by letter.
 *
 * @param language of the text
 * @param title of the document
 * @param label plan and version: {@code b2b-hunters v3}
 * @param sha256 hash of the plan file, lower-case hexadecimal; the ledger and `plan publish` know the plan by the same one
 * @param blocks its parts in order
 */
public record PlanDocument(PlanLanguage language, String title, String label, String sha256, List<Block> blocks) {
    public PlanDocument {
        blocks = List.copyOf(blocks);
    }

    /** The document of a plan. */
    public static PlanDocument of(PlanSource source, PlanLanguage language) {
        return new PlanChapters(source, language).document();
    }
}
