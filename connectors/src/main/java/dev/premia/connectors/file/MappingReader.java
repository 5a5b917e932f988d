package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.CsvFormat;
import dev.premia.connectors.file.Mapping.FileRule;
import dev.premia.connectors.file.Mapping.RecordRule;
import dev.premia.connectors.file.YamlDocument.Entry;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.PatternSyntaxException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads a mapping file and checks all of it that can be checked without the data. */
final class MappingReader {

    private static final List<String> TOP = List.of("mapping", "source", "zone", "files", "ignore");
    private static final List<String> FILE =
            List.of("file", "encoding", "separator", "quote", "header", "columns", "source", "zone", "records");

    /** Encodings in which a line end is one byte that is nothing else. */
    private static final Map<String, Charset> ENCODINGS = Map.of(
            "utf-8",
            StandardCharsets.UTF_8,
            "utf-8-bom",
            StandardCharsets.UTF_8,
            "windows-1251",
            Charset.forName("windows-1251"),
            "windows-1252",
            Charset.forName("windows-1252"),
            "koi8-r",
            Charset.forName("KOI8-R"),
            "cp866",
            Charset.forName("IBM866"),
            "iso-8859-1",
            StandardCharsets.ISO_8859_1,
            "us-ascii",
            StandardCharsets.US_ASCII);

    private final YamlDocument document;
    private final List<InputProblem> found = new ArrayList<>();

    private MappingReader(Path file) {
        this.document = new YamlDocument(file, found::add);
    }

    /** The mapping, or null after problems: a mapping with one mistake maps nothing. */
    static Mapping.Document read(Path file, FileInput.Options options, Consumer<InputProblem> problems) {
        MappingReader reader = new MappingReader(file);
        Mapping.Document mapping = reader.document(options);
        reader.found.forEach(problems);
        return reader.found.isEmpty() ? mapping : null;
    }

    private Mapping.Document document(FileInput.Options options) {
        String text = document.text();
        Optional<Node> root = text == null ? null : document.root(text);
        if (root == null || root.isEmpty()) {
            if (root != null) {
                document.report((Node) null, null, ProblemCode.WRONG_MAPPING, "nothing", "a mapping", null);
            }
            return null;
        }
        Map<String, Entry> entries = document.entries(root.get(), null);
        if (entries == null) {
            return null;
        }
        document.allow(entries, null, TOP);
        String source = text(entries, "source", options.source());
        ZoneId zone = zone(entries, options.zone());
        List<String> ignored =
                entries.containsKey("ignore") ? patterns(entries.get("ignore").value(), "ignore") : List.of();
        List<FileRule> files = new ArrayList<>();
        for (Node file : list(entries, "files", root.get())) {
            FileRule rule = file(file, source, zone);
            if (rule != null) {
                files.add(rule);
            }
        }
        return new Mapping.Document(document.file(), files, ignored);
    }

    private FileRule file(Node node, String defaultSource, ZoneId defaultZone) {
        Map<String, Entry> entries = document.entries(node, "files");
        if (entries == null) {
            return null;
        }
        document.allow(entries, "files", FILE);
        if (!entries.containsKey("file")) {
            String expected = "the name of the files, e.g. 'deals*.csv'";
            document.report(node, "file", ProblemCode.WRONG_MAPPING, "nothing", expected, null);
            return null;
        }
        String source = text(entries, "source", defaultSource);
        ZoneId zone = zone(entries, defaultZone);
        CsvFormat format = format(entries);
        RuleReader rules = new RuleReader(document, zone);
        List<RecordRule> records = new ArrayList<>();
        for (Node record : list(entries, "records", node)) {
            RecordRule rule = rules.record(record);
            if (rule != null) {
                records.add(rule);
            }
        }
        List<String> patterns = patterns(entries.get("file").value(), "file");
        return new FileRule(patterns, format, source, zone, records, document, node);
    }

    private CsvFormat format(Map<String, Entry> entries) {
        List<String> columns = entries.containsKey("columns")
                ? document.scalars(entries.get("columns").value(), "columns", "column names")
                : List.of();
        boolean header = flag(entries, "header", columns.isEmpty());
        if (header && !columns.isEmpty()) {
            String expected = "columns from the header, or 'header: false' and 'columns'";
            document.report(entries.get("columns").key(), "columns", ProblemCode.WRONG_MAPPING, "both", expected, null);
        }
        return new CsvFormat(
                encoding(entries), mark(entries, "separator", ','), mark(entries, "quote", '"'), header, columns);
    }

    private Charset encoding(Map<String, Entry> entries) {
        String name = text(entries, "encoding", "utf-8");
        Charset charset = ENCODINGS.get(name.toLowerCase(Locale.ROOT));
        if (charset == null) {
            List<String> known = ENCODINGS.keySet().stream().sorted().toList();
            Node node = entries.get("encoding").value();
            document.report(
                    node,
                    "encoding",
                    ProblemCode.WRONG_MAPPING,
                    Shown.quoted(name),
                    Shown.oneOf(known),
                    NearestName.hint(name, known));
            return StandardCharsets.UTF_8;
        }
        return charset;
    }

    private char mark(Map<String, Entry> entries, String key, char usual) {
        String text = text(entries, key, String.valueOf(usual));
        String mark = text.equals("tab") || text.equals("\\t") ? "\t" : text;
        if (mark.length() != 1 || mark.equals("\n") || mark.equals("\r")) {
            Node node = entries.get(key).value();
            document.report(node, key, ProblemCode.WRONG_MAPPING, Shown.quoted(text), "one character, or 'tab'", null);
            return usual;
        }
        return mark.charAt(0);
    }

    private boolean flag(Map<String, Entry> entries, String key, boolean usual) {
        String text = text(entries, key, Boolean.toString(usual));
        if (!text.equals("true") && !text.equals("false")) {
            Node node = entries.get(key).value();
            document.report(node, key, ProblemCode.WRONG_MAPPING, Shown.quoted(text), "true or false", null);
        }
        return text.equals("true");
    }

    private ZoneId zone(Map<String, Entry> entries, ZoneId usual) {
        return entries.containsKey("zone") ? zone(document, entries.get("zone").value(), usual) : usual;
    }

    /** The zone of that name; {@code usual} after a problem. */
    static ZoneId zone(YamlDocument document, Node node, ZoneId usual) {
        String expected = "an IANA time zone, e.g. Europe/Moscow or UTC";
        String name = document.scalar(node, "zone", expected);
        try {
            return name == null ? usual : ZoneId.of(name);
        } catch (DateTimeException e) {
            String hint = NearestName.hint(name, ZoneId.getAvailableZoneIds());
            document.report(node, "zone", ProblemCode.WRONG_MAPPING, Shown.quoted(name), expected, hint);
            return usual;
        }
    }

    private List<String> patterns(Node node, String key) {
        List<String> patterns = document.scalars(node, key, "file names such as 'deals*.csv'");
        for (String pattern : patterns) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            } catch (PatternSyntaxException e) {
                String expected = "a file name, in which * stands for any characters";
                document.report(
                        node, key, ProblemCode.WRONG_MAPPING, Shown.quoted(pattern), expected, e.getDescription());
                return List.of();
            }
        }
        return patterns;
    }

    private String text(Map<String, Entry> entries, String key, String usual) {
        String text =
                entries.containsKey(key) ? document.scalar(entries.get(key).value(), key, "one value") : usual;
        return text == null ? usual : text;
    }

    private List<Node> list(Map<String, Entry> entries, String key, Node owner) {
        Entry entry = entries.get(key);
        if (entry != null
                && entry.value() instanceof SequenceNode list
                && !list.getValue().isEmpty()) {
            return list.getValue();
        }
        Node at = entry == null ? owner : entry.value();
        String seen = entry == null ? "nothing" : YamlDocument.shown(at);
        document.report(at, key, ProblemCode.WRONG_MAPPING, seen, "a list under '" + key + "'", null);
        return List.of();
    }
}
