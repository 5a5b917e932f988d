package dev.premia.connectors.file;

import java.util.Locale;

/** The stable names of what can be wrong with an input. */
public enum ProblemCode {
    /** The path does not exist. */
    FILE_NOT_FOUND,
    /** The file exists and cannot be read. */
    UNREADABLE,
    /** Bytes that are no text in the encoding of the file. */
    WRONG_ENCODING,
    /** A line beyond the limit, so that memory stays bounded. */
    LINE_TOO_LONG,
    /** A line that is no JSON object. */
    BROKEN_JSON,
    /** A YAML file that cannot be read as YAML. */
    BROKEN_YAML,
    /** The same field twice in one object. */
    DUPLICATE_FIELD,
    /** A line without a type. */
    MISSING_TYPE,
    /** A type that no input topic has. */
    UNKNOWN_TYPE,
    /** A field that the record does not have and cannot keep as an attribute. */
    UNKNOWN_FIELD,
    /** A field that every record of the type must have. */
    MISSING_FIELD,
    /** A list where a value belongs, text where an object belongs, and the like. */
    WRONG_TYPE,
    /** Not a whole number or decimal of the field's size. */
    WRONG_NUMBER,
    /** Not a date, or not a date that exists. */
    WRONG_DATE,
    /** Not an instant, or an instant without its offset from UTC. */
    WRONG_INSTANT,
    /** A value outside the list of a field. */
    UNKNOWN_VALUE,
    /** Neither true nor false. */
    WRONG_FLAG,
    /** A quoted cell that does not end, or text behind the closing quote. */
    WRONG_QUOTING,
    /** A row with more or fewer cells than the header. */
    RAGGED_ROW,
    /** A distinct record that comes again with other content. */
    CONFLICTING_RECORD,
    /** A CSV file that no mapping describes. */
    NO_MAPPING,
    /** A CSV file that more than one mapping describes. */
    AMBIGUOUS_MAPPING,
    /** A mapping that names a column which the file does not have. */
    UNKNOWN_COLUMN,
    /** A column name that the header has twice. */
    AMBIGUOUS_COLUMN,
    /** A mapping that says something it cannot say. */
    WRONG_MAPPING,
    /** A plan file without its id, version or first day. */
    WRONG_PLAN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in reports and dead letters, e.g. {@code unknown_field}. */
    public String code() {
        return code;
    }

    @Override
    public String toString() {
        return code;
    }
}
