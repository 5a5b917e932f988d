package dev.premia.casebook;

import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days, instants and windows as a story writes them. */
final class When {
    static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final int NOON = 12;

    private When() {}

    /** An instant, {@code 2026-03-31T21:30:00Z}, or noon of a day in Moscow, {@code 2026-03-31}. */
    static Instant instant(String text) {
        return text.indexOf('T') > 0
                ? Instant.parse(text)
                : LocalDate.parse(text).atTime(NOON, 0).atZone(MOSCOW).toInstant();
    }

    static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    /** {@code 2026}, {@code 2026-Q4}, {@code 2026-10}, {@code week 2026-10-05} or {@code 2026-10-05}. */
    static Window window(String text) {
        if (text.startsWith("week ")) {
            return new Window(WindowKind.WEEK, LocalDate.parse(text.substring("week ".length())));
        } else if (text.contains("-Q")) {
            int firstMonth = (text.charAt(text.length() - 1) - '0') * 3 - 2;
            return new Window(WindowKind.QUARTER, LocalDate.of(Integer.parseInt(text.substring(0, 4)), firstMonth, 1));
        }
        String[] parts = text.split("-");
        return switch (parts.length) {
            case 1 -> new Window(WindowKind.YEAR, LocalDate.of(Integer.parseInt(text), 1, 1));
            case 2 -> new Window(WindowKind.MONTH, LocalDate.parse(text + "-01"));
            default -> new Window(WindowKind.DAY, LocalDate.parse(text));
        };
    }
}
