package dev.premia.connectors.file;

import dev.premia.connectors.file.Mapping.CellRule;
import dev.premia.connectors.file.Mapping.Column;
import dev.premia.connectors.file.Mapping.Literal;
import dev.premia.connectors.file.Mapping.Part;
import dev.premia.connectors.file.Mapping.Template;
import dev.premia.connectors.file.SourceValue.Scalar;
import dev.premia.connectors.file.YamlDocument.Entry;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads the rule of a single value: a template, or a column, template or constant with options. */
final class CellRuleReader {

    private static final List<String> ORIGINS = List.of("column", "template", "constant");
    private static final List<String> OPTIONS = List.of(
            "column",
            "template",
            "constant",
            "trim",
            "values",
            "otherwise",
            "default",
            "format",
            "zone",
            "at",
            "decimal",
            "thousands",
            "round");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}|[{}]");

    private final YamlDocument document;
    private final CellFormatReader formats;

    CellRuleReader(YamlDocument document, ZoneId zone) {
        this.document = document;
        this.formats = new CellFormatReader(document, zone);
    }

    /** The rule, or null after a problem. */
    CellRule read(Node node, ValueShape shape, String path) {
        if (node instanceof ScalarNode scalar) {
            return plain(scalar, shape, path);
        }
        Map<String, Entry> entries = document.entries(node, path);
        if (entries == null || isUnquotedTemplate(node, entries, path)) {
            return null;
        }
        document.allow(entries, path, OPTIONS);
        List<String> origins = ORIGINS.stream().filter(entries::containsKey).toList();
        if (origins.size() != 1) {
            String expected = "exactly one of column, template, constant";
            document.report(node, path, ProblemCode.WRONG_MAPPING, origins.toString(), expected, null);
            return null;
        }
        Template template = origin(origins.get(0), entries, shape, path);
        return template == null ? null : rule(template, entries, shape, path);
    }

    /** A column by name or, where the YAML value is a whole number, by its number from 1. */
    Column column(Node node, String path) {
        String name = document.scalar(node, path, "the name or number of a column");
        if (name == null) {
            return null;
        }
        boolean number = node.getTag().equals(Tag.INT) && name.matches("[1-9]\\d{0,3}");
        return new Column(name, number ? Integer.parseInt(name) : 0, node);
    }

    private CellRule plain(ScalarNode node, ValueShape shape, String path) {
        Template template = template(node, path);
        if (template == null) {
            return null;
        }
        if (template.columns().isEmpty()) {
            String text = node.getValue();
            String hint = "write {column: " + text + "} for a column or {constant: " + text + "} for a fixed value";
            document.report(node, path, ProblemCode.WRONG_MAPPING, Shown.quoted(text), "a {column} in the text", hint);
            return null;
        }
        return new CellRule(template, true, null, false, null, new CellFormat.AsIs(), shape);
    }

    private boolean isUnquotedTemplate(Node node, Map<String, Entry> entries, String path) {
        if (entries.size() != 1) {
            return false;
        }
        String name = entries.keySet().iterator().next();
        boolean bare =
                !OPTIONS.contains(name) && YamlDocument.isNull(entries.get(name).value());
        if (bare) {
            String hint = "put quotes around it: \"{" + name + "}\"";
            document.report(node, path, ProblemCode.WRONG_MAPPING, "{" + name + "}", "text in quotes", hint);
        }
        return bare;
    }

    private Template origin(String kind, Map<String, Entry> entries, ValueShape shape, String path) {
        Node node = entries.get(kind).value();
        if (kind.equals("column")) {
            Column column = column(node, path);
            return column == null ? null : new Template(List.of(column));
        }
        if (kind.equals("constant")) {
            String text = canonical(node, shape, path);
            return text == null ? null : new Template(List.of(new Literal(text)));
        }
        if (node instanceof ScalarNode scalar) {
            return template(scalar, path);
        }
        document.scalar(node, path, "text with columns, e.g. \"{region}-{name}\"");
        return null;
    }

    private CellRule rule(Template template, Map<String, Entry> entries, ValueShape shape, String path) {
        boolean constant = entries.containsKey("constant");
        if (constant && entries.size() > 1) {
            String expected = "nothing beside a constant";
            Node node = entries.get("constant").key();
            document.report(
                    node, path, ProblemCode.WRONG_MAPPING, entries.keySet().toString(), expected, null);
        }
        Map<String, String> values =
                entries.containsKey("values") ? values(entries.get("values").value(), shape, path) : null;
        String fallback = entries.containsKey("default")
                ? canonical(entries.get("default").value(), shape, path)
                : null;
        boolean trim = true;
        if (entries.containsKey("trim")) {
            Node node = entries.get("trim").value();
            String text = document.scalar(node, path, "true or false");
            if (text != null && !text.matches("true|false")) {
                document.report(node, path, ProblemCode.WRONG_MAPPING, Shown.quoted(text), "true or false", null);
            }
            trim = !"false".equals(text);
        }
        CellFormat format = formats.read(entries, shape, path);
        return new CellRule(template, trim, values, keeps(entries, path), fallback, format, shape);
    }

    private boolean keeps(Map<String, Entry> entries, String path) {
        if (!entries.containsKey("otherwise")) {
            return false;
        }
        Node node = entries.get("otherwise").value();
        boolean keep = node instanceof ScalarNode scalar && scalar.getValue().equals("keep");
        if (!keep || !entries.containsKey("values")) {
            String found = YamlDocument.shown(node);
            document.report(node, path, ProblemCode.WRONG_MAPPING, found, "'keep', together with 'values'", null);
        }
        return keep;
    }

    private Map<String, String> values(Node node, ValueShape shape, String path) {
        Map<String, Entry> entries = document.entries(node, path);
        if (entries == null) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        entries.forEach((cell, entry) -> {
            boolean none = YamlDocument.isNull(entry.value());
            values.put(cell, none ? null : canonical(entry.value(), shape, path));
        });
        return values;
    }

    /** A value of the mapping file itself; it must fit the field as it is. */
    private String canonical(Node node, ValueShape shape, String path) {
        String text = document.scalar(node, path, ScalarReader.expected(shape));
        if (text == null) {
            return null;
        }
        LineProblems here = document.at(node);
        new ScalarReader(here).read(shape, Scalar.text(text, YamlDocument.place(node)), path);
        return here.count() == 0 ? text : null;
    }

    private Template template(ScalarNode node, String path) {
        List<Part> parts = new ArrayList<>();
        Matcher matcher = PLACEHOLDER.matcher(node.getValue());
        int from = 0;
        while (matcher.find()) {
            addLiteral(parts, node.getValue().substring(from, matcher.start()));
            from = matcher.end();
            String token = matcher.group();
            if (token.equals("{{") || token.equals("}}")) {
                addLiteral(parts, token.substring(1));
            } else if (matcher.group(1) == null || matcher.group(1).isBlank()) {
                String expected = "columns in braces, e.g. \"{region}-{name}\"; {{ and }} for braces themselves";
                String found = Shown.quoted(node.getValue());
                document.report(node, path, ProblemCode.WRONG_MAPPING, found, expected, null);
                return null;
            } else {
                String name = matcher.group(1).trim();
                parts.add(new Column(name, 0, node));
            }
        }
        addLiteral(parts, node.getValue().substring(from));
        return new Template(parts);
    }

    private static void addLiteral(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Literal(text));
        }
    }
}
