package dev.premia.codec.plan;

import dev.premia.domain.formula.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** The fields of one mapping; unknown, repeated and missing keys are reported. */
public final class Fields {

    /** A key and its value; the item of the key carries the path of the value. */
    public record Field(String name, Item key, Item value) {}

    private final Item self;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Problems problems;

    private Fields(Item self, Problems problems) {
        this.self = self;
        this.problems = problems;
    }

    /** The fields of a mapping with a fixed set of keys, or null when the value is no mapping. */
    public static Fields of(Item item, Set<String> known, Problems problems) {
        Fields read = free(item, problems);
        if (read != null) {
            read.fields.values().removeIf(field -> !known.contains(field.name()) && read.reportUnknown(field, known));
        }
        return read;
    }

    /** The fields of a mapping whose keys are names of the author's choice, or null when the value is no mapping. */
    public static Fields free(Item item, Problems problems) {
        if (!(item.node() instanceof MappingNode mapping)) {
            problems.error(item, "wrong type", item.shown(), "a mapping of keys to values", "");
            return null;
        }
        Fields read = new Fields(item, problems);
        for (NodeTuple tuple : mapping.getValue()) {
            read.add(tuple.getKeyNode(), tuple.getValueNode());
        }
        return read;
    }

    /** The elements of a list; empty, and reported, when the value is no list. */
    public static List<Item> list(Item item, Problems problems) {
        List<Item> elements = new ArrayList<>();
        if (item.node() instanceof SequenceNode sequence) {
            for (Node each : sequence.getValue()) {
                elements.add(item.element(elements.size(), each));
            }
        } else {
            problems.error(
                    item, "wrong type", item.shown(), "a list", "write [first, second] or one line per entry with -");
        }
        return elements;
    }

    private void add(Node keyNode, Node valueNode) {
        if (!(keyNode instanceof ScalarNode key)) {
            problems.error(new Item(keyNode, self.path()), "wrong key", "a collection", "a name", "");
            return;
        }
        Item value = self.child(key.getValue(), valueNode);
        Field field = new Field(key.getValue(), new Item(keyNode, value.path()), value);
        Field earlier = fields.putIfAbsent(field.name(), field);
        if (earlier != null) {
            problems.error(
                    field.key(),
                    "duplicate key",
                    "`" + field.name() + "` again",
                    "each key once",
                    "it stands on line " + earlier.key().line() + " already");
        }
    }

    private boolean reportUnknown(Field field, Set<String> known) {
        String hint = NearestName.hint(field.name(), known);
        String expected = self.path().isEmpty() ? "a key of " + problems.document() : "a key of " + self.path();
        problems.error(
                field.key(),
                "unknown key",
                "`" + field.name() + "`",
                expected,
                hint.isEmpty() ? "known keys: " + String.join(", ", known) : hint);
        return true;
    }

    public Item self() {
        return self;
    }

    public Iterable<Field> all() {
        return fields.values();
    }

    public boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The value of a key, or null. */
    public Item get(String key) {
        Field field = fields.get(key);
        return field == null ? null : field.value();
    }

    /** The key itself, for problems with its presence. */
    public Item key(String key) {
        return fields.get(key).key();
    }

    /** The value of a key; null, and reported, when it is missing. */
    public Item require(String key, String example) {
        Item value = get(key);
        if (value == null) {
            problems.error(self, "missing key", "no `" + key + "`", "`" + key + "`", "write, for example, " + example);
        }
        return value;
    }
}
