package dev.premia.domain.formula;

/** Type of a formula, of a name in it, or of a part of it. */
public enum Type {
    /** A decimal number, which may be undefined at run time. */
    NUMBER("a number"),
    /** A condition; it is always true or false. */
    BOOLEAN("a condition (true or false)"),
    /** A text, which may be absent at run time. */
    STRING("a text"),
    /** Several texts, such as the tags of a deal; allowed as the first argument of {@code has} only. */
    STRING_LIST("a list of texts");

    private final String description;

    Type(String description) {
        this.description = description;
    }

    /** The type in words for people, such as {@code a number}. */
    public String description() {
        return description;
    }
}
