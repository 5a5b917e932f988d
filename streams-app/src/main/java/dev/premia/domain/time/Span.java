package dev.premia.domain.time;

/**
 * The days that are measured, and the calendar window to which they belong.
 *
 * @param days the days that count: the whole window, or the part of it that one plan version rules
 * @param window the calendar window; null where a report asks for any range of days
 */
public record Span(DayRange days, Window window) {

    /** A whole window. */
    public static Span of(Window window) {
        return new Span(window.days(), window);
    }

    /** A range of days that stands for itself. */
    public static Span of(DayRange days) {
        return new Span(days, null);
    }

    /** The days of the whole window. */
    public DayRange whole() {
        return window == null ? days : window.days();
    }

    /** Whether only a part of the window is measured. */
    public boolean isCut() {
        return !days.equals(whole());
    }

    /** The days of the window before; before a free range, as many days as it has. */
    public DayRange previous() {
        return window == null
                ? new DayRange(days.from() - days.length(), days.from())
                : window.previous().days();
    }
}
