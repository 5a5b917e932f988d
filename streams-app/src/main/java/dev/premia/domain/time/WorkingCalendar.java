package dev.premia.domain.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;

/**
 * A production calendar: Monday to Friday are working days unless a day says otherwise.
 *
 * @param exceptions the days that differ from the rule of the week, with whether they are working days
 */
public record WorkingCalendar(Map<LocalDate, Boolean> exceptions) {
    /** The rule of the week alone. */
    public static final WorkingCalendar WEEKDAYS = new WorkingCalendar(Map.of());

    public WorkingCalendar {
        exceptions = Map.copyOf(exceptions);
    }

    public boolean isWorking(LocalDate day) {
        Boolean exception = exceptions.get(day);
        return exception == null ? day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 : exception;
    }
}
