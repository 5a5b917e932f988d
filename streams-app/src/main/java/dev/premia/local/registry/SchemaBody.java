package dev.premia.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the schema that a client registers, looks up or tests. */
final class SchemaBody {
    private static final Set<String> KNOWN = Set.of(
            "schema",
            "schemaType",
            "references",
            "id",
            "version",
            "subject",
            "metadata",
            "ruleSet",
            "schemaTagsToAdd",
            "schemaTagsToRemove",
            "propagateSchemaTags");

    /** Parts of Confluent's data contracts; to drop them silently would lose rules that somebody relies on. */
    private static final List<String> UNSUPPORTED =
            List.of("metadata", "ruleSet", "schemaTagsToAdd", "schemaTagsToRemove");

    private SchemaBody() {}

    static RegistryService.Candidate read(RegistryRequest request) {
        ObjectNode body = request.json();
        refuseUnknown(body);
        String type = body.path("schemaType").asText("");
        if (!type.isEmpty() && !type.equals("null") && !type.equals("AVRO")) {
            throw RegistryException.invalidSchema("Invalid schema type " + type + ": this registry knows AVRO only");
        }
        JsonNode schema = body.get("schema");
        if (schema != null && !schema.isTextual() && !schema.isNull()) {
            throw RegistryException.unprocessable("\"schema\" has to be a string that holds the schema as JSON");
        }
        return new RegistryService.Candidate(
                schema == null || schema.isNull() ? null : schema.asText(),
                references(body.path("references")),
                body.path("id").asInt(),
                body.path("version").asInt(),
                request.flag("normalize"));
    }

    private static void refuseUnknown(ObjectNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (!KNOWN.contains(field.getKey())) {
                throw RegistryException.unprocessable("Unrecognized field: " + field.getKey());
            }
            boolean empty = field.getValue().isNull() || field.getValue().isEmpty();
            if (UNSUPPORTED.contains(field.getKey()) && !empty) {
                throw RegistryException.invalidSchema(
                        "\"" + field.getKey() + "\" is not supported by the local registry; leave it out");
            }
        }
    }

    private static List<Reference> references(JsonNode list) {
        List<Reference> references = new ArrayList<>();
        for (JsonNode item : list) {
            JsonNode version = item.path("version");
            if (!item.path("name").isTextual() || !item.path("subject").isTextual() || !version.isInt()) {
                throw RegistryException.unprocessable(
                        "A reference needs \"name\" and \"subject\" as strings and \"version\" as a number, found "
                                + item);
            }
            references.add(new Reference(
                    item.path("name").asText(), item.path("subject").asText(), version.asInt()));
        }
        return references;
    }
}
