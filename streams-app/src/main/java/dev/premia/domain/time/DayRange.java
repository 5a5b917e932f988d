package dev.premia.domain.time;

import java.time.LocalDate;

/**
 * A half-open range of days as epoch days: a whole window, or the part of one in which a manager is under one plan
 * version.
 *
 * @param from first epoch day
 * @param to first epoch day after the range
 */
public record DayRange(int from, int to) {

    public DayRange {
        if (to < from) {
            throw new IllegalArgumentException("a range of days ends before it starts: " + from + " to " + to);
        }
    }

    public int length() {
        return to - from;
    }

    public boolean contains(int epochDay) {
        return epochDay >= from && epochDay < to;
    }

    public LocalDate firstDay() {
        return LocalDate.ofEpochDay(from);
    }

    /** The last day of the range; meaningless for an empty range. */
    public LocalDate lastDay() {
        return LocalDate.ofEpochDay(to - 1L);
    }
}
