package dev.premia.connectors.file;

import java.util.List;
import java.util.Map;

/** A value as the file has it, before the contract says what it means. */
sealed interface SourceValue {

    Place place();

    /** What a scalar looked like in the file. */
    enum Form {
        TEXT,
        NUMBER,
        FLAG,
        NULL
    }

    /** Text exactly as written; numbers never pass through a binary floating point type. */
    record Scalar(String text, Form form, Place place) implements SourceValue {

        static Scalar text(String text, Place place) {
            return new Scalar(text, Form.TEXT, place);
        }

        boolean isNull() {
            return form == Form.NULL;
        }
    }

    record Items(List<SourceValue> items, Place place) implements SourceValue {}

    record Fields(Map<String, SourceValue> fields, Place place) implements SourceValue {}

    /** The value as a report shows it. */
    default String shown() {
        if (this instanceof Scalar scalar) {
            return scalar.form() == Form.TEXT ? Shown.quoted(scalar.text()) : scalar.text();
        }
        return this instanceof Items ? "a list" : "an object";
    }

    default boolean absent() {
        return this instanceof Scalar scalar && scalar.isNull();
    }
}
