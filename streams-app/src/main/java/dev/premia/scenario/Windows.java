package dev.premia.scenario;

import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problems;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calendar windows as people write them: {@code 2026}, {@code 2026-Q4}, {@code 2026-10}, {@code week 2026-10-05}, a day. */
final class Windows {
    private static final Pattern QUARTER = Pattern.compile("(\\d{4})-Q([1-4])");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final String WEEK = "week ";
    private static final int MONTHS_IN_QUARTER = 3;

    private Windows() {}

    /** The window; null, and reported, when the text names none. */
    static Window read(Item item, Problems problems) {
        if (item.isScalar()) {
            try {
                return parse(item.text());
            } catch (DateTimeException | IllegalArgumentException e) {
                problems.error(
                        item,
                        "wrong window",
                        item.shown(),
                        "a calendar window",
                        "write 2026-10, 2026-Q4, 2026, week 2026-10-05 (a Monday) or 2026-10-05");
                return null;
            }
        }
        problems.error(item, "wrong type", item.shown(), "a calendar window, e.g. 2026-10", "");
        return null;
    }

    private static Window parse(String text) {
        Matcher quarter = QUARTER.matcher(text);
        if (quarter.matches()) {
            int month = Integer.parseInt(quarter.group(2)) * MONTHS_IN_QUARTER - (MONTHS_IN_QUARTER - 1);
            return new Window(WindowKind.QUARTER, LocalDate.of(Integer.parseInt(quarter.group(1)), month, 1));
        } else if (text.startsWith(WEEK)) {
            return new Window(WindowKind.WEEK, LocalDate.parse(text.substring(WEEK.length())));
        } else if (MONTH.matcher(text).matches()) {
            return new Window(WindowKind.MONTH, LocalDate.parse(text + "-01"));
        } else if (YEAR.matcher(text).matches()) {
            return new Window(WindowKind.YEAR, LocalDate.of(Integer.parseInt(text), 1, 1));
        }
        return new Window(WindowKind.DAY, LocalDate.parse(text));
    }
}
