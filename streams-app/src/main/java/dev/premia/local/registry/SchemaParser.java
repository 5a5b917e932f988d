package dev.premia.local.registry;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads Avro schemas, with the schemas that they refer to, into the form that the compatibility checker compares. */
final class SchemaParser {
    private final SchemaCatalog catalog;

    SchemaParser(SchemaCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * @param normalize whether equal schemas written differently become one
     * @throws RegistryException 42201 when the text is no Avro schema or a reference leads nowhere
     */
    AvroSchema parse(String schema, List<Reference> references, boolean normalize) {
        if (schema == null || schema.isBlank()) {
            throw RegistryException.invalidSchema("Empty schema");
        }
        try {
            AvroSchema parsed = read(schema, references);
            parsed.validate(true);
            return normalize ? parsed.normalize() : parsed;
        } catch (RegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            throw RegistryException.invalidSchema("Invalid schema " + schema + " with refs " + references
                    + " of type AVRO, details: " + rootMessage(e));
        }
    }

    /** A schema that was accepted before; not validated again, as rules may have become stricter since. */
    AvroSchema stored(SchemaVersion version) {
        return read(version.schema(), version.references());
    }

    private AvroSchema read(String schema, List<Reference> references) {
        Map<String, String> texts = new LinkedHashMap<>();
        references.forEach(reference -> resolve(reference, texts));
        List<SchemaReference> links = references.stream()
                .map(reference -> new SchemaReference(reference.name(), reference.subject(), reference.version()))
                .toList();
        AvroSchema parsed = new AvroSchema(schema, links, texts, null);
        // Parsing is lazy: ask now, so that a broken schema is found here.
        parsed.rawSchema();
        return parsed;
    }

    /** Puts what a schema needs before the schema itself, the order in which Avro wants to meet named types. */
    private void resolve(Reference reference, Map<String, String> texts) {
        if (texts.containsKey(reference.name())) {
            return;
        }
        Optional<SchemaVersion> target =
                catalog.version(reference.subject(), reference.version(), SchemaCatalog.Deleted.SHOW);
        SchemaVersion found =
                target.orElseThrow(() -> RegistryException.invalidSchema("No schema reference found for subject \""
                        + reference.subject() + "\" and version " + reference.version()));
        found.references().forEach(inner -> resolve(inner, texts));
        texts.put(reference.name(), found.schema());
    }

    private static String rootMessage(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
