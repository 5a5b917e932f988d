package dev.premia.domain.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The hours of a day at which work begins and ends, on the working days of a calendar in a zone. On a day on which the clocks
 * change, the hours that really passed count.
 */
public final class WorkingHours {
    private static final BigDecimal SECONDS_OF_HOUR = BigDecimal.valueOf(3_600);
    private static final BigDecimal HOURS_OF_DAY = BigDecimal.valueOf(24);
    private static final int SECONDS_OF_DAY = 86_400;

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final int begin;
    private final int end;

    /**
     * @param begin the hour at which work begins, from 0; 9.5 is half past nine
     * @param end the hour at which it ends, up to 24
     */
    public WorkingHours(WorkingCalendar calendar, ZoneId zone, BigDecimal begin, BigDecimal end) {
        this.calendar = calendar;
        this.zone = zone;
        this.begin = secondOfDay(begin);
        this.end = secondOfDay(end);
    }

    /** Whether two numbers are hours of one day in their order. */
    public static boolean accepts(BigDecimal begin, BigDecimal end) {
        return begin.signum() >= 0 && begin.compareTo(end) < 0 && end.compareTo(HOURS_OF_DAY) <= 0;
    }

    private static int secondOfDay(BigDecimal hour) {
        return hour.multiply(SECONDS_OF_HOUR).setScale(0, RoundingMode.HALF_UP).intValueExact();
    }

    /** The working seconds of a stretch of time that begins at an epoch second. */
    public long within(long start, long seconds) {
        long until = start + seconds;
        LocalDate last = day(until);
        long worked = 0;
        for (LocalDate day = day(start); !day.isAfter(last); day = day.plusDays(1)) {
            if (calendar.isWorking(day)) {
                long from = Math.max(start, at(day, begin));
                long to = Math.min(until, at(day, end));
                worked += Math.max(0, to - from);
            }
        }
        return worked;
    }

    private LocalDate day(long epochSecond) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), zone);
    }

    private long at(LocalDate day, int secondOfDay) {
        return (secondOfDay == SECONDS_OF_DAY
                        ? day.plusDays(1).atStartOfDay(zone)
                        : day.atTime(LocalTime.ofSecondOfDay(secondOfDay)).atZone(zone))
                .toEpochSecond();
    }
}
