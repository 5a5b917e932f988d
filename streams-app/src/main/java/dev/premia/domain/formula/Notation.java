package dev.premia.domain.formula;

import java.util.List;

/** How the parts of a formula are spelled: names by their titles, numbers and words in the language of a reader. */
public interface Notation {

    /**
     * A name or a call that stands for a value.
     *
     * @param name its canonical spelling
     * @param symbol what it means
     */
    String reference(String name, Symbol symbol);

    /** A number or percent literal in canonical spelling: {@code 1000000}, {@code 5%}. */
    default String number(String literal) {
        return literal;
    }

    /** A text literal; {@code value} is without quotes. */
    default String text(String value) {
        return NodeWriter.quoted(value);
    }

    /** An operator between or before its operands, {@code >=} or {@code and} for instance. */
    default String operator(String symbol) {
        return symbol;
    }

    /** A call of a function of the language with its written arguments. */
    default String call(String function, List<String> arguments) {
        return function + "(" + String.join(", ", arguments) + ")";
    }

    /** {@code condition ? first : second}; each part is written already. */
    default String choice(String condition, String first, String second) {
        return condition + " ? " + first + " : " + second;
    }
}
