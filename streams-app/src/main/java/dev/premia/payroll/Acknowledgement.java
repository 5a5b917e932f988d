package dev.premia.payroll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What payroll says of a batch.
 *
 * @param refused why rows were refused, by row
 * @param documents what was created, for people, such as {@code Премия 0000-000045}
 */
public record Acknowledgement(UUID batch, Status status, Map<UUID, String> refused, List<String> documents) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public Acknowledgement {
        refused = Map.copyOf(refused);
        documents = List.copyOf(documents);
    }

    /** What became of the batch as a whole. */
    public enum Status {
        /** Taken over but for the refused rows. */
        ACCEPTED,
        /** Nothing of it was taken over. */
        REJECTED;

        String label() {
            return this == ACCEPTED ? "accepted" : "rejected";
        }

        static Status of(String label) {
            for (Status each : values()) {
                if (each.label().equals(label)) {
                    return each;
                }
            }
            throw new PayrollFileException("status: found '" + label + "', expected accepted or rejected");
        }
    }

    /** Whether a row was not taken over. */
    public boolean refuses(UUID row) {
        return status == Status.REJECTED || refused.containsKey(row);
    }

    /**
     * Reads an answer: {@code batchId}, {@code status}, {@code documents}, {@code errors} with {@code rowId}, {@code code} and {@code message}.
     *
     * @throws PayrollFileException saying what is wrong with it
     */
    public static Acknowledgement parse(String text) {
        JsonNode json;
        try {
            // A byte order mark is usual where such files come from.
            json = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (JsonProcessingException e) {
            throw new PayrollFileException(
                    "line " + e.getLocation().getLineNr() + ": no JSON (" + e.getOriginalMessage() + ")", e);
        }
        if (!json.isObject()) {
            throw new PayrollFileException("found no JSON object; expected one with batchId and status");
        }
        Map<UUID, String> refused = new LinkedHashMap<>();
        for (JsonNode error : json.path("errors")) {
            String why = error.path("message").asText("");
            refused.put(uuid(error, "rowId"), why.isEmpty() ? error.path("code").asText("") : why);
        }
        List<String> documents = new ArrayList<>();
        for (JsonNode document : json.path("documents")) {
            documents.add((document.path("type").asText("") + " "
                            + document.path("number").asText(""))
                    .strip());
        }
        return new Acknowledgement(
                uuid(json, "batchId"), Status.of(json.path("status").asText("")), refused, documents);
    }

    private static UUID uuid(JsonNode node, String field) {
        String text = node.path(field).asText("");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new PayrollFileException(
                    field + ": found '" + text + "', expected an id as the export wrote it, such as"
                            + " 9f0c1b1e-0001-4000-8000-000000000000",
                    e);
        }
    }

    /** What was refused, for people. */
    public String refusals() {
        return refused.values().stream().distinct().sorted().collect(Collectors.joining("; "));
    }
}
