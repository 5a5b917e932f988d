package dev.premia.connectors.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.regex.Pattern;

/** Turns the text of a cell into canonical text. */
sealed interface CellFormat {

    /**
     * The canonical text.
     *
     * @throws IllegalArgumentException if the text does not fit; the message says what belongs there
     */
    String canonical(String cell);

    /** The cell holds the canonical text itself. */
    record AsIs() implements CellFormat {

        @Override
        public String canonical(String cell) {
            return cell;
        }
    }

    /**
     * A number in the way people write it.
     *
     * @param decimal decimal mark
     * @param thousands separator of thousands; a blank also stands for the no-break blanks; null: none
     * @param round digits after the point, half up; negative: as it is
     */
    record Number(char decimal, Character thousands, int round) implements CellFormat {

        @Override
        public String canonical(String cell) {
            String text = thousands == null ? cell : withoutThousands(cell);
            boolean foreignMark = decimal != '.' && text.indexOf('.') >= 0;
            String plain = text.replace(decimal, '.');
            if (foreignMark || !plain.matches("[+-]?\\d{1,60}(\\.\\d{1,60})?([eE][+-]?\\d{1,2})?")) {
                throw new IllegalArgumentException("a number such as " + example());
            }
            return round < 0
                    ? plain
                    : new BigDecimal(plain)
                            .setScale(round, RoundingMode.HALF_UP)
                            .toPlainString();
        }

        /** Groups must have three digits: with a comma for thousands, 12,5 is more likely a mistaken decimal mark. */
        private String withoutThousands(String cell) {
            String plain = thousands == ' ' ? cell.replaceAll("[\\u00A0\\u202F\\u2009]", " ") : cell;
            String separator = Pattern.quote(thousands.toString());
            boolean grouped = plain.matches("[+-]?\\d{1,3}(" + separator + "\\d{3})+(\\D\\d+)?");
            return grouped ? plain.replace(thousands.toString(), "") : plain;
        }

        private String example() {
            return "1" + (thousands == null ? "" : thousands) + "250" + decimal + "50";
        }
    }

    /** A whole number of seconds or milliseconds since 1970-01-01T00:00:00Z. */
    record Epoch(boolean millis) implements CellFormat {

        @Override
        public String canonical(String cell) {
            try {
                long number = Long.parseLong(cell);
                return (millis ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number)).toString();
            } catch (NumberFormatException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "whole " + (millis ? "milliseconds" : "seconds") + " since 1970-01-01T00:00:00Z", e);
            }
        }
    }

    /** A date without a time of day for a field that is a date. */
    record Day(DateTimeFormatter formatter, String pattern) implements CellFormat {

        @Override
        public String canonical(String cell) {
            return LocalDate.from(parse(formatter, pattern, cell)).toString();
        }
    }

    /**
     * A date, or a date and time, for a field that is an instant.
     *
     * @param zone where the clock showed that time; an offset in the text itself comes first
     * @param at time of day for a pattern without one; null: the last millisecond of the day
     */
    record Moment(DateTimeFormatter formatter, String pattern, ZoneId zone, LocalTime at) implements CellFormat {

        @Override
        public String canonical(String cell) {
            TemporalAccessor parsed = parse(formatter, pattern, cell);
            LocalDate day = LocalDate.from(parsed);
            ZoneId given = parsed.query(TemporalQueries.zone());
            ZoneId where = given == null ? zone : given;
            if (parsed.isSupported(ChronoField.MILLI_OF_DAY)) {
                return text(ZonedDateTime.of(day, LocalTime.from(parsed), where).toInstant());
            }
            return text(
                    at == null
                            ? day.plusDays(1).atStartOfDay(where).toInstant().minusMillis(1)
                            : ZonedDateTime.of(day, at, where).toInstant());
        }

        /** Seconds are always written, unlike by other texts of the platform. */
        private static String text(Instant instant) {
            return DateTimeFormatter.ISO_INSTANT.format(instant);
        }
    }

    /**
     * A formatter that takes no date which does not exist, neither 31 June nor 29 February 2026.
     *
     * @throws IllegalArgumentException if the pattern is none
     */
    static DateTimeFormatter formatter(String pattern) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(strictYears(pattern))
                .toFormatter(Locale.ENGLISH)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    private static TemporalAccessor parse(DateTimeFormatter formatter, String pattern, String cell) {
        try {
            return formatter.parse(cell);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a date like '" + pattern + "'", e);
        }
    }

    /** People write yyyy; strict resolution wants the year without its era. */
    private static String strictYears(String pattern) {
        StringBuilder result = new StringBuilder();
        boolean quoted = false;
        for (char c : pattern.toCharArray()) {
            quoted ^= c == '\'';
            result.append(!quoted && c == 'y' ? 'u' : c);
        }
        return result.toString();
    }
}
