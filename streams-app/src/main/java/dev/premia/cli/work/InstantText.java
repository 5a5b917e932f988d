package dev.premia.cli.work;

import dev.premia.cli.Output;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants for people, in one zone and to the second. */
record InstantText(ZoneId zone, Output output) {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    /** The instant without its zone; of null that it is not known. */
    String of(Instant instant) {
        return instant == null
                ? output.text("время неизвестно", "time not known")
                : SECONDS.format(instant.atZone(zone));
    }

    /** With its zone. */
    String withZone(Instant instant) {
        return of(instant) + " " + zone;
    }

    /** For machines, in UTC. */
    static String plain(Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
