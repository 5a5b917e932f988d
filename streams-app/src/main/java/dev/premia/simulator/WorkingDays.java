package dev.premia.simulator;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The days from the first one on, by index, in the zone of the department. Grows as far as it is asked. */
final class WorkingDays {
    static final long MINUTE = 60_000L;
    static final long HOUR = 60 * MINUTE;
    static final long DAY = 24 * HOUR;

    /** Not everything that fell on a day off is done on the very next working day. */
    private static final double PUT_OFF = 0.5;

    private final LocalDate first;
    private final ZoneId zone;
    private final List<Day> days = new ArrayList<>();

    private record Day(LocalDate date, long start, boolean working, double weight) {}

    WorkingDays(LocalDate first, ZoneId zone) {
        this.first = first;
        this.zone = zone;
    }

    LocalDate date(int index) {
        return day(index).date;
    }

    /** Midnight at which the day begins, epoch milliseconds. */
    long start(int index) {
        return day(index).start;
    }

    boolean working(int index) {
        return day(index).working;
    }

    /** The first working day that is not before {@code index}. */
    int workingFrom(int index) {
        int day = index;
        while (!working(day)) {
            day++;
        }
        return day;
    }

    double weight(int index) {
        return day(index).weight;
    }

    /** The day of an instant that is not before the first day. */
    int indexOf(long instant) {
        int index = (int) Math.max(0, (instant - start(0)) / DAY);
        while (index > 0 && start(index) > instant) {
            index--;
        }
        while (start(index + 1) <= instant) {
            index++;
        }
        return index;
    }

    LocalDate dateOf(long instant) {
        return date(indexOf(instant));
    }

    /** A moment of work not before {@code earliest}: that very moment within working hours, else the next morning or day. */
    long workAt(long earliest, Dice dice) {
        int index = indexOf(earliest);
        long sinceMidnight = earliest - start(index);
        if (working(index) && sinceMidnight >= 9 * HOUR && sinceMidnight < 18 * HOUR) {
            return earliest;
        }
        if (sinceMidnight >= 9 * HOUR) {
            index++;
        }
        boolean rested = !working(index);
        index = workingFrom(index);
        if (rested && dice.chance(PUT_OFF)) {
            index = workingFrom(index + 1);
        }
        return Math.max(start(index) + Seasonality.timeOfDay(dice), earliest);
    }

    /** One of the last working moments of the month of {@code instant}, or {@code instant} when it is later. */
    long monthEnd(long instant, Dice dice) {
        LocalDate date = dateOf(instant);
        LocalDate target = date.withDayOfMonth(date.lengthOfMonth() - dice.below(5));
        if (!target.isAfter(date)) {
            return instant;
        }
        int index = indexOf(instant) + target.getDayOfMonth() - date.getDayOfMonth();
        return workAt(start(index) + Seasonality.timeOfDay(dice), dice);
    }

    private Day day(int index) {
        while (days.size() <= index) {
            LocalDate date = first.plusDays(days.size());
            long start = date.atStartOfDay(zone).toInstant().toEpochMilli();
            days.add(new Day(date, start, Seasonality.isWorking(date), Seasonality.weight(date)));
        }
        return days.get(index);
    }
}
