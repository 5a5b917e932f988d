package dev.premia.connectors.file;

import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** What a field can hold, read from its Avro schema once. */
sealed interface ValueShape {

    record Text() implements ValueShape {}

    record Whole(boolean large) implements ValueShape {}

    record Flag() implements ValueShape {}

    record Decimal(int precision, int scale) implements ValueShape {}

    record Timestamp() implements ValueShape {}

    record Day() implements ValueShape {}

    record Binary() implements ValueShape {}

    /** An enumeration; {@code symbols} leaves out the one that only stands for symbols of a newer writer. */
    record Symbol(Schema schema, List<String> symbols) implements ValueShape {}

    record Nested(RecordShape shape) implements ValueShape {}

    record ListOf(ValueShape items) implements ValueShape {}

    record MapOf(ValueShape values) implements ValueShape {}

    /** The symbol that readers put in place of one they do not know; nobody writes it. */
    String UNKNOWN_SYMBOL = "unknown";

    static ValueShape of(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case STRING -> new Text();
            case BOOLEAN -> new Flag();
            case INT -> logical instanceof LogicalTypes.Date ? new Day() : new Whole(false);
            case LONG -> logical instanceof LogicalTypes.TimestampMillis ? new Timestamp() : new Whole(true);
            case BYTES ->
                logical instanceof LogicalTypes.Decimal decimal
                        ? new Decimal(decimal.getPrecision(), decimal.getScale())
                        : new Binary();
            case ENUM -> new Symbol(schema, writtenSymbols(schema));
            case RECORD -> new Nested(RecordShape.of(schema));
            case ARRAY -> new ListOf(of(schema.getElementType()));
            case MAP -> new MapOf(of(schema.getValueType()));
            case UNION -> of(optionalPart(schema));
            default -> throw unsupported(schema);
        };
    }

    private static List<String> writtenSymbols(Schema schema) {
        return schema.getEnumSymbols().stream()
                .filter(symbol -> !symbol.equals(UNKNOWN_SYMBOL))
                .toList();
    }

    private static Schema optionalPart(Schema union) {
        List<Schema> parts = union.getTypes();
        if (parts.size() != 2 || parts.get(0).getType() != Schema.Type.NULL) {
            throw unsupported(union);
        }
        return parts.get(1);
    }

    private static IllegalArgumentException unsupported(Schema schema) {
        return new IllegalArgumentException("A contract uses a type that the file form does not have: " + schema);
    }
}
