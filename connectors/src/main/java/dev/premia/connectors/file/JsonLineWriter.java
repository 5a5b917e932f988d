package dev.premia.connectors.file;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Writes the canonical form: one JSON object per line, fields in the order of the contract, decimals as plain text
 * without idle zeros, instants in UTC. What is null or equal to the contract's default is left out. A record whose ids
 * are qualified is read back as it was.
 */
public final class JsonLineWriter {

    private static final int INITIAL_LENGTH = 512;

    /** The line of a record, without a line end. {@code recordedAt} may be null: then readers derive it. */
    public String write(SpecificRecord record, Instant recordedAt) {
        RecordType type = RecordType.of(record);
        StringWriter text = new StringWriter(INITIAL_LENGTH);
        try (JsonGenerator json = JsonText.FACTORY.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField(JsonLineReader.TYPE, type.name());
            writeFields(type.shape(), record, json);
            if (recordedAt != null && !type.shape().has(JsonLineReader.RECORDED_AT)) {
                json.writeStringField(JsonLineReader.RECORDED_AT, recordedAt.toString());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeFields(RecordShape shape, SpecificRecord record, JsonGenerator json) throws IOException {
        for (RecordShape.Field field : shape.fields().values()) {
            Object value = record.get(field.position());
            if (value != null && !isDefault(field, value)) {
                json.writeFieldName(field.name());
                writeValue(field.value(), value, json);
            }
        }
    }

    private static boolean isDefault(RecordShape.Field field, Object value) {
        if (value instanceof Collection<?> items) {
            return items.isEmpty();
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.isEmpty();
        }
        return value.equals(field.fallback());
    }

    private static void writeValue(ValueShape shape, Object value, JsonGenerator json) throws IOException {
        if (shape instanceof ValueShape.ListOf list) {
            json.writeStartArray();
            for (Object item : (List<?>) value) {
                writeValue(list.items(), item, json);
            }
            json.writeEndArray();
        } else if (shape instanceof ValueShape.MapOf map) {
            writeMap(map, (Map<?, ?>) value, json);
        } else if (shape instanceof ValueShape.Nested nested) {
            json.writeStartObject();
            writeFields(nested.shape(), (SpecificRecord) value, json);
            json.writeEndObject();
        } else {
            writeScalar(value, json);
        }
    }

    /** Names in order, so that equal records give equal lines. */
    private static void writeMap(ValueShape.MapOf shape, Map<?, ?> value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> entry : new TreeMap<>(value).entrySet()) {
            json.writeFieldName(entry.getKey().toString());
            writeValue(shape.values(), entry.getValue(), json);
        }
        json.writeEndObject();
    }

    private static void writeScalar(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof BigDecimal decimal) {
            json.writeString(plain(decimal));
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            json.writeString(Base64.getEncoder().encodeToString(copy));
        } else {
            json.writeString(value.toString());
        }
    }

    private static String plain(BigDecimal decimal) {
        return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
}
