package dev.premia.codec.avro;

/**
 * Why a record's bytes are no event, for its dead letter. It never quotes the record's fields.
 *
 * @param code stable machine-readable reason, one of the constants
 * @param message what was found, what was expected and what to do
 */
public record DecodingFailure(String code, String message) {
    /** No bytes at all: deletions are records too. */
    public static final String EMPTY = "empty";
    /** The bytes do not begin with a zero byte and a schema id. */
    public static final String NOT_CONFLUENT_FORMAT = "not_confluent_format";
    /** The registry does not know the schema id. */
    public static final String UNKNOWN_SCHEMA = "unknown_schema";
    /** The schema is another record's, or cannot be read as the contract. */
    public static final String WRONG_SCHEMA = "wrong_schema";
    /** The bytes are not what their schema says. */
    public static final String CORRUPT = "corrupt";
    /** A field holds what this release has no form for. */
    public static final String INVALID_VALUE = "invalid_value";
}
