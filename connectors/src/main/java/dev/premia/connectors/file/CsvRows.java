package dev.premia.connectors.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.premia.connectors.file.Mapping.CsvFormat;
import dev.premia.connectors.file.PhysicalLines.Damage;
import dev.premia.connectors.file.PhysicalLines.Line;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The rows of a CSV file. A quoted cell may hold line ends; where its closing quote is missing, the first line alone is
 * lost and reading goes on with the next one.
 */
final class CsvRows implements Closeable {

    /** A cell over more lines is taken for a forgotten quote. */
    private static final int LONGEST_ROW = 200;

    /**
     * One row.
     *
     * @param line its first line, from 1
     * @param cells null where {@code damage} says why there are none
     * @param raw the text as it stands in the file; null where it could not be read
     */
    record Row(long line, List<String> cells, Damage damage, byte[] raw) {}

    private final PhysicalLines lines;
    private final Deque<Line> ahead = new ArrayDeque<>();
    private final CsvFormat format;
    private final CsvReader.CsvReaderBuilder parser;

    CsvRows(Path file, CsvFormat format) throws IOException {
        this.format = format;
        this.lines = new PhysicalLines(Files.newInputStream(file), format.charset());
        this.parser = CsvReader.builder()
                .fieldSeparator(format.separator())
                .quoteCharacter(format.quote())
                .skipEmptyLines(false);
    }

    /** The next row, or null at the end. Empty lines are no rows. */
    Row next() throws IOException {
        Line line = nextLine();
        while (line != null && line.damage() == null && line.text().isBlank()) {
            line = nextLine();
        }
        if (line == null) {
            return null;
        }
        if (line.damage() != null) {
            return new Row(line.number(), null, line.damage(), line.raw());
        }
        List<Line> row = new ArrayList<>();
        row.add(line);
        StringBuilder text = new StringBuilder(line.text());
        boolean open = opensQuote(line.text(), false);
        while (open) {
            Line more = row.size() < LONGEST_ROW ? nextLine() : null;
            if (more == null || more.damage() != null) {
                giveBack(row, more);
                return wrongQuoting(line, "the closing quote is missing");
            }
            row.add(more);
            text.append('\n').append(more.text());
            open = opensQuote(more.text(), true);
        }
        return parse(row, text.toString());
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }

    private Row parse(List<Line> row, String text) {
        Line first = row.get(0);
        try {
            return new Row(
                    first.number(), parser.ofSingleCsvRecord(text).getFields(), null, text.getBytes(format.charset()));
        } catch (CsvParseException e) {
            giveBack(row, null);
            return wrongQuoting(first, "there is text behind a closing quote");
        }
    }

    private Row wrongQuoting(Line line, String what) {
        String quote = String.valueOf(format.quote());
        Damage damage = new Damage(
                ProblemCode.WRONG_QUOTING,
                Shown.quoted(line.text()),
                "cells in pairs of " + quote + ", with " + quote + quote + " for one inside",
                what);
        return new Row(line.number(), null, damage, line.text().getBytes(format.charset()));
    }

    private Line nextLine() throws IOException {
        return ahead.isEmpty() ? lines.next() : ahead.poll();
    }

    /** Lines that were taken for the rest of a row are rows of their own. */
    private void giveBack(List<Line> row, Line last) {
        if (last != null) {
            ahead.addFirst(last);
        }
        for (int i = row.size() - 1; i > 0; i--) {
            ahead.addFirst(row.get(i));
        }
    }

    /** Whether a quoted cell is open at the end of the line; quotes inside an unquoted cell are text. */
    private boolean opensQuote(String text, boolean openBefore) {
        boolean open = openBefore;
        boolean cellStart = !openBefore;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (open) {
                boolean doubled = i + 1 < text.length() && text.charAt(i + 1) == format.quote();
                if (c == format.quote() && doubled) {
                    i++;
                } else if (c == format.quote()) {
                    open = false;
                }
            } else if (c == format.quote() && cellStart) {
                open = true;
            }
            cellStart = !open && c == format.separator();
        }
        return open;
    }
}
