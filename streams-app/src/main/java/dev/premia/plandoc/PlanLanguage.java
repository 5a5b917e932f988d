package dev.premia.plandoc;

/** The language of a document or of a comparison. */
public enum PlanLanguage {
    RU,
    EN;

    String choose(String ru, String en) {
        return this == RU ? ru : en;
    }

    /** ISO 639 code. */
    String code() {
        return choose("ru", "en");
    }

    /** A name in the quotation marks of the language. */
    String quoted(String name) {
        return choose("«" + name + "»", "“" + name + "”");
    }
}
