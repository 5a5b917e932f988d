package dev.premia.domain.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The calendar periods over which KPIs are measured. Every kind tiles the calendar: no gaps, no overlaps. */
public enum WindowKind {
    DAY(0),
    /** ISO week: Monday to Sunday, also across the turn of a year. */
    WEEK(1),
    MONTH(2),
    QUARTER(3),
    YEAR(4);

    private final int number;
    private final String label = name().toLowerCase(Locale.ROOT);

    WindowKind(int number) {
        this.number = number;
    }

    /** The number of the kind in state and keys; it never changes. */
    public int number() {
        return number;
    }

    /** The inverse of {@link #number()}. */
    public static WindowKind ofNumber(int number) {
        for (WindowKind kind : values()) {
            if (kind.number == number) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no window kind has the number " + number);
    }

    /** The first day of the window of this kind that contains {@code day}. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> LocalDate.of(day.getYear(), (day.getMonthValue() - 1) / 3 * 3 + 1, 1);
            case YEAR -> LocalDate.of(day.getYear(), 1, 1);
        };
    }

    /** How many days the shortest window of this kind has. */
    public int shortestDays() {
        return switch (this) {
            case DAY -> 1;
            case WEEK -> 7;
            case MONTH -> 28;
            case QUARTER -> 90;
            case YEAR -> 365;
        };
    }

    /** The first day after the window that starts on {@code start}. */
    LocalDate endOf(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }

    /** The lower-case name used in plans, files and topics, e.g. {@code month}. */
    public String label() {
        return label;
    }
}
