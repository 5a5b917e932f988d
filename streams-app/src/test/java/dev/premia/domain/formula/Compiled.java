package dev.premia.domain.formula;

/** Formulas over {@link SampleNames}. */
final class Compiled {
    private Compiled() {}

    static Formula number(String text) {
        return Formula.compile(text, Type.NUMBER, new SampleNames());
    }

    static Formula condition(String text) {
        return Formula.compile(text, Type.BOOLEAN, new SampleNames());
    }

    static Formula text(String text) {
        return Formula.compile(text, Type.STRING, new SampleNames());
    }
}
