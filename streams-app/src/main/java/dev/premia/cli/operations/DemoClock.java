package dev.premia.cli.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Maps the time of a simulation to real time. History keeps its own times; later, a stretch of simulated time is told in a
 * stretch of real time. The mapping never decreases and is kept in a file, so that an entity's dates stay what they were when
 * the demo goes on another day. Not thread-safe.
 */
final class DemoClock {
    private static final int FIELDS = 4;

    private final Path file;
    private final List<Stretch> stretches = new ArrayList<>();

    /** Simulated time from (inclusive) to (exclusive), told from one real instant to another; epoch milliseconds. */
    private record Stretch(long simulatedFrom, long simulatedTo, long realFrom, long realTo) {
        long map(long simulated) {
            double part = (double) (simulated - simulatedFrom) / Math.max(1, simulatedTo - simulatedFrom);
            return realFrom + Math.round(part * (realTo - realFrom));
        }
    }

    private DemoClock(Path file) {
        this.file = file;
    }

    /** Continues the mapping in a file, or begins one. */
    static DemoClock open(Path file) {
        DemoClock clock = new DemoClock(file);
        try {
            if (Files.exists(file)) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                // The last line is cut short when the machine went down while it was written; what is added later must
                // not run into it.
                String whole = text.substring(0, text.lastIndexOf('\n') + 1);
                if (whole.length() < text.length()) {
                    Files.writeString(file, whole, StandardCharsets.UTF_8);
                }
                whole.lines().forEach(clock::restore);
            }
            return clock;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void restore(String line) {
        String[] fields = line.split(",");
        if (fields.length != FIELDS) {
            throw new IllegalStateException(file + ": found \"" + line + "\", expected " + FIELDS
                    + " numbers with commas between. Start the demo with --fresh.");
        }
        stretches.add(new Stretch(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3])));
    }

    /** Tells the simulated time since the last stretch, up to an instant, in the given stretch of real time. */
    void add(Instant simulatedFrom, Instant simulatedTo, Instant realFrom, Instant realTo) {
        Stretch stretch = new Stretch(
                simulatedFrom.toEpochMilli(),
                simulatedTo.toEpochMilli(),
                realFrom.toEpochMilli(),
                realTo.toEpochMilli());
        stretches.add(stretch);
        String line = stretch.simulatedFrom() + "," + stretch.simulatedTo() + "," + stretch.realFrom() + ","
                + stretch.realTo() + "\n";
        try {
            Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The real instant of a simulated one: itself before the first stretch, later than all that was told after the last. */
    Instant map(Instant simulated) {
        long millis = simulated.toEpochMilli();
        if (stretches.isEmpty() || millis < stretches.get(0).simulatedFrom()) {
            return simulated;
        }
        int low = 0;
        int high = stretches.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (stretches.get(middle).simulatedFrom() <= millis) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        Stretch stretch = stretches.get(low);
        long mapped = millis <= stretch.simulatedTo()
                ? stretch.map(millis)
                : stretch.realTo() + (millis - stretch.simulatedTo());
        return Instant.ofEpochMilli(mapped);
    }
}
