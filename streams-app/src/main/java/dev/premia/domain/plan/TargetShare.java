package dev.premia.domain.plan;

import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.money.Decimals;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.WorkingCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * How much of a window's target holds for a manager: targets are prorated by the days that count, and reduced in the first
 * months of employment.
 *
 * @param calendar which days count; null for all of them
 * @param ramp the shares of the target in the first months of employment, by month; after them it holds in full
 */
record TargetShare(WorkingCalendar calendar, List<BigDecimal> ramp) {

    /**
     * The share of the target.
     *
     * @param manager whose employment counts; null for a group, which has no employment and no ramp
     * @param days the part of the window that counts
     * @param window the whole window
     * @return null when no day counts: no target holds then, which is not a target of 0
     */
    BigDecimal of(ManagerRecord manager, DayRange days, DayRange window) {
        if (days.equals(window) && isInFull(manager, window)) {
            return BigDecimal.ONE;
        }
        BigDecimal held = BigDecimal.ZERO;
        long all = 0;
        for (int epochDay = window.from(); epochDay < window.to(); epochDay++) {
            LocalDate day = LocalDate.ofEpochDay(epochDay);
            if (calendar == null || calendar.isWorking(day)) {
                all++;
                if (days.contains(epochDay) && (manager == null || manager.employedOn(day))) {
                    held = held.add(rampOn(manager, day));
                }
            }
        }
        return held.signum() == 0 ? null : Decimals.divide(held, BigDecimal.valueOf(all));
    }

    private boolean isInFull(ManagerRecord manager, DayRange window) {
        return manager == null
                || (manager.employedOn(window.firstDay())
                        && manager.employedOn(window.lastDay())
                        && rampOn(manager, window.firstDay()).compareTo(BigDecimal.ONE) == 0
                        && monthOf(manager, window.firstDay()) > ramp.size());
    }

    private BigDecimal rampOn(ManagerRecord manager, LocalDate day) {
        if (manager == null || ramp.isEmpty()) {
            return BigDecimal.ONE;
        }
        long month = monthOf(manager, day);
        return month > ramp.size() ? BigDecimal.ONE : ramp.get((int) month - 1);
    }

    /** The calendar month of employment, 1 for the month of hire; beyond every ramp where the hire is unknown. */
    private long monthOf(ManagerRecord manager, LocalDate day) {
        LocalDate hired = manager.hiredOn();
        return hired == null || day.isBefore(hired)
                ? Long.MAX_VALUE
                : ChronoUnit.MONTHS.between(YearMonth.from(hired), YearMonth.from(day)) + 1;
    }
}
