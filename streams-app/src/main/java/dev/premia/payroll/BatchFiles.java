package dev.premia.payroll;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of a batch: for machines CSV and XML, for people a workbook, their checksums, and last of all {@code .ok} with the control
 * totals, which says that the others are complete.
 *
 * @param contents by ending, without the point
 */
public record BatchFiles(Batch batch, Map<String, byte[]> contents) {
    private static final String CHECKSUMS = "sha256";
    private static final String COMPLETE = "ok";

    public BatchFiles {
        contents = new LinkedHashMap<>(contents);
    }

    void write(Path folder) throws IOException {
        StringBuilder sums = new StringBuilder();
        for (Map.Entry<String, byte[]> each : contents.entrySet()) {
            SafeFiles.write(folder.resolve(name(each.getKey())), each.getValue());
            sums.append(sha256(each.getValue()))
                    .append("  ")
                    .append(name(each.getKey()))
                    .append('\n');
        }
        SafeFiles.write(folder.resolve(name(CHECKSUMS)), sums.toString().getBytes(StandardCharsets.UTF_8));
        SafeFiles.write(folder.resolve(name(COMPLETE)), totals().getBytes(StandardCharsets.UTF_8));
    }

    private String name(String ending) {
        return batch.fileName() + "." + ending;
    }

    private String totals() {
        ObjectNode totals = new ObjectMapper().createObjectNode();
        totals.put("batchId", batch.id().toString());
        totals.put("organisation", batch.organisation());
        totals.put("period", batch.period().toString());
        totals.put("currency", batch.currency());
        totals.put("rows", batch.rows().size());
        totals.put("amount", batch.amount(batch.totalMinor()).toPlainString());
        return totals.toPrettyString() + "\n";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
