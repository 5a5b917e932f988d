package dev.premia.codec.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** What a plan file says, key by key, as it is written. */
public sealed interface PlanTree {

    /** A single value: its exact text without quotes. */
    record Text(String text) implements PlanTree {}

    /** A list. */
    record Items(List<PlanTree> items) implements PlanTree {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys with values, in the order of the file. */
    record Fields(Map<String, PlanTree> fields) implements PlanTree {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** The value of a key, or null. */
        public PlanTree get(String key) {
            return fields.get(key);
        }

        /** The mapping under a key; empty when there is none. */
        public Fields fields(String key) {
            return fields.get(key) instanceof Fields inner ? inner : new Fields(Map.of());
        }

        /** The list under a key; empty when there is none. */
        public List<PlanTree> items(String key) {
            return fields.get(key) instanceof Items list ? list.items() : List.of();
        }

        /** The single value of a key, or null. */
        public String text(String key) {
            return fields.get(key) instanceof Text text ? text.text() : null;
        }
    }

    /** The tree of a YAML node; null for what YAML has and plans do not. */
    static PlanTree of(Node node) {
        if (node instanceof ScalarNode scalar) {
            return new Text(scalar.getValue());
        } else if (node instanceof SequenceNode sequence) {
            List<PlanTree> items = new ArrayList<>();
            sequence.getValue().forEach(each -> items.add(of(each)));
            return new Items(items);
        } else if (node instanceof MappingNode mapping) {
            Map<String, PlanTree> fields = new LinkedHashMap<>();
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    fields.putIfAbsent(key.getValue(), of(tuple.getValueNode()));
                }
            }
            return new Fields(fields);
        }
        throw new IllegalArgumentException("no value of a plan: " + node.getNodeType());
    }
}
