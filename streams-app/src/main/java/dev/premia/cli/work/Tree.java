package dev.premia.cli.work;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A text with texts below it, drawn with lines for people. Branches that have a kind are written for machines too, each as an
 * object with its fields and, under {@code items}, the branches below it.
 */
final class Tree {
    private static final JsonFactory JSON = new JsonFactory();

    private final String kind;
    private final String text;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final List<Tree> children = new ArrayList<>();

    Tree(String text) {
        this(null, text);
    }

    Tree(String kind, String text) {
        this.kind = kind;
        this.text = text;
    }

    /** Adds a branch for people and returns it. */
    Tree add(String childText) {
        return add(null, childText);
    }

    /**
     * Adds a branch and returns it.
     *
     * @param childKind its {@code type} for machines
     */
    Tree add(String childKind, String childText) {
        Tree child = new Tree(childKind, childText);
        children.add(child);
        return child;
    }

    /** Adds the branches of another tree. */
    void addAll(Tree other) {
        children.addAll(other.children);
    }

    boolean isEmpty() {
        return children.isEmpty();
    }

    /** Adds a field for machines: text, a number, a truth value or null. */
    Tree with(String name, Object value) {
        fields.put(name, value);
        return this;
    }

    void print(Output output) {
        if (output.format() == OutputFormat.CSV) {
            throw CommandException.badInput("--format csv is one table; expected table or json for an explanation.");
        } else if (output.forPeople()) {
            output.line(text);
            printChildren(output, "");
        } else {
            output.out().println(json());
        }
        output.out().flush();
    }

    private void printChildren(Output output, String indentation) {
        for (int i = 0; i < children.size(); i++) {
            boolean last = i == children.size() - 1;
            output.line(indentation + (last ? "└─ " : "├─ ") + children.get(i).text);
            children.get(i).printChildren(output, indentation + (last ? "   " : "│  "));
        }
    }

    private String json() {
        StringWriter written = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(written)) {
            write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return written.toString();
    }

    private void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", kind);
        for (Map.Entry<String, Object> field : fields.entrySet()) {
            json.writeFieldName(field.getKey());
            writeValue(json, field.getValue());
        }
        List<Tree> items = items();
        if (!items.isEmpty()) {
            json.writeArrayFieldStart("items");
            for (Tree item : items) {
                item.write(json);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    /** The nearest branches below that have a kind. */
    private List<Tree> items() {
        List<Tree> items = new ArrayList<>();
        for (Tree child : children) {
            if (child.kind == null) {
                items.addAll(child.items());
            } else {
                items.add(child);
            }
        }
        return items;
    }

    private static void writeValue(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else if (value instanceof BigDecimal decimal) {
            json.writeString(decimal.toPlainString());
        } else if (value instanceof List<?> list) {
            json.writeStartArray();
            for (Object each : list) {
                writeValue(json, each);
            }
            json.writeEndArray();
        } else {
            json.writeString(value.toString());
        }
    }
}
