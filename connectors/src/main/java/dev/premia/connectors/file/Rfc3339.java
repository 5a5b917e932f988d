package dev.premia.connectors.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Reads instants such as {@code 2026-03-31T21:30:00.250Z}. Input holds two or three of them per record, so this knows
 * the one form and looks at every character once; the general parser of the platform takes ten times as long.
 */
final class Rfc3339 {

    private static final int SECONDS_END = 19;

    private Rfc3339() {}

    /**
     * The instant, cut to milliseconds; null if the text has another form.
     *
     * @throws DateTimeException if it has the form and names no existing time
     */
    static Instant parse(String text) {
        int zone = zoneStart(text);
        if (zone < 0 || !isOffset(text, zone)) {
            return null;
        }
        LocalDate day = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        LocalTime time = LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, SECONDS_END));
        long seconds = day.toEpochDay() * 86_400 + time.toSecondOfDay() - offsetSeconds(text, zone);
        return Instant.ofEpochMilli(seconds * 1000 + millis(text, zone));
    }

    /** Where the zone begins behind a date, time and fraction of the right form; -1 without one. */
    private static int zoneStart(String text) {
        if (text.length() < SECONDS_END + 1
                || !isDigits(text, 0, 4)
                || text.charAt(4) != '-'
                || !isDigits(text, 5, 7)
                || text.charAt(7) != '-'
                || !isDigits(text, 8, 10)
                || (text.charAt(10) != 'T' && text.charAt(10) != 't')
                || !isDigits(text, 11, 13)
                || text.charAt(13) != ':'
                || !isDigits(text, 14, 16)
                || text.charAt(16) != ':'
                || !isDigits(text, 17, SECONDS_END)) {
            return -1;
        }
        if (text.charAt(SECONDS_END) != '.') {
            return SECONDS_END;
        }
        int end = SECONDS_END + 1;
        while (end < text.length() && isDigits(text, end, end + 1)) {
            end++;
        }
        int fraction = end - SECONDS_END - 1;
        return fraction >= 1 && fraction <= 9 && end < text.length() ? end : -1;
    }

    private static boolean isOffset(String text, int from) {
        char sign = text.charAt(from);
        if (sign == 'Z' || sign == 'z') {
            return text.length() == from + 1;
        }
        return (sign == '+' || sign == '-')
                && text.length() == from + 6
                && isDigits(text, from + 1, from + 3)
                && text.charAt(from + 3) == ':'
                && isDigits(text, from + 4, from + 6);
    }

    private static int offsetSeconds(String text, int from) {
        char sign = text.charAt(from);
        if (sign == 'Z' || sign == 'z') {
            return 0;
        }
        int hours = digits(text, from + 1, from + 3);
        int minutes = digits(text, from + 4, from + 6);
        if (hours > 18 || minutes > 59) {
            throw new DateTimeException("no zone is " + text.substring(from) + " from UTC");
        }
        return (sign == '-' ? -1 : 1) * (hours * 3600 + minutes * 60);
    }

    private static int millis(String text, int zone) {
        int millis = 0;
        for (int i = SECONDS_END + 1; i <= SECONDS_END + 3; i++) {
            millis = millis * 10 + (i < zone ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    private static int digits(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
