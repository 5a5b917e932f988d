package dev.premia.connectors.file;

import dev.premia.connectors.file.SourceValue.Fields;
import dev.premia.connectors.file.SourceValue.Items;
import dev.premia.connectors.file.SourceValue.Scalar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/** Builds one record of a contract from the values of a line, by the contract's schema alone. */
final class RecordBuilder {

    private final LineProblems problems;
    private final ScalarReader scalars;
    private String source;

    RecordBuilder(LineProblems problems) {
        this.problems = problems;
        this.scalars = new ScalarReader(problems);
    }

    /**
     * The record, or null after at least one problem.
     *
     * @param line all fields of the line
     * @param reserved names that belong to the line, not to the record
     * @param defaultSource source of a record that names none, neither by {@code source} nor in its id
     */
    SpecificRecord build(RecordShape shape, Fields line, Set<String> reserved, String defaultSource) {
        source = sourceOf(shape, line, defaultSource);
        int before = problems.count();
        SpecificRecord record = fill(shape, line, reserved, "");
        return problems.count() == before ? record : null;
    }

    private static String sourceOf(RecordShape shape, Fields line, String defaultSource) {
        if (text(line.fields().get(RecordShape.SOURCE)) != null) {
            return text(line.fields().get(RecordShape.SOURCE));
        }
        String id = text(line.fields().get("id"));
        boolean qualified = shape.has(RecordShape.SOURCE) && id != null && id.indexOf('/') > 0;
        return qualified ? id.substring(0, id.indexOf('/')) : defaultSource;
    }

    private static String text(SourceValue value) {
        boolean given = value instanceof Scalar scalar
                && !scalar.isNull()
                && !scalar.text().isEmpty();
        return given ? ((Scalar) value).text() : null;
    }

    private SpecificRecord fill(RecordShape shape, Fields values, Set<String> reserved, String prefix) {
        SpecificRecord record = shape.newRecord();
        for (RecordShape.Field field : shape.fields().values()) {
            SourceValue given = values.fields().get(field.name());
            boolean missing = given == null || given.absent() || isEmptyName(field, given);
            Object value = missing
                    ? defaultOf(shape, field, values, prefix)
                    : read(field.value(), given, prefix + field.name(), field.qualified());
            if (value != null) {
                record.put(field.position(), value);
            }
        }
        keepUnknown(shape, record, values, reserved, prefix);
        return record;
    }

    /** An empty id names nobody. Outputs say so on purpose: an empty subject there is the company. */
    private static boolean isEmptyName(RecordShape.Field field, SourceValue given) {
        boolean names = (field.qualified() && (field.optional() || field.name().equals("id")))
                || field.name().equals(RecordShape.SOURCE);
        return names && given instanceof Scalar scalar && scalar.text().isEmpty();
    }

    private Object defaultOf(RecordShape shape, RecordShape.Field field, Fields values, String prefix) {
        if (!field.required()) {
            return field.defaultValue();
        }
        if (shape.has(RecordShape.SOURCE) && field.name().equals(RecordShape.SOURCE)) {
            return source;
        }
        if (shape.has(RecordShape.SOURCE) && field.name().equals("revision")) {
            return defaultRevision(values);
        }
        String expected = ScalarReader.expected(field.value());
        problems.add(
                values.place(),
                prefix + field.name(),
                ProblemCode.MISSING_FIELD,
                "nothing",
                expected,
                "every " + shape.name() + " needs '" + field.name() + "'");
        return null;
    }

    /** The time of the change orders revisions where the source does not number them. */
    private Long defaultRevision(Fields values) {
        SourceValue changed = values.fields().get("changed_at");
        if (changed instanceof Scalar scalar && !scalar.isNull()) {
            LineProblems unheard = new LineProblems(null, 0, problem -> {});
            Object instant = new ScalarReader(unheard).read(new ValueShape.Timestamp(), scalar, "changed_at");
            return instant == null ? 1L : ((Instant) instant).toEpochMilli();
        }
        return 1L;
    }

    private Object read(ValueShape shape, SourceValue value, String path, boolean qualified) {
        if (shape instanceof ValueShape.ListOf list && value instanceof Items items) {
            return readItems(list, items, path);
        }
        if (shape instanceof ValueShape.MapOf map && value instanceof Fields entries) {
            return readMap(map, entries, path);
        }
        if (shape instanceof ValueShape.Nested nested && value instanceof Fields fields) {
            return fill(nested.shape(), fields, Set.of(), path + ".");
        }
        if (value instanceof Scalar scalar) {
            Object result = scalars.read(shape, scalar, path);
            return qualified && result != null ? qualify((String) result) : result;
        }
        problems.add(value, path, ProblemCode.WRONG_TYPE, ScalarReader.expected(shape), null);
        return null;
    }

    private String qualify(String id) {
        return id.isEmpty() || id.indexOf('/') >= 0 ? id : source + "/" + id;
    }

    private List<Object> readItems(ValueShape.ListOf shape, Items items, String path) {
        List<Object> result = new ArrayList<>(items.items().size());
        for (int i = 0; i < items.items().size(); i++) {
            SourceValue item = items.items().get(i);
            String itemPath = path + "[" + i + "]";
            if (item.absent()) {
                problems.add(item, itemPath, ProblemCode.WRONG_TYPE, ScalarReader.expected(shape.items()), null);
            } else {
                result.add(read(shape.items(), item, itemPath, false));
            }
        }
        return result;
    }

    private Map<String, Object> readMap(ValueShape.MapOf shape, Fields entries, String path) {
        Map<String, Object> result = new HashMap<>();
        entries.fields().forEach((name, value) -> {
            if (!value.absent()) {
                result.put(name, read(shape.values(), value, path + "." + name, false));
            }
        });
        return result;
    }

    @SuppressWarnings("unchecked") // The contracts declare attributes as a map of strings.
    private void keepUnknown(
            RecordShape shape, SpecificRecord record, Fields values, Set<String> reserved, String prefix) {
        for (Map.Entry<String, SourceValue> entry : values.fields().entrySet()) {
            String name = entry.getKey();
            if (shape.has(name) || reserved.contains(name)) {
                continue;
            }
            Object attributes = shape.valueOf(record, RecordShape.ATTRIBUTES);
            if (attributes == null) {
                reportUnknown(shape, entry.getValue(), prefix + name, name);
            } else if (!entry.getValue().absent()) {
                keep((Map<String, String>) attributes, entry.getValue(), name);
            }
        }
    }

    private void keep(Map<String, String> attributes, SourceValue value, String name) {
        String text = value instanceof Scalar scalar ? scalar.text() : JsonText.of(value);
        if (attributes.putIfAbsent(name, text) != null) {
            String expected = "the attribute once, here or under 'attributes'";
            problems.add(value, name, ProblemCode.DUPLICATE_FIELD, expected, null);
        }
    }

    private void reportUnknown(RecordShape shape, SourceValue value, String path, String name) {
        String expected = Shown.oneOf(shape.fields().keySet());
        String hint = NearestName.hint(name, shape.fields().keySet());
        problems.add(value.place(), path, ProblemCode.UNKNOWN_FIELD, "'" + name + "'", expected, hint);
    }
}
