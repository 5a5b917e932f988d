package dev.premia.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A result in rows. People get aligned columns under a title; machines get JSON lines, each with the name of the table as
 * {@code type}, or CSV.
 */
public final class Table {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String GAP = "  ";

    private final String name;
    private final String title;
    private final List<Column> columns = new ArrayList<>();
    private final List<Object[]> rows = new ArrayList<>();
    private final Set<Integer> separators = new HashSet<>();

    private record Column(String key, String title, boolean right) {}

    private Table(String name, String title) {
        this.name = name;
        this.title = title;
    }

    /**
     * @param name for machines, snake_case
     * @param title for people, null for none
     */
    public static Table of(String name, String title) {
        return new Table(name, title);
    }

    /** Adds a column of text. */
    public Table column(String key, String columnTitle) {
        columns.add(new Column(key, columnTitle, false));
        return this;
    }

    /** Adds a column of numbers, aligned to the right. */
    public Table number(String key, String columnTitle) {
        columns.add(new Column(key, columnTitle, true));
        return this;
    }

    /** Adds a row: text, numbers, booleans, {@link Cell}s or null, one for each column. */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "Table " + name + ": " + cells.length + " cells, expected " + columns.size());
        }
        rows.add(cells.clone());
        return this;
    }

    /** Draws a line under the rows so far; for people only. */
    public Table separator() {
        separators.add(rows.size());
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void print(Output output) {
        switch (output.format()) {
            case TABLE -> printForPeople(output);
            case JSON -> rows.forEach(row -> output.out().println(json(row, output.numbers())));
            case CSV -> printCsv(output);
        }
        output.out().flush();
    }

    private void printForPeople(Output output) {
        PrintWriter out = output.out();
        String[][] texts = new String[rows.size() + 1][];
        texts[0] = columns.stream().map(Column::title).toArray(String[]::new);
        int[] widths = Arrays.stream(texts[0]).mapToInt(Table::width).toArray();
        for (int i = 0; i < rows.size(); i++) {
            texts[i + 1] = Arrays.stream(rows.get(i))
                    .map(value -> Cell.of(value, output.numbers()).shown())
                    .toArray(String[]::new);
            for (int j = 0; j < widths.length; j++) {
                widths[j] = Math.max(widths[j], width(texts[i + 1][j]));
            }
        }
        if (title != null) {
            out.println(title);
        }
        out.println(line(texts[0], widths));
        String rule = "-".repeat(Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1));
        out.println(rule);
        for (int i = 1; i < texts.length; i++) {
            if (separators.contains(i - 1) && i > 1) {
                out.println(rule);
            }
            out.println(line(texts[i], widths));
        }
    }

    private String line(String[] texts, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < texts.length; i++) {
            String padding = " ".repeat(widths[i] - width(texts[i]));
            line.append(i == 0 ? "" : GAP);
            line.append(columns.get(i).right() ? padding + texts[i] : texts[i] + padding);
        }
        return line.toString().stripTrailing();
    }

    private static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    private String json(Object[] row, NumberText numbers) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("type", name);
            for (int i = 0; i < row.length; i++) {
                json.writeFieldName(columns.get(i).key());
                write(json, Cell.of(row[i], numbers).value());
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else if (value instanceof Boolean flag) {
            json.writeBoolean(flag);
        } else if (value instanceof Long || value instanceof Integer) {
            json.writeNumber(((Number) value).longValue());
        } else {
            json.writeString(plain(value));
        }
    }

    private void printCsv(Output output) {
        PrintWriter out = output.out();
        out.print(String.join(",", columns.stream().map(Column::key).toList()) + "\r\n");
        for (Object[] row : rows) {
            List<String> cells = new ArrayList<>(row.length);
            for (Object value : row) {
                Object plain = Cell.of(value, output.numbers()).value();
                cells.add(plain == null ? "" : quoted(plain(plain)));
            }
            out.print(String.join(",", cells) + "\r\n");
        }
    }

    private static String plain(Object value) {
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : value.toString();
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
