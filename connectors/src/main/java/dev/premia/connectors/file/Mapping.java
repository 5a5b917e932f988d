package dev.premia.connectors.file;

import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** A mapping file that has been checked against the contracts: how foreign CSV files become records. */
final class Mapping {

    private Mapping() {}

    /**
     * The whole mapping file.
     *
     * @param ignored patterns of CSV files that are left out on purpose
     */
    record Document(Path path, List<FileRule> files, List<String> ignored) {

        boolean ignores(Path file) {
            return ignored.stream().anyMatch(pattern -> matches(pattern, file));
        }
    }

    /**
     * How files of some names are read.
     *
     * @param patterns globs over the file name
     * @param document the mapping file, for reports
     */
    record FileRule(
            List<String> patterns,
            CsvFormat format,
            String source,
            ZoneId zone,
            List<RecordRule> records,
            YamlDocument document,
            Node node) {

        boolean describes(Path file) {
            return patterns.stream().anyMatch(pattern -> matches(pattern, file));
        }
    }

    /**
     * How the text is cut into cells.
     *
     * @param header whether the first row holds the column names
     * @param columns names of the columns where there is no header; empty: columns have numbers alone
     */
    record CsvFormat(Charset charset, char separator, char quote, boolean header, List<String> columns) {}

    /** One record per row, or per distinct content. */
    record RecordRule(RecordType type, Condition skip, boolean distinct, Map<String, ValueRule> fields) {}

    /** Where a value comes from. */
    sealed interface ValueRule {}

    /**
     * A single value.
     *
     * @param values canonical value by cell text; null: the cell text counts. A null value stands for nothing
     * @param keep whether a cell text that {@code values} does not have counts as it is
     * @param fallback canonical value for an empty cell or one that {@code values} does not have; null: none
     */
    record CellRule(
            Template template,
            boolean trim,
            Map<String, String> values,
            boolean keep,
            String fallback,
            CellFormat format,
            ValueShape shape)
            implements ValueRule {}

    record ItemsRule(List<ValueRule> items) implements ValueRule {}

    record ObjectRule(Map<String, ValueRule> fields, Condition skip) implements ValueRule {}

    /** Text with columns in it. Where one of its cells is empty, so is the whole. */
    record Template(List<Part> parts, List<Column> columns) {

        Template(List<Part> parts) {
            this(
                    parts,
                    parts.stream()
                            .filter(Column.class::isInstance)
                            .map(Column.class::cast)
                            .toList());
        }
    }

    sealed interface Part {}

    record Literal(String text) implements Part {}

    /** A column by its name in the header, or by its number from 1. */
    record Column(String name, int number, Node node) implements Part {

        String shown() {
            return number > 0 ? Integer.toString(number) : name;
        }
    }

    /** True if one of its tests holds. */
    record Condition(List<Test> tests) {

        static final Condition NEVER = new Condition(List.of());
    }

    /**
     * A test of one cell, after trimming.
     *
     * @param values texts to compare with
     * @param holdsIfFound whether the test holds for a listed text, or for one that is not listed
     */
    record Test(Column column, Set<String> values, boolean holdsIfFound) {}

    private static boolean matches(String pattern, Path file) {
        return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(file.getFileName());
    }
}
