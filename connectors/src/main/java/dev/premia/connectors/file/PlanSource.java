package dev.premia.connectors.file;

import dev.premia.connectors.file.SourceValue.Fields;
import dev.premia.connectors.file.SourceValue.Form;
import dev.premia.connectors.file.SourceValue.Scalar;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A plan file: a YAML document with the key {@code plan} at its top. It travels as it is; only what the record needs is
 * read here, the rules are checked where plans are understood.
 */
final class PlanSource implements InputSource {

    private static final List<String> REQUIRED = List.of("plan", "version", "valid_from");
    private static final List<String> OPTIONAL = List.of("author", "approver", "restate_closed", "published_at");

    private final Path file;
    private final ZoneId zone;
    private boolean read;
    private boolean broken;
    private String note;

    PlanSource(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    @Override
    public boolean readNext(Consumer<InputRecord> records, Consumer<InputProblem> problems) throws IOException {
        if (read) {
            return false;
        }
        read = true;
        YamlDocument document = new YamlDocument(file, problem -> {
            broken = true;
            problems.accept(problem);
        });
        String text = document.text();
        Optional<Node> root = text == null ? null : document.root(text);
        if (root == null) {
            return true;
        }
        if (root.isEmpty()) {
            note = file + ": empty, 0 records";
        } else if (!(root.get() instanceof MappingNode mapping) || !hasPlan(mapping)) {
            note = file + ": left out, it has no key 'plan' at its top and is no mapping file (*.mapping.yaml)";
        } else {
            plan(document, mapping, text, records);
        }
        return true;
    }

    private static boolean hasPlan(MappingNode mapping) {
        return mapping.getValue().stream()
                .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("plan"));
    }

    private void plan(YamlDocument document, MappingNode mapping, String text, Consumer<InputRecord> records) {
        Map<String, YamlDocument.Entry> entries = document.entries(mapping, null);
        boolean complete = true;
        for (String name : REQUIRED) {
            if (!entries.containsKey(name)) {
                complete = false;
                String expected = "'" + name + "' at the top of the plan";
                document.report(mapping, name, ProblemCode.WRONG_PLAN, "nothing", expected, null);
            }
        }
        Fields fields = complete && !broken ? fields(document, entries, text) : null;
        if (fields != null) {
            LineProblems lineProblems = new LineProblems(file, 1, document.problems());
            InputRecord record =
                    JsonLineReader.record(RecordType.named("plan"), fields, "", zone, file, 1, lineProblems);
            if (record != null) {
                records.accept(record);
            }
        }
    }

    /** The values of the record, or null after a problem, which names the line of the value. */
    private Fields fields(YamlDocument document, Map<String, YamlDocument.Entry> entries, String text) {
        Map<String, SourceValue> fields = new LinkedHashMap<>();
        boolean valid = true;
        for (String name : REQUIRED) {
            valid &= take(document, entries.get(name), name, fields);
        }
        for (String name : OPTIONAL) {
            valid &= !entries.containsKey(name) || take(document, entries.get(name), name, fields);
        }
        if (isOnTrial(entries.get("shadow"))) {
            fields.put("status", Scalar.text("shadow", Place.LINE));
        }
        fields.put("document", Scalar.text(text, Place.LINE));
        fields.put("sha256", Scalar.text(Sha256.hex(text), Place.LINE));
        return valid ? new Fields(fields, Place.LINE) : null;
    }

    /** Anything but a plain {@code true} is told where plans are understood. */
    private static boolean isOnTrial(YamlDocument.Entry shadow) {
        return shadow != null
                && shadow.value() instanceof ScalarNode scalar
                && scalar.getValue().equals("true");
    }

    private boolean take(
            YamlDocument document, YamlDocument.Entry entry, String name, Map<String, SourceValue> fields) {
        if (!(entry.value() instanceof ScalarNode scalar)) {
            String found = YamlDocument.shown(entry.value());
            document.report(entry.value(), name, ProblemCode.WRONG_PLAN, found, "one value", null);
            return false;
        }
        Form form = scalar.getTag().equals(Tag.NULL) ? Form.NULL : Form.TEXT;
        Scalar value = new Scalar(scalar.getValue(), form, YamlDocument.place(scalar));
        LineProblems here = new LineProblems(file, YamlDocument.line(scalar), document.problems());
        RecordShape.Field field = RecordType.named("plan").shape().field(name);
        if (value.isNull() && field.required()) {
            here.add(value, name, ProblemCode.WRONG_PLAN, ScalarReader.expected(field.value()), null);
        } else if (!value.isNull()) {
            new ScalarReader(here).read(field.value(), value, name);
        }
        fields.put(name, value);
        return here.count() == 0;
    }

    @Override
    public String note() {
        return note;
    }

    @Override
    public void close() {
        // The document is read at once; nothing stays open.
    }
}
