package dev.premia.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Tells how far a long task is: nothing during the first two seconds, then records, rate and, where the total is known, the
 * time left. On a terminal one line is rewritten; elsewhere a line is added every ten seconds. Not thread-safe.
 */
public final class Progress implements AutoCloseable {
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long TERMINAL_PAUSE = TimeUnit.MILLISECONDS.toNanos(250);
    private static final long LOG_PAUSE = TimeUnit.SECONDS.toNanos(10);
    /** Set by the launcher when standard error is a terminal. */
    private static final String TERMINAL_PROPERTY = "premia.terminal";

    private final PrintWriter err;
    private final NumberText numbers;
    private final String task;
    private final boolean terminal;
    private final long start = System.nanoTime();
    private long next = start + SILENCE;
    private long total;
    private long done;
    private int lastWidth;

    private Progress(PrintWriter err, NumberText numbers, String task, long total, boolean terminal) {
        this.err = err;
        this.numbers = numbers;
        this.task = task;
        this.total = total;
        this.terminal = terminal;
    }

    /**
     * @param task what is done, e.g. {@code publishing}
     * @param total how many steps there are, 0 when unknown
     */
    public static Progress start(Output output, String task, long total) {
        return new Progress(output.err(), output.numbers(), task, total, Boolean.getBoolean(TERMINAL_PROPERTY));
    }

    /** Sets the total once it is known. */
    public void total(long newTotal) {
        this.total = newTotal;
    }

    /** Counts steps and shows them when it is time. */
    public void add(long steps) {
        done += steps;
        long now = System.nanoTime();
        if (now - next >= 0) {
            next = now + (terminal ? TERMINAL_PAUSE : LOG_PAUSE);
            show(now);
        }
    }

    public long done() {
        return done;
    }

    /** Steps per second since the start. */
    public long rate() {
        long elapsed = Math.max(1, System.nanoTime() - start);
        return Math.round(done * 1e9 / elapsed);
    }

    public Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void show(long now) {
        StringBuilder line = new StringBuilder(task).append(": ").append(numbers.whole(done));
        if (total > 0) {
            line.append(" of ").append(numbers.whole(total));
        }
        line.append(", ").append(numbers.whole(rate())).append("/s");
        if (total > done && done > 0) {
            long left = Math.round((double) (now - start) / done * (total - done));
            line.append(", ")
                    .append(NumberText.duration(Duration.ofNanos(left)))
                    .append(" left");
        }
        if (terminal) {
            int width = line.length();
            line.append(" ".repeat(Math.max(0, lastWidth - width)));
            lastWidth = width;
            err.print("\r" + line);
        } else {
            err.println(line);
        }
        err.flush();
    }

    /** Clears the line on a terminal. */
    @Override
    public void close() {
        if (lastWidth > 0) {
            err.print("\r" + " ".repeat(lastWidth) + "\r");
            err.flush();
            lastWidth = 0;
        }
    }
}
