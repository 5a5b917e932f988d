package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** An instant as people give it on a command line. */
final class CutoffOption {
    private CutoffOption() {}

    /**
     * Reads an instant with its offset, or a day for its beginning.
     *
     * @param option names the option in the message
     * @param zone the zone of a day
     */
    static Instant read(String option, String text, ZoneId zone) {
        try {
            Instant instant = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(zone).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            // The log tells no finer times apart.
            return instant.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw CommandException.badInput(
                    option + ": found '" + text + "', expected an instant such as 2026-11-05T00:00:00+03:00, or a day"
                            + " such as 2026-11-05 for its beginning.",
                    e);
        }
    }
}
