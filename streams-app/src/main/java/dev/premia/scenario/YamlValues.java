package dev.premia.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.premia.codec.plan.Fields;
import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.schemas.TopicSpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Values of a scenario as the canonical form has them: text, flags, null, lists and objects. */
final class YamlValues {
    /** For records that are not repeated. */
    static final int NO_NUMBER = 0;

    private static final Pattern GROUPED = Pattern.compile("-?[0-9]{1,3}(_[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final LocalTime NOON = LocalTime.NOON;

    private final ZoneId zone;
    private final Problems problems;

    YamlValues(ZoneId zone, Problems problems) {
        this.zone = zone;
        this.problems = problems;
    }

    /**
     * The fields of a record; null, and reported, when it is no mapping.
     *
     * @param without a key that is left out
     * @param number what stands for {@code {n}}
     */
    ObjectNode fields(Item item, String without, int number) {
        Fields fields = Fields.free(item, problems);
        if (fields == null) {
            return null;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (Fields.Field field : fields.all()) {
            if (!field.name().equals(without)) {
                object.set(field.name(), value(field.value(), number));
            }
        }
        return object;
    }

    private JsonNode value(Item item, int number) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        if (item.node() instanceof ScalarNode scalar) {
            return scalar(scalar, number);
        } else if (item.isList()) {
            ArrayNode list = json.arrayNode();
            Fields.list(item, problems).forEach(each -> list.add(value(each, number)));
            return list;
        }
        ObjectNode object = fields(item, null, number);
        return object == null ? json.nullNode() : object;
    }

    private static JsonNode scalar(ScalarNode scalar, int number) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        boolean plain = scalar.getScalarStyle() == ScalarStyle.PLAIN;
        if (plain && scalar.getTag().equals(Tag.NULL)) {
            return json.nullNode();
        } else if (plain && scalar.getTag().equals(Tag.BOOL)) {
            return json.booleanNode(Boolean.parseBoolean(scalar.getValue()));
        }
        String text =
                number == NO_NUMBER ? scalar.getValue() : scalar.getValue().replace("{n}", Integer.toString(number));
        return json.textNode(GROUPED.matcher(text).matches() ? text.replace("_", "") : text);
    }

    /** A day where the contract has an instant is noon of that day in the scenario's zone. */
    void noonOfDays(TopicSpec<?> topic, ObjectNode fields) {
        for (Schema.Field field : topic.schema().getFields()) {
            JsonNode value = fields.get(field.name());
            if (value != null && value.isTextual() && isInstant(field.schema())) {
                fields.put(field.name(), instant(value.textValue()));
            }
        }
    }

    private String instant(String text) {
        try {
            return DAY.matcher(text).matches()
                    ? LocalDate.parse(text)
                            .atTime(NOON)
                            .atZone(zone)
                            .toInstant()
                            .toString()
                    : text;
        } catch (DateTimeException e) {
            return text; // The reader of the canonical form says what is wrong with it.
        }
    }

    private static boolean isInstant(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream().anyMatch(YamlValues::isInstant)
                : schema.getLogicalType() instanceof LogicalTypes.TimestampMillis;
    }

    /** The value at a path such as {@code credits[1].share}, or what comes nearest to it. */
    static Item at(Item event, String path) {
        Item at = event;
        for (String part : path.split("[.\\[]")) {
            Item next = part.endsWith("]") ? element(at, part) : child(at, part);
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** The key of a field; the record itself when the field was written in a short form. */
    static Item key(Item event, String name) {
        if (event.node() instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return event.child(name, key);
                }
            }
        }
        return event;
    }

    private static Item child(Item item, String name) {
        if (item.node() instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return item.child(name, tuple.getValueNode());
                }
            }
        }
        return null;
    }

    private static Item element(Item item, String part) {
        int index = Integer.parseInt(part.substring(0, part.length() - 1));
        return item.node() instanceof SequenceNode list
                        && index < list.getValue().size()
                ? item.element(index, list.getValue().get(index))
                : null;
    }
}
