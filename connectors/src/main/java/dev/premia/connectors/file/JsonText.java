package dev.premia.connectors.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.premia.connectors.file.SourceValue.Fields;
import dev.premia.connectors.file.SourceValue.Form;
import dev.premia.connectors.file.SourceValue.Items;
import dev.premia.connectors.file.SourceValue.Scalar;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON of one line into values that know their column. Numbers keep the text that the file has. */
final class JsonText {

    private static final int DEEPEST = 32;

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final LineProblems problems;

    private JsonText(LineProblems problems) {
        this.problems = problems;
    }

    /** The object of the line, or null after a problem. */
    static Fields object(String line, LineProblems problems) {
        int before = problems.count();
        try (JsonParser parser = FACTORY.createParser(line)) {
            Fields fields = new JsonText(problems).line(parser, line);
            return problems.count() == before ? fields : null;
        } catch (JsonProcessingException e) {
            reportBroken(e, line, problems);
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JSON text of a value, for attributes that hold more than a scalar. */
    static String of(SourceValue value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private Fields line(JsonParser parser, String line) throws IOException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            String found = Shown.quoted(line);
            problems.add(place(parser), null, ProblemCode.BROKEN_JSON, found, "one JSON object per line", null);
            return null;
        }
        Fields fields = object(parser);
        if (parser.nextToken() != null) {
            String hint = "put every record on a line of its own";
            problems.add(place(parser), null, ProblemCode.BROKEN_JSON, "more text behind the object", "the end", hint);
        }
        return fields;
    }

    private Fields object(JsonParser parser) throws IOException {
        Place place = place(parser);
        Map<String, SourceValue> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            Place namePlace = place(parser);
            parser.nextToken();
            if (fields.putIfAbsent(name, value(parser)) != null) {
                String found = "'" + name + "' for the second time";
                problems.add(namePlace, name, ProblemCode.DUPLICATE_FIELD, found, "each field once", null);
            }
        }
        return new Fields(fields, place);
    }

    private SourceValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> items(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> scalar(parser, Form.NUMBER);
            case VALUE_TRUE, VALUE_FALSE -> scalar(parser, Form.FLAG);
            case VALUE_NULL -> scalar(parser, Form.NULL);
            default -> scalar(parser, Form.TEXT);
        };
    }

    private Items items(JsonParser parser) throws IOException {
        Place place = place(parser);
        List<SourceValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
        }
        return new Items(items, place);
    }

    private static Scalar scalar(JsonParser parser, Form form) throws IOException {
        return new Scalar(parser.getText(), form, place(parser));
    }

    private static Place place(JsonParser parser) {
        return Place.at(parser.currentTokenLocation().getColumnNr());
    }

    private static void reportBroken(JsonProcessingException e, String line, LineProblems problems) {
        int column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
        String reason = e.getOriginalMessage()
                .replaceAll("\\s*\\(start marker at .*", "")
                .replaceAll("\\s+", " ");
        int from = Math.max(0, Math.min(column - 20, line.length()));
        String found = line.isEmpty() ? "an empty line" : Shown.quoted(line.substring(from));
        problems.add(Place.at(column), null, ProblemCode.BROKEN_JSON, found, "one JSON object per line", reason);
    }

    private static void write(SourceValue value, JsonGenerator json) throws IOException {
        if (value instanceof Scalar scalar) {
            writeScalar(scalar, json);
        } else if (value instanceof Items items) {
            json.writeStartArray();
            for (SourceValue item : items.items()) {
                write(item, json);
            }
            json.writeEndArray();
        } else if (value instanceof Fields fields) {
            json.writeStartObject();
            for (Map.Entry<String, SourceValue> entry : fields.fields().entrySet()) {
                json.writeFieldName(entry.getKey());
                write(entry.getValue(), json);
            }
            json.writeEndObject();
        }
    }

    private static void writeScalar(Scalar scalar, JsonGenerator json) throws IOException {
        if (scalar.form() == Form.TEXT) {
            json.writeString(scalar.text());
        } else {
            json.writeRawValue(scalar.text());
        }
    }
}
