package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.CellRule;
import dev.premia.connectors.file.Mapping.Column;
import dev.premia.connectors.file.Mapping.Condition;
import dev.premia.connectors.file.Mapping.ItemsRule;
import dev.premia.connectors.file.Mapping.ObjectRule;
import dev.premia.connectors.file.Mapping.RecordRule;
import dev.premia.connectors.file.Mapping.ValueRule;
import dev.premia.connectors.file.YamlDocument.Entry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads the rules of a mapping file that say how a row becomes a record, and checks them against its contract. */
final class RuleReader {

    private static final List<String> RECORD = List.of("type", "skip_when", "distinct", "fields");
    private static final List<String> TEST = List.of("column", "empty", "equals", "in", "not_in");
    private static final String SKIP = "skip_when";

    private final YamlDocument document;
    private final CellRuleReader cells;

    RuleReader(YamlDocument document, ZoneId zone) {
        this.document = document;
        this.cells = new CellRuleReader(document, zone);
    }

    /** The rule, or null after a problem. */
    RecordRule record(Node node) {
        Map<String, Entry> entries = document.entries(node, "records");
        if (entries == null) {
            return null;
        }
        document.allow(entries, "records", RECORD);
        RecordType type = type(node, entries.get("type"));
        Entry fields = entries.get("fields");
        if (type == null || fields == null) {
            if (fields == null) {
                document.report(node, "fields", ProblemCode.WRONG_MAPPING, "nothing", "the fields of the record", null);
            }
            return null;
        }
        Condition skip = entries.containsKey(SKIP) ? condition(entries.get(SKIP).value()) : Condition.NEVER;
        boolean distinct =
                entries.containsKey("distinct") && flag(entries.get("distinct").value(), "distinct");
        return new RecordRule(type, skip, distinct, fields(fields.value(), type.shape(), "", true));
    }

    private RecordType type(Node node, Entry entry) {
        String expected = Shown.oneOf(RecordType.inputNames());
        if (entry == null) {
            document.report(node, "type", ProblemCode.MISSING_TYPE, "nothing", expected, null);
            return null;
        }
        String name = document.scalar(entry.value(), "type", expected);
        RecordType type = name == null ? null : RecordType.named(name);
        if (name != null && (type == null || !type.isInput())) {
            String hint = NearestName.hint(name, RecordType.inputNames());
            document.report(entry.value(), "type", ProblemCode.UNKNOWN_TYPE, Shown.quoted(name), expected, hint);
            return null;
        }
        return type;
    }

    private Map<String, ValueRule> fields(Node node, RecordShape shape, String prefix, boolean top) {
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        Map<String, Entry> entries = document.entries(node, prefix.isEmpty() ? "fields" : prefix);
        if (entries == null) {
            return rules;
        }
        entries.forEach((name, entry) -> {
            if (!top && name.equals(SKIP)) {
                return;
            }
            ValueShape value = shapeOf(shape, name, top);
            if (value == null) {
                reportUnknown(entry, shape, prefix + name, name);
            } else {
                ValueRule rule = value(entry.value(), value, prefix + name);
                if (rule != null) {
                    rules.put(name, rule);
                }
            }
        });
        reportMissing(node, entries.keySet(), shape, prefix);
        return rules;
    }

    private static ValueShape shapeOf(RecordShape shape, String name, boolean top) {
        if (shape.has(name)) {
            return shape.field(name).value();
        }
        return top && name.equals(JsonLineReader.RECORDED_AT) ? new ValueShape.Timestamp() : null;
    }

    private void reportUnknown(Entry entry, RecordShape shape, String path, String name) {
        String nearest = NearestName.hint(name, shape.fields().keySet());
        String hint =
                nearest == null && shape.has(RecordShape.ATTRIBUTES) ? "put it under 'attributes' to keep it" : nearest;
        document.report(
                entry.key(),
                path,
                ProblemCode.UNKNOWN_FIELD,
                "'" + name + "'",
                Shown.oneOf(shape.fields().keySet()),
                hint);
    }

    private void reportMissing(Node node, Set<String> given, RecordShape shape, String prefix) {
        Set<String> derived = shape.has(RecordShape.SOURCE) ? Set.of(RecordShape.SOURCE, "revision") : Set.of();
        for (RecordShape.Field field : shape.fields().values()) {
            if (field.required() && !given.contains(field.name()) && !derived.contains(field.name())) {
                String expected = "'" + field.name() + "' among the fields of " + shape.name();
                document.report(node, prefix + field.name(), ProblemCode.MISSING_FIELD, "nothing", expected, null);
            }
        }
    }

    private ValueRule value(Node node, ValueShape shape, String path) {
        if (shape instanceof ValueShape.ListOf list) {
            return items(node, list, path);
        }
        if (shape instanceof ValueShape.Nested nested) {
            Map<String, Entry> entries = document.entries(node, path);
            boolean skips = entries != null && entries.containsKey(SKIP);
            Condition skip = skips ? condition(entries.get(SKIP).value()) : Condition.NEVER;
            return entries == null ? null : new ObjectRule(fields(node, nested.shape(), path + ".", false), skip);
        }
        if (shape instanceof ValueShape.MapOf map) {
            return map(node, map, path);
        }
        CellRule rule = cells.read(node, shape, path);
        return rule;
    }

    private ValueRule items(Node node, ValueShape.ListOf shape, String path) {
        if (!(node instanceof SequenceNode list)) {
            String found = YamlDocument.shown(node);
            document.report(node, path, ProblemCode.WRONG_MAPPING, found, "a list, one '-' for each item", null);
            return null;
        }
        List<ValueRule> items = new ArrayList<>();
        for (int i = 0; i < list.getValue().size(); i++) {
            ValueRule item = value(list.getValue().get(i), shape.items(), path + "[" + i + "]");
            if (item != null) {
                items.add(item);
            }
        }
        return new ItemsRule(items);
    }

    private ValueRule map(Node node, ValueShape.MapOf shape, String path) {
        Map<String, Entry> entries = document.entries(node, path);
        if (entries == null) {
            return null;
        }
        Map<String, ValueRule> rules = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            ValueRule rule = value(entry.value(), shape.values(), path + "." + name);
            if (rule != null) {
                rules.put(name, rule);
            }
        });
        return new ObjectRule(rules, Condition.NEVER);
    }

    private Condition condition(Node node) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        List<Mapping.Test> tests = new ArrayList<>();
        for (Node test : nodes) {
            Map<String, Entry> entries = document.entries(test, SKIP);
            if (entries != null) {
                document.allow(entries, SKIP, TEST);
                Mapping.Test read = test(test, entries);
                if (read != null) {
                    tests.add(read);
                }
            }
        }
        return new Condition(tests);
    }

    private Mapping.Test test(Node node, Map<String, Entry> entries) {
        Entry column = entries.get("column");
        List<String> kinds =
                entries.keySet().stream().filter(key -> !key.equals("column")).toList();
        if (column == null || kinds.size() != 1) {
            String expected = "'column' and one of empty, equals, in, not_in";
            document.report(
                    node, SKIP, ProblemCode.WRONG_MAPPING, entries.keySet().toString(), expected, null);
            return null;
        }
        Column tested = cells.column(column.value(), SKIP);
        String kind = kinds.get(0);
        Node value = entries.get(kind).value();
        if (kind.equals("empty")) {
            return new Mapping.Test(tested, Set.of(""), flag(value, SKIP));
        }
        Set<String> values = new LinkedHashSet<>(document.scalars(value, SKIP, "the text of a cell"));
        return new Mapping.Test(tested, values, !kind.equals("not_in"));
    }

    private boolean flag(Node node, String field) {
        boolean valid = node instanceof ScalarNode scalar && scalar.getValue().matches("true|false");
        if (!valid) {
            String found = YamlDocument.shown(node);
            document.report(node, field, ProblemCode.WRONG_MAPPING, found, "true or false", null);
        }
        return valid && ((ScalarNode) node).getValue().equals("true");
    }
}
