package dev.premia.schemas;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records whose every field differs from its default, so that a field lost on the way shows. */
final class Samples {

    private int next = 1;

    private Samples() {}

    /** A record with every optional field set. */
    static SpecificRecord full(Schema schema) {
        return new Samples().fill(schema);
    }

    /** A record with nothing but what the contract requires; the rest has its defaults. */
    static SpecificRecord sparse(Schema schema) {
        Samples samples = new Samples();
        SpecificRecord record = newRecord(schema);
        for (Schema.Field field : schema.getFields()) {
            Object value = field.hasDefaultValue()
                    ? SpecificData.getForSchema(schema).getDefaultValue(field)
                    : samples.value(field.schema());
            record.put(field.pos(), value);
        }
        return record;
    }

    private SpecificRecord fill(Schema schema) {
        SpecificRecord record = newRecord(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    private static SpecificRecord newRecord(Schema schema) {
        return (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
    }

    private Object value(Schema schema) {
        int number = next++;
        return switch (schema.getType()) {
            case UNION -> value(schema.getTypes().get(schema.getTypes().size() - 1));
            case RECORD -> fill(schema);
            case ARRAY -> List.of(value(schema.getElementType()), value(schema.getElementType()));
            case MAP -> Map.of("имя-" + number, value(schema.getValueType()));
            case ENUM -> SpecificData.get().createEnum(schema.getEnumSymbols().get(0), schema);
            case STRING -> "текст-" + number;
            case BOOLEAN -> true;
            case INT ->
                schema.getLogicalType() == null
                        ? number
                        : LocalDate.of(2024, 2, 29).plusDays(number);
            case LONG -> schema.getLogicalType() == null ? Long.MAX_VALUE - number : instant(number);
            case BYTES -> schema.getLogicalType() == null ? bytes(number) : largest(schema.getLogicalType(), number);
            default -> throw new IllegalArgumentException("No sample for " + schema);
        };
    }

    private static Instant instant(int number) {
        return Instant.parse("2026-03-31T21:30:00.001Z").plusMillis(TimeUnit.HOURS.toMillis(number));
    }

    private static ByteBuffer bytes(int number) {
        return ByteBuffer.wrap(("bytes-" + number).getBytes(StandardCharsets.UTF_8));
    }

    /** Every digit that the precision allows, with alternating sign. */
    private static BigDecimal largest(LogicalType type, int number) {
        LogicalTypes.Decimal decimal = (LogicalTypes.Decimal) type;
        BigInteger digits = BigInteger.TEN.pow(decimal.getPrecision()).subtract(BigInteger.valueOf(number));
        return new BigDecimal(number % 2 == 0 ? digits : digits.negate(), decimal.getScale());
    }
}
