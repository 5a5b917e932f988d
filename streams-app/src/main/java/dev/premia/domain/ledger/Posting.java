package dev.premia.domain.ledger;

import dev.premia.domain.time.Window;
import java.time.YearMonth;

/** In whose payroll an entry is paid. */
public final class Posting {
    private Posting() {}

    /**
     * The posting period of an origin window while every period is open: the calendar month that holds the window's last
     * day. What is booked once that month is closed goes to the first open one after it, see
     * {@link dev.premia.domain.control.ClosedPeriods#firstOpen}.
     */
    public static YearMonth periodOf(Window origin) {
        return YearMonth.from(origin.lastDay());
    }
}
