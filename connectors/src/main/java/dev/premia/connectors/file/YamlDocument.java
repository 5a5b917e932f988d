package dev.premia.connectors.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML file whose nodes know their line and column, so that a report can name them. */
final class YamlDocument {

    /** Beyond any plan or mapping; a larger file is something else. */
    private static final long LARGEST = 2L * 1024 * 1024;

    /** One entry of a mapping. */
    record Entry(ScalarNode key, Node value) {}

    private final Path file;
    private final Consumer<InputProblem> problems;

    YamlDocument(Path file, Consumer<InputProblem> problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The text of the file, or null after a problem. A byte order mark is dropped. */
    String text() {
        try {
            if (Files.size(file) > LARGEST) {
                report(
                        (Mark) null,
                        null,
                        ProblemCode.UNREADABLE,
                        Files.size(file) + " bytes",
                        "at most " + LARGEST,
                        null);
                return null;
            }
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            report((Mark) null, null, ProblemCode.WRONG_ENCODING, "bytes that are no text", "UTF-8", null);
        } catch (IOException e) {
            report((Mark) null, null, ProblemCode.UNREADABLE, e.toString(), "a readable file", null);
        }
        return null;
    }

    /** The top of the document: null after a problem, empty for a file without content. */
    Optional<Node> root(String text) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setLabel(file.toString()).build();
            return new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            report(mark.orElse(null), null, ProblemCode.BROKEN_YAML, String.valueOf(e.getProblem()), "YAML", null);
        } catch (YamlEngineException e) {
            report(
                    (Mark) null,
                    null,
                    ProblemCode.BROKEN_YAML,
                    String.valueOf(e.getMessage()),
                    "one YAML document",
                    null);
        }
        return null;
    }

    /** The entries of a mapping by key, in order; null after a problem with its shape. */
    Map<String, Entry> entries(Node node, String what) {
        if (!(node instanceof MappingNode mapping)) {
            report(node, what, ProblemCode.WRONG_MAPPING, shown(node), "entries such as 'name: value'", null);
            return null;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                report(tuple.getKeyNode(), what, ProblemCode.WRONG_MAPPING, "a composite key", "a plain name", null);
            } else if (entries.put(key.getValue(), new Entry(key, tuple.getValueNode())) != null) {
                report(key, what, ProblemCode.DUPLICATE_FIELD, "'" + key.getValue() + "' again", "each key once", null);
            }
        }
        return entries;
    }

    /** Reports to somebody else: what only the data shows is found after the mapping was read. */
    void report(
            Node node,
            String field,
            ProblemCode code,
            String found,
            String expected,
            String hint,
            Consumer<InputProblem> sink) {
        new LineProblems(file, line(node), sink).add(place(node), field, code, found, expected, hint);
    }

    void report(Node node, String field, ProblemCode code, String found, String expected, String hint) {
        report(node == null ? null : node.getStartMark().orElse(null), field, code, found, expected, hint);
    }

    /** The text of a plain value; null after a problem. */
    String scalar(Node node, String field, String expected) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        report(node, field, ProblemCode.WRONG_MAPPING, shown(node), expected, null);
        return null;
    }

    /** The texts of a plain value or of a list of them; problems leave items out. */
    List<String> scalars(Node node, String field, String expected) {
        List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
        return nodes.stream()
                .map(item -> scalar(item, field, expected))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Reports the keys that mean nothing here. */
    void allow(Map<String, Entry> entries, String field, Collection<String> keys) {
        entries.forEach((key, entry) -> {
            if (!keys.contains(key)) {
                String hint = NearestName.hint(key, keys);
                report(entry.key(), field, ProblemCode.WRONG_MAPPING, "'" + key + "'", Shown.oneOf(keys), hint);
            }
        });
    }

    /** Problems at the line of a node. */
    LineProblems at(Node node) {
        return new LineProblems(file, line(node), problems);
    }

    static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }

    static String shown(Node node) {
        if (node instanceof ScalarNode scalar) {
            return Shown.quoted(scalar.getValue());
        }
        return node instanceof MappingNode ? "entries" : "a list";
    }

    static Place place(Node node) {
        return Place.at(node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0));
    }

    static long line(Node node) {
        return node.getStartMark().map(mark -> mark.getLine() + 1L).orElse(0L);
    }

    Path file() {
        return file;
    }

    Consumer<InputProblem> problems() {
        return problems;
    }

    private void report(Mark mark, String field, ProblemCode code, String found, String expected, String hint) {
        long line = mark == null ? 0 : mark.getLine() + 1L;
        int column = mark == null ? 0 : mark.getColumn() + 1;
        problems.accept(
                new InputProblem(file, line, column, null, field, code, Shown.shortened(found), expected, hint));
    }
}
