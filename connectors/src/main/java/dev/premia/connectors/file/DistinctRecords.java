package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.RecordRule;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Lets the records of distinct rules through once per file. Keeps a digest per record, not the record. */
final class DistinctRecords {

    private record Seen(long line, String digest) {}

    private final JsonLineWriter writer = new JsonLineWriter();
    private final Map<RecordRule, Map<String, Seen>> seen = new IdentityHashMap<>();

    /** Whether the record is new; one that was there with other content is a problem. */
    boolean admits(RecordRule rule, InputRecord record, LineProblems problems) {
        if (!rule.distinct()) {
            return true;
        }
        String id = String.valueOf(rule.type().shape().valueOf(record.value(), "id"));
        String digest = Sha256.hex(writer.write(record.value(), record.recordedAt()));
        Seen before =
                seen.computeIfAbsent(rule, key -> new HashMap<>()).putIfAbsent(id, new Seen(record.line(), digest));
        if (before != null && !before.digest().equals(digest)) {
            problems.add(
                    Place.LINE,
                    "id",
                    ProblemCode.CONFLICTING_RECORD,
                    rule.type().name() + " " + Shown.quoted(id) + " with other content than in line " + before.line(),
                    "the same content wherever it appears",
                    "correct the row, or make the id of the mapping tell the two apart");
        }
        return before == null;
    }
}
