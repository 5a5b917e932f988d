package dev.premia.plandoc;

/** Marks parts of a text; the characters are of no script, so that no title of a plan can contain them by accident. */
final class Marks {
    static final char CODE = '\uE000';
    static final char END_OF_CODE = '\uE001';
    static final char STRONG = '\uE002';
    static final char END_OF_STRONG = '\uE003';

    private Marks() {}

    /** A name as machines write it. */
    static String code(String text) {
        return CODE + text + END_OF_CODE;
    }

    static String strong(String text) {
        return STRONG + text + END_OF_STRONG;
    }
}
