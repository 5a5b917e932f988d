package dev.premia.connectors.file;

import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.TopicSpec.Role;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * A value of the field {@code type}: {@code deal}, {@code fx_rate}, ... for every topic of the catalogue.
 *
 * @param name contract name in snake_case
 */
record RecordType(String name, TopicSpec<?> topic, RecordShape shape) {

    /** When a record happened, best first: used as {@code recorded_at} where nothing better is known. */
    private static final List<String> BUSINESS_TIMES = List.of(
            "closed_at",
            "paid_at",
            "started_at",
            "held_at",
            "answered_at",
            "reviewed_at",
            "at",
            "converted_at",
            "qualified_at",
            "first_touch_at",
            "created_at",
            "published_at",
            "spent_on",
            "date");

    private static final Map<String, RecordType> BY_NAME = catalogue();
    private static final Map<Class<?>, RecordType> BY_CLASS = byClass();

    /** The type of that name, or null. */
    static RecordType named(String name) {
        return BY_NAME.get(name);
    }

    /** The type of a record. */
    static RecordType of(SpecificRecord record) {
        RecordType type = BY_CLASS.get(record.getClass());
        if (type == null) {
            throw new IllegalArgumentException(
                    record.getClass().getName() + " is not the contract of a topic, so it has no line of its own.");
        }
        return type;
    }

    /** Names of the types that may be read from files: everything but what Premia itself computes. */
    static List<String> inputNames() {
        return BY_NAME.values().stream()
                .filter(RecordType::isInput)
                .map(RecordType::name)
                .toList();
    }

    boolean isInput() {
        return topic.role() != Role.OUTPUT;
    }

    /** The record key: the id, the plan id for plans, null for control records. */
    String key(SpecificRecord record) {
        if (topic.equals(Topics.CONTROL)) {
            return null;
        }
        String field = topic.equals(Topics.PLANS) ? "plan" : "id";
        return (String) shape.valueOf(record, field);
    }

    /** {@code changed_at}, else the business time, else null. Days begin in {@code zone}. */
    Instant defaultRecordedAt(SpecificRecord record, ZoneId zone) {
        if (shape.valueOf(record, "changed_at") instanceof Instant changed) {
            return changed;
        }
        for (String field : BUSINESS_TIMES) {
            Object value = shape.valueOf(record, field);
            if (value instanceof Instant instant) {
                return instant;
            }
            if (value instanceof LocalDate day) {
                return day.atStartOfDay(zone).toInstant();
            }
        }
        return null;
    }

    private static Map<String, RecordType> catalogue() {
        Map<String, RecordType> types = new LinkedHashMap<>();
        for (TopicSpec<?> topic : Topics.all()) {
            String name = snakeCase(topic.valueType().getSimpleName());
            // Entries of plans on trial have the contract of the ledger's, which comes first.
            types.putIfAbsent(name, new RecordType(name, topic, RecordShape.of(topic.schema())));
        }
        return types;
    }

    private static Map<Class<?>, RecordType> byClass() {
        Map<Class<?>, RecordType> types = new LinkedHashMap<>();
        BY_NAME.values().forEach(type -> types.put(type.topic().valueType(), type));
        return types;
    }

    private static String snakeCase(String name) {
        StringBuilder text = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (Character.isUpperCase(c) && !text.isEmpty()) {
                text.append('_');
            }
            text.append(Character.toLowerCase(c));
        }
        return text.toString();
    }
}
