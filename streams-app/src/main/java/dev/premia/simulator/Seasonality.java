package dev.premia.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;

/** How busy a day and a quarter of an hour is, where 1 is the average working day. */
final class Seasonality {
    static final int SLOTS = 96;

    private static final double WEEKEND = 0.02;
    private static final Set<MonthDay> HOLIDAYS = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(1, 2),
            MonthDay.of(1, 3),
            MonthDay.of(1, 4),
            MonthDay.of(1, 5),
            MonthDay.of(1, 6),
            MonthDay.of(1, 7),
            MonthDay.of(1, 8),
            MonthDay.of(2, 23),
            MonthDay.of(3, 8),
            MonthDay.of(5, 1),
            MonthDay.of(5, 9),
            MonthDay.of(6, 12),
            MonthDay.of(11, 4));
    private static final double[] HOURS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0.06, 0.85, 1.2, 1.25, 1.0, 0.45, 1.0, 1.2, 1.15, 0.9, 0.12, 0.04, 0, 0, 0, 0
    };
    private static final double[] CUMULATIVE = cumulative();

    private Seasonality() {}

    static boolean isWorking(LocalDate day) {
        return day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue() && !isHoliday(day);
    }

    static boolean isHoliday(LocalDate day) {
        return HOLIDAYS.contains(MonthDay.from(day));
    }

    /** How much is done on a day. */
    static double weight(LocalDate day) {
        if (!isWorking(day)) {
            return isHoliday(day) ? 0.005 : WEEKEND;
        }
        return month(day.getMonth()) * (isMonthEnd(day) ? 1.15 : 0.98);
    }

    /** Share of the day's work that falls into a slot of a quarter of an hour, from midnight. */
    static double slot(int slot) {
        double before = slot == 0 ? 0 : CUMULATIVE[slot - 1];
        return (CUMULATIVE[slot] - before) / CUMULATIVE[SLOTS - 1];
    }

    /** A moment of a working day, milliseconds from midnight. */
    static long timeOfDay(Dice dice) {
        return dice.index(CUMULATIVE) * Agenda.QUARTER_HOUR + dice.below(Agenda.QUARTER_HOUR);
    }

    private static double month(Month month) {
        return switch (month) {
            case JANUARY -> 0.78;
            case AUGUST -> 0.76;
            case DECEMBER -> 1.32;
            case MARCH, JUNE, SEPTEMBER -> 1.12;
            default -> 1.0;
        };
    }

    private static boolean isMonthEnd(LocalDate day) {
        return day.lengthOfMonth() - day.getDayOfMonth() < 6;
    }

    private static double[] cumulative() {
        double[] sums = new double[SLOTS];
        double sum = 0;
        for (int slot = 0; slot < SLOTS; slot++) {
            sum += HOURS[slot / 4];
            sums[slot] = sum;
        }
        return sums;
    }
}
