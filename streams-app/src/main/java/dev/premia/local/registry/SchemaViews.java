package dev.premia.local.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.LinkedHashMap;
import java.util.Map;

/** Versions as clients see them. As in Confluent's registry, type AVRO and empty references are left out. */
final class SchemaViews {
    private final SchemaParser parser;

    SchemaViews(SchemaParser parser) {
        this.parser = parser;
    }

    /** Subject, version, id and schema. */
    Map<String, Object> full(SchemaVersion version, RegistryRequest request) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("subject", version.subject());
        view.put("version", version.version());
        view.put("id", version.id());
        putContent(view, version, request);
        return view;
    }

    /** The schema alone, as it is asked for by id. */
    Map<String, Object> content(SchemaVersion version, RegistryRequest request) {
        Map<String, Object> view = new LinkedHashMap<>();
        putContent(view, version, request);
        return view;
    }

    private void putContent(Map<String, Object> view, SchemaVersion version, RegistryRequest request) {
        if (!version.references().isEmpty()) {
            view.put("references", version.references());
        }
        view.put("schema", text(version, request));
    }

    /** Canonical text, or what the {@code format} parameter asks for ({@code resolved} puts references in). */
    String text(SchemaVersion version, RegistryRequest request) {
        String format = request.parameter("format");
        if (format.isEmpty()) {
            return version.schema();
        }
        AvroSchema schema = parser.stored(version);
        try {
            return schema.formattedString(format);
        } catch (IllegalArgumentException e) {
            throw RegistryException.unprocessable("Unknown schema format " + format);
        }
    }
}
