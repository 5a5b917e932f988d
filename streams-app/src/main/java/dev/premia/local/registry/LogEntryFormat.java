package dev.premia.local.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Log entries as records of a compacted topic, JSON in key and value. Properties of a key are always written in the same order,
 * because compaction compares bytes. The version in each key allows another layout later.
 */
final class LogEntryFormat {
    private static final int FORMAT = 1;
    private static final String SCHEMA = "SCHEMA";
    private static final String IDS_USED = "IDS_USED";

    private final ObjectMapper json = new ObjectMapper();

    byte[] key(LogEntry entry) {
        if (entry instanceof LogEntry.SchemaPut put) {
            return schemaKey(put.version().subject(), put.version().version());
        }
        if (entry instanceof LogEntry.SchemaRemoved removed) {
            return schemaKey(removed.subject(), removed.version());
        }
        if (entry instanceof LogEntry.SettingPut setting) {
            ObjectNode key = keyOf(setting.setting().name());
            setting.subject().ifPresent(subject -> key.put("subject", subject));
            return bytes(key);
        }
        return bytes(keyOf(IDS_USED));
    }

    private byte[] schemaKey(String subject, int version) {
        return bytes(keyOf(SCHEMA).put("subject", subject).put("version", version));
    }

    private ObjectNode keyOf(String type) {
        return json.createObjectNode().put("format", FORMAT).put("type", type);
    }

    /** The value of a record; null, which lets compaction forget the key, for what is taken away. */
    byte[] value(LogEntry entry) {
        if (entry instanceof LogEntry.SchemaPut put) {
            return bytes(schemaValue(put.version()));
        }
        if (entry instanceof LogEntry.SettingPut setting) {
            return setting.value()
                    .map(value -> bytes(json.createObjectNode().put("value", value)))
                    .orElse(null);
        }
        if (entry instanceof LogEntry.IdsUsed used) {
            return bytes(json.createObjectNode().put("highest", used.highest()));
        }
        return null;
    }

    private ObjectNode schemaValue(SchemaVersion version) {
        ObjectNode value = json.createObjectNode()
                .put("id", version.id())
                .put("schema", version.schema())
                .put("deleted", version.deleted());
        if (!version.references().isEmpty()) {
            value.set("references", json.valueToTree(version.references()));
        }
        return value;
    }

    /**
     * @param value null for a deleted key
     * @throws RegistryException when the record was not written by a registry of this format
     */
    LogEntry read(byte[] key, byte[] value) {
        try {
            JsonNode keyTree = json.readTree(key);
            if (keyTree.path("format").asInt() != FORMAT) {
                throw new IOException("unknown format " + keyTree.path("format"));
            }
            JsonNode valueTree = value == null ? null : json.readTree(value);
            return entry(keyTree, valueTree);
        } catch (IOException | IllegalArgumentException e) {
            throw RegistryException.storeFailed("a record of the schema topic is not readable: " + e.getMessage(), e);
        }
    }

    private LogEntry entry(JsonNode key, JsonNode value) throws IOException {
        String type = key.path("type").asText();
        if (IDS_USED.equals(type)) {
            return new LogEntry.IdsUsed(
                    value == null ? 0 : value.path("highest").asInt());
        }
        if (SCHEMA.equals(type)) {
            String subject = key.path("subject").asText();
            int version = key.path("version").asInt();
            return value == null
                    ? new LogEntry.SchemaRemoved(subject, version)
                    : new LogEntry.SchemaPut(schemaVersion(subject, version, value));
        }
        return new LogEntry.SettingPut(
                Setting.valueOf(type),
                Optional.ofNullable(key.get("subject")).map(JsonNode::asText),
                Optional.ofNullable(value).map(tree -> tree.path("value").asText()));
    }

    private SchemaVersion schemaVersion(String subject, int version, JsonNode value) throws IOException {
        List<Reference> references = new ArrayList<>();
        for (JsonNode reference : value.path("references")) {
            references.add(json.treeToValue(reference, Reference.class));
        }
        return new SchemaVersion(
                subject,
                version,
                value.path("id").asInt(),
                value.path("schema").asText(),
                references,
                value.path("deleted").asBoolean());
    }

    private byte[] bytes(JsonNode tree) {
        try {
            return json.writeValueAsBytes(tree);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
