package dev.premia.connectors.file;

import dev.premia.schemas.AvroTrust;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** The fields of a contract in the order of its schema, with what the file form needs to know of each. */
final class RecordShape {

    static final String ATTRIBUTES = "attributes";
    static final String SOURCE = "source";

    /** Fields that name an entity, so that their values are qualified by a source. */
    static final Set<String> REFERENCES = Set.of(
            "manager",
            "to_manager",
            "owner",
            "reviewer",
            "head",
            "team",
            "parent",
            "customer",
            "deal",
            "lead",
            "call",
            "linked_call",
            "entity",
            "campaign",
            "contract_renewal",
            "product",
            "subject");

    private static final Map<String, RecordShape> SHAPES = new ConcurrentHashMap<>();

    /**
     * One field.
     *
     * @param optional whether null is a value of its own
     * @param fallback value of the contract for a field that is not given; null: there is none or it is null
     * @param required whether a record without it is incomplete
     * @param qualified whether it holds an id that is qualified by a source
     */
    record Field(
            String name,
            int position,
            ValueShape value,
            boolean optional,
            Object fallback,
            boolean required,
            boolean qualified) {

        /** A fresh default: records may change their lists. */
        Object defaultValue() {
            if (value instanceof ValueShape.ListOf) {
                return new ArrayList<>();
            }
            return value instanceof ValueShape.MapOf ? new HashMap<>() : fallback;
        }
    }

    private final String name;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Constructor<? extends SpecificRecord> constructor;

    private RecordShape(Schema schema) {
        this.name = schema.getName();
        this.constructor = constructorOf(schema);
        boolean ownId = schema.getField(SOURCE) != null;
        for (Schema.Field field : schema.getFields()) {
            fields.put(field.name(), fieldOf(field, ownId));
        }
    }

    static RecordShape of(Schema schema) {
        RecordShape known = SHAPES.get(schema.getFullName());
        if (known == null) {
            known = new RecordShape(schema);
            SHAPES.put(schema.getFullName(), known);
        }
        return known;
    }

    String name() {
        return name;
    }

    Map<String, Field> fields() {
        return fields;
    }

    Field field(String fieldName) {
        return fields.get(fieldName);
    }

    boolean has(String fieldName) {
        return fields.containsKey(fieldName);
    }

    /** The value of a field, null also where the contract does not have it. */
    Object valueOf(SpecificRecord record, String fieldName) {
        Field field = fields.get(fieldName);
        return field == null ? null : record.get(field.position());
    }

    SpecificRecord newRecord() {
        try {
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The generated class of " + name + " cannot be created.", e);
        }
    }

    private static Field fieldOf(Schema.Field field, boolean ownId) {
        boolean optional = field.schema().isNullable();
        boolean collection =
                field.schema().getType() == Schema.Type.ARRAY || field.schema().getType() == Schema.Type.MAP;
        boolean simpleDefault = field.hasDefaultValue() && !optional && !collection;
        Object fallback = simpleDefault ? SpecificData.get().getDefaultValue(field) : null;
        boolean qualified =
                REFERENCES.contains(field.name()) || (ownId && field.name().equals("id"));
        return new Field(
                field.name(),
                field.pos(),
                ValueShape.of(field.schema()),
                optional,
                fallback,
                !field.hasDefaultValue(),
                qualified);
    }

    private static Constructor<? extends SpecificRecord> constructorOf(Schema schema) {
        AvroTrust.install();
        try {
            return SpecificData.get()
                    .getClass(schema)
                    .asSubclass(SpecificRecord.class)
                    .getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("No generated class for the contract " + schema.getFullName(), e);
        }
    }
}
