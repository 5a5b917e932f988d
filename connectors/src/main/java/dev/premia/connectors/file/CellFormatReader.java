package dev.premia.connectors.file;

import dev.premia.connectors.file.YamlDocument.Entry;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads how the text of a cell is written: date patterns, time of day and zone, decimal marks. */
final class CellFormatReader {

    private static final Set<String> TIME_OPTIONS = Set.of("format", "zone", "at");
    private static final Set<String> NUMBER_OPTIONS = Set.of("decimal", "thousands", "round");
    private static final ZonedDateTime SAMPLE = ZonedDateTime.of(2026, 3, 31, 21, 30, 15, 0, ZoneOffset.UTC);
    private static final String TIME_LETTERS = "HhKkmsSAnN";

    private final YamlDocument document;
    private final ZoneId zone;

    CellFormatReader(YamlDocument document, ZoneId zone) {
        this.document = document;
        this.zone = zone;
    }

    /** The format; cells are taken as they are after a problem. */
    CellFormat read(Map<String, Entry> entries, ValueShape shape, String path) {
        boolean time = shape instanceof ValueShape.Timestamp || shape instanceof ValueShape.Day;
        boolean number = shape instanceof ValueShape.Decimal || shape instanceof ValueShape.Whole;
        if (!time) {
            refuse(entries, TIME_OPTIONS, path, "only where the field is a date or an instant");
        }
        if (!number) {
            refuse(entries, NUMBER_OPTIONS, path, "only where the field is a number");
        }
        if (shape instanceof ValueShape.Day) {
            refuse(entries, Set.of("zone", "at"), path, "only where the field is an instant");
        }
        if (time && entries.containsKey("format")) {
            return moment(entries, shape, path);
        }
        if (time) {
            refuse(entries, TIME_OPTIONS, path, "only together with 'format'");
        }
        boolean written = NUMBER_OPTIONS.stream().anyMatch(entries::containsKey);
        return number && written ? number(entries, path) : new CellFormat.AsIs();
    }

    private void refuse(Map<String, Entry> entries, Set<String> options, String path, String expected) {
        entries.forEach((name, entry) -> {
            if (options.contains(name)) {
                document.report(entry.key(), path, ProblemCode.WRONG_MAPPING, "'" + name + "'", expected, null);
            }
        });
    }

    private CellFormat moment(Map<String, Entry> entries, ValueShape shape, String path) {
        Node node = entries.get("format").value();
        String pattern = document.scalar(node, path, "a date pattern, e.g. 'dd.MM.yyyy HH:mm'");
        if (pattern == null) {
            return new CellFormat.AsIs();
        }
        boolean instant = shape instanceof ValueShape.Timestamp;
        if (instant && List.of("epoch-seconds", "epoch-millis").contains(pattern)) {
            refuse(entries, Set.of("zone", "at"), path, "nothing beside '" + pattern + "'");
            return new CellFormat.Epoch(pattern.equals("epoch-millis"));
        }
        try {
            DateTimeFormatter formatter = CellFormat.formatter(pattern);
            boolean timed = hasTime(formatter, pattern);
            return instant ? moment(entries, formatter, pattern, timed, path) : new CellFormat.Day(formatter, pattern);
        } catch (IllegalArgumentException | DateTimeException e) {
            String hint = e.getMessage() + "; letters: yyyy year, MM month, dd day, HH hour, mm minute, ss second";
            String found = Shown.quoted(pattern);
            document.report(node, path, ProblemCode.WRONG_MAPPING, found, "a complete date pattern", hint);
            return new CellFormat.AsIs();
        }
    }

    private CellFormat moment(
            Map<String, Entry> entries, DateTimeFormatter formatter, String pattern, boolean timed, String path) {
        ZoneId where = entries.containsKey("zone")
                ? MappingReader.zone(document, entries.get("zone").value(), zone)
                : zone;
        LocalTime at = LocalTime.MIDNIGHT;
        if (entries.containsKey("at")) {
            if (timed) {
                refuse(entries, Set.of("at"), path, "only for a pattern without a time of day");
            }
            at = timeOfDay(entries.get("at").value(), path);
        }
        return new CellFormat.Moment(formatter, pattern, where, at);
    }

    private LocalTime timeOfDay(Node node, String path) {
        String expected = "a time of day such as '12:00', or end-of-day";
        String text = document.scalar(node, path, expected);
        if (text == null || text.equals("end-of-day")) {
            return null;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            document.report(node, path, ProblemCode.WRONG_MAPPING, Shown.quoted(text), expected, null);
            return null;
        }
    }

    /** Tries the pattern on a known moment: it must give back the day and, if it has hours, the time. */
    private static boolean hasTime(DateTimeFormatter formatter, String pattern) {
        TemporalAccessor parsed = formatter.parse(formatter.format(SAMPLE));
        if (!LocalDate.from(parsed).equals(SAMPLE.toLocalDate())) {
            throw new DateTimeException("the pattern does not give back the day that it shows");
        }
        boolean timed = parsed.isSupported(ChronoField.MILLI_OF_DAY);
        String letters = pattern.replaceAll("'[^']*'", "");
        boolean shows = letters.chars().anyMatch(letter -> TIME_LETTERS.indexOf(letter) >= 0);
        if (shows && !timed) {
            throw new DateTimeException("the time of day is incomplete: use HH for 0-23, or hh with a");
        }
        return timed;
    }

    private CellFormat number(Map<String, Entry> entries, String path) {
        char decimal = mark(entries, "decimal", path, ".");
        char thousands = mark(entries, "thousands", path, "");
        if (entries.containsKey("thousands") && thousands == decimal) {
            Node node = entries.get("thousands").value();
            String expected = "another character than the decimal mark";
            document.report(node, path, ProblemCode.WRONG_MAPPING, "'" + thousands + "'", expected, null);
        }
        return new CellFormat.Number(
                decimal, entries.containsKey("thousands") ? thousands : null, digits(entries, path));
    }

    private char mark(Map<String, Entry> entries, String key, String path, String usual) {
        String text = usual;
        if (entries.containsKey(key)) {
            Node node = entries.get(key).value();
            text = document.scalar(node, path, "one character");
            if (text != null && text.length() != 1) {
                document.report(node, path, ProblemCode.WRONG_MAPPING, Shown.quoted(text), "one character", null);
                text = null;
            }
        }
        return text == null || text.isEmpty() ? '\0' : text.charAt(0);
    }

    private int digits(Map<String, Entry> entries, String path) {
        if (!entries.containsKey("round")) {
            return -1;
        }
        Node node = entries.get("round").value();
        String text = document.scalar(node, path, "digits after the point, 0 to 10");
        if (text == null || !text.matches("\\d|10")) {
            document.report(
                    node,
                    path,
                    ProblemCode.WRONG_MAPPING,
                    YamlDocument.shown(node),
                    "digits after the point, 0 to 10",
                    null);
            return -1;
        }
        return Integer.parseInt(text);
    }
}
