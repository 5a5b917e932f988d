package dev.premia.payroll;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The batches that were handed over from a folder, and what payroll answered: the file {@value #FILE} of JSON lines in that folder. The
 * files of the batches themselves may be taken away. Not thread-safe; {@link ExportFolder} keeps others out.
 */
public final class ExportList {
    /** The name of the file. */
    public static final String FILE = "exports.jsonl";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final StringBuilder text = new StringBuilder();
    private final Map<UUID, Handover> batches = new LinkedHashMap<>();

    private ExportList(Path file) {
        this.file = file;
    }

    /**
     * Reads the list of a folder; empty where there is none yet.
     *
     * @throws PayrollFileException when a line cannot be read
     */
    public static ExportList read(Path folder) throws IOException {
        ExportList list = new ExportList(folder.resolve(FILE));
        if (Files.exists(list.file)) {
            List<String> lines = Files.readAllLines(list.file);
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    list.take(lines.get(i), i + 1);
                }
            }
        }
        return list;
    }

    /** In the order in which they were handed over. */
    public Collection<Handover> batches() {
        return Collections.unmodifiableCollection(batches.values());
    }

    /** The batch of an id, or null. */
    public Handover batch(UUID id) {
        return batches.get(id);
    }

    /** Adds a batch whose files are written. */
    void add(Batch batch) throws IOException {
        ObjectNode line = JSON.createObjectNode()
                .put("type", "batch")
                .put("id", batch.id().toString())
                .put("number", batch.number())
                .put("organisation", batch.organisation())
                .put("period", batch.period().toString())
                .put("currency", batch.currency())
                .put("total", batch.amount(batch.totalMinor()).toPlainString());
        ArrayNode rows = line.putArray("rows");
        for (Batch.Row row : batch.rows()) {
            rows.addObject()
                    .put("id", row.id().toString())
                    .put("employee_number", row.payee().employeeNumber())
                    .put("manager", row.payee().manager())
                    .put("minor", row.minor());
        }
        batches.put(batch.id(), Handover.of(batch));
        append(line);
    }

    /**
     * Takes in an answer. The same answer again changes nothing.
     *
     * @return the batch with its answer
     * @throws PayrollFileException when it does not fit: an unknown batch or row, or another answer after more was handed over
     */
    Handover answer(Acknowledgement reply) throws IOException {
        Handover batch = batches.get(reply.batch());
        if (batch == null) {
            throw new PayrollFileException(
                    "batchId: " + reply.batch() + " was not handed over from this folder; " + known());
        }
        for (UUID row : reply.refused().keySet()) {
            if (!batch.rows().containsKey(row)) {
                throw new PayrollFileException("errors: row " + row + " is none of batch " + batch.id());
            }
        }
        if (reply.equals(batch.reply())) {
            return batch;
        }
        if (!batch.isOpen() && hasSuccessor(batch)) {
            throw new PayrollFileException(
                    "batch " + batch.id() + " was answered otherwise, and a later batch was made from"
                            + " that answer; correct the payroll of that later batch instead");
        }
        Handover answered = batch.answered(reply);
        batches.put(batch.id(), answered);
        append(line(reply));
        return answered;
    }

    private String known() {
        List<String> open = batches.values().stream()
                .filter(Handover::isOpen)
                .map(batch -> batch.id().toString())
                .toList();
        return open.isEmpty()
                ? "no batch of it waits for an answer"
                : "waiting for an answer: " + String.join(", ", open);
    }

    private boolean hasSuccessor(Handover batch) {
        return batches.values().stream()
                .anyMatch(other -> other.number() > batch.number()
                        && other.organisation().equals(batch.organisation())
                        && other.period().equals(batch.period())
                        && other.currency().equals(batch.currency()));
    }

    private static ObjectNode line(Acknowledgement reply) {
        ObjectNode line = JSON.createObjectNode()
                .put("type", "acknowledgement")
                .put("batchId", reply.batch().toString())
                .put("status", reply.status().label());
        ArrayNode documents = line.putArray("documents");
        reply.documents().forEach(each -> documents.addObject().put("type", each));
        ArrayNode errors = line.putArray("errors");
        reply.refused()
                .forEach((row, why) ->
                        errors.addObject().put("rowId", row.toString()).put("message", why));
        return line;
    }

    private void append(ObjectNode line) throws IOException {
        text.append(line).append('\n');
        SafeFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void take(String line, int number) {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.path("type").asText().equals("batch")) {
                Handover batch = batch(json);
                batches.put(batch.id(), batch);
            } else {
                Acknowledgement reply = Acknowledgement.parse(line);
                batches.put(reply.batch(), batches.get(reply.batch()).answered(reply));
            }
        } catch (JsonProcessingException
                | IllegalArgumentException
                | DateTimeException
                | NullPointerException
                | PayrollFileException e) {
            throw new PayrollFileException(
                    file + ":" + number + ": cannot be read (" + e.getMessage()
                            + "); expected the list as the exports wrote it; restore it from a copy",
                    e);
        }
        text.append(line).append('\n');
    }

    private static Handover batch(JsonNode json) {
        Map<UUID, Handover.Row> rows = new LinkedHashMap<>();
        for (JsonNode row : json.path("rows")) {
            UUID id = UUID.fromString(row.path("id").asText());
            rows.put(
                    id,
                    new Handover.Row(
                            id,
                            row.path("employee_number").asText(),
                            row.path("manager").asText(),
                            new BigDecimal(row.path("minor").asText()).longValueExact()));
        }
        return new Handover(
                UUID.fromString(json.path("id").asText()),
                json.path("number").asInt(),
                json.path("organisation").asText(),
                YearMonth.parse(json.path("period").asText()),
                json.path("currency").asText(),
                rows,
                null);
    }
}
