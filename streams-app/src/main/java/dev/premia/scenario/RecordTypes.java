package dev.premia.scenario;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The records that the log can have, by the names of the canonical form. */
final class RecordTypes {
    private static final Map<String, TopicSpec<?>> BY_NAME = byName();

    private RecordTypes() {}

    static Set<String> names() {
        return BY_NAME.keySet();
    }

    static TopicSpec<?> topic(String name) {
        return BY_NAME.get(name);
    }

    private static Map<String, TopicSpec<?>> byName() {
        Map<String, TopicSpec<?>> types = new LinkedHashMap<>();
        for (TopicSpec<?> topic : Topics.all()) {
            if (topic.role() != Role.OUTPUT) {
                String name = topic.valueType().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1");
                types.put(name.toLowerCase(Locale.ROOT), topic);
            }
        }
        return Collections.unmodifiableMap(types);
    }
}
