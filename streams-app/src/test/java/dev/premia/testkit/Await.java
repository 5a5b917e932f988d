package dev.premia.testkit;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.opentest4j.AssertionFailedError;

/** Waits until something is so, or fails when a deadline passes; the message then says what was last seen. */
public final class Await {
    private static final Duration PAUSE = Duration.ofMillis(25);

    private Await() {}

    /** Waits until the condition holds. */
    public static void until(String what, Duration limit, Callable<Boolean> condition) {
        value(what, limit, condition, Boolean.TRUE::equals);
    }

    /**
     * Waits until the source gives an accepted value and returns that value. A source that throws is asked again until the
     * deadline; its last exception becomes the cause of the failure.
     */
    public static <T> T value(String what, Duration limit, Callable<T> source, Predicate<? super T> accepted) {
        long start = System.nanoTime();
        while (true) {
            T value = null;
            Exception thrown = null;
            try {
                value = source.call();
                if (accepted.test(value)) {
                    return value;
                }
            } catch (Exception e) {
                thrown = e;
            }
            if (System.nanoTime() - start > limit.toNanos()) {
                String seen = thrown == null ? "last seen: " + value : "last failure: " + thrown;
                throw new AssertionFailedError("Not within " + limit + ": " + what + "; " + seen, thrown);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionFailedError("Interrupted while waiting", e);
        }
    }
}
