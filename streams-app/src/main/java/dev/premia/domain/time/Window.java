package dev.premia.domain.time;

import java.time.LocalDate;

/**
 * One calendar window: the half-open range of days {@code [start, end)} of a kind. It carries no zone: which instant
 * belongs to which day is decided where a fact is turned into days, by the zone of the plan that reads it.
 *
 * @param kind the calendar period
 * @param start its first day
 */
public record Window(WindowKind kind, LocalDate start) implements Comparable<Window> {

    public Window {
        if (!kind.startOf(start).equals(start)) {
            throw new IllegalArgumentException(start + " is not the first day of a " + kind.label());
        }
    }

    /** The window of {@code kind} that contains {@code day}. */
    public static Window containing(WindowKind kind, LocalDate day) {
        return new Window(kind, kind.startOf(day));
    }

    /** The first day after the window. */
    public LocalDate end() {
        return kind.endOf(start);
    }

    public LocalDate lastDay() {
        return end().minusDays(1);
    }

    public int firstEpochDay() {
        return (int) start.toEpochDay();
    }

    /** Epoch day of {@link #end()}, exclusive. */
    public int endEpochDay() {
        return (int) end().toEpochDay();
    }

    public DayRange days() {
        return new DayRange(firstEpochDay(), endEpochDay());
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(start) && day.isBefore(end());
    }

    public Window previous() {
        return containing(kind, start.minusDays(1));
    }

    public Window next() {
        return new Window(kind, end());
    }

    @Override
    public int compareTo(Window other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : start.compareTo(other.start);
    }

    /** For example {@code 2026-10}, {@code 2026-Q4}, {@code 2026}, {@code week 2026-10-05} or {@code 2026-10-05}. */
    @Override
    public String toString() {
        return switch (kind) {
            case DAY -> start.toString();
            case WEEK -> "week " + start;
            case MONTH -> start.toString().substring(0, 7);
            case QUARTER -> start.getYear() + "-Q" + ((start.getMonthValue() + 2) / 3);
            case YEAR -> Integer.toString(start.getYear());
        };
    }
}
