package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Which days are shown and by which windows. */
final class PeriodOptions {
    private static final Pattern MONTH = Pattern.compile("(\\d{4})-(\\d{2})");
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            order = 10,
            description = "A month 2026-10, a quarter 2026-Q4, a year 2026 or a day 2026-10-05. Default: everything.")
    private String period;

    @Option(names = "--from", paramLabel = "DAY", order = 11, description = "First day, YYYY-MM-DD.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", order = 12, description = "Last day, YYYY-MM-DD, inclusive.")
    private LocalDate to;

    @Option(
            names = "--by",
            paramLabel = "WINDOW",
            order = 13,
            description =
                    "Windows of KPIs: day, week, month, quarter or year. Default: month, or the kind of --period.")
    private WindowKind by;

    /** The days that are shown: from the first to the last, inclusive; either may be null for no bound. */
    record Days(LocalDate first, LocalDate last) {
        boolean touches(Window window) {
            return (last == null || !window.start().isAfter(last))
                    && (first == null || !window.lastDay().isBefore(first));
        }

        /** The part of a window that is shown. */
        DayRange within(Window window) {
            LocalDate start = first != null && first.isAfter(window.start()) ? first : window.start();
            LocalDate end = last != null && last.isBefore(window.lastDay()) ? last.plusDays(1) : window.end();
            return new DayRange((int) start.toEpochDay(), (int) end.toEpochDay());
        }
    }

    /** Whether days were named. */
    boolean given() {
        return period != null || from != null || to != null;
    }

    /** Whether the first day was named for itself. */
    boolean ranges() {
        return from != null;
    }

    Days days() {
        if (period != null && (from != null || to != null)) {
            throw CommandException.badInput(
                    "--period and --from or --to are given; expected one way to name the days.");
        }
        if (period != null) {
            Window window = parse(period);
            return new Days(window.start(), window.lastDay());
        }
        if (from != null && to != null && to.isBefore(from)) {
            throw CommandException.badInput("--to: found " + to + ", expected a day not before --from " + from + ".");
        }
        return new Days(from, to);
    }

    WindowKind kind() {
        if (by != null) {
            return by;
        }
        return period == null ? WindowKind.MONTH : parse(period).kind();
    }

    /** The window that is named, or a complaint that says why it must be. */
    Window required(String purpose) {
        if (period == null) {
            throw CommandException.badInput("--period is missing; " + purpose + " is about one window, e.g. 2026-10.");
        }
        return parse(period);
    }

    static Window parse(String text) {
        try {
            if (DAY.matcher(text).matches()) {
                return new Window(WindowKind.DAY, LocalDate.parse(text));
            }
            Matcher month = MONTH.matcher(text);
            if (month.matches()) {
                int number = Integer.parseInt(month.group(2));
                return new Window(WindowKind.MONTH, LocalDate.of(Integer.parseInt(month.group(1)), number, 1));
            }
            Matcher quarter = QUARTER.matcher(text);
            if (quarter.matches()) {
                int first = Integer.parseInt(quarter.group(2)) * 3 - 2;
                return new Window(WindowKind.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), first, 1));
            }
            if (YEAR.matcher(text).matches()) {
                return new Window(WindowKind.YEAR, LocalDate.of(Integer.parseInt(text), 1, 1));
            }
        } catch (DateTimeException e) {
            throw CommandException.badInput("--period: '" + text + "' does not exist in the calendar.", e);
        }
        throw CommandException.badInput(
                "--period: found '" + text + "', expected a month 2026-10, a quarter 2026-Q4, a year 2026 or a day.");
    }
}
