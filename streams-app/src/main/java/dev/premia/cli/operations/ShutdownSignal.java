package dev.premia.cli.operations;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Turns SIGTERM and SIGINT into an orderly end: the command's own thread hears of it, closes what it opened, and the process
 * waits for that up to a limit. One at a time.
 */
final class ShutdownSignal implements AutoCloseable {
    private static final long LIMIT_SECONDS = 90;

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch finished = new CountDownLatch(1);
    private final AtomicBoolean signalled = new AtomicBoolean();
    private final Thread hook = new Thread(this::stop, "shutdown");

    private ShutdownSignal() {}

    static ShutdownSignal install() {
        ShutdownSignal signal = new ShutdownSignal();
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop() {
        signalled.set(true);
        requested.countDown();
        try {
            if (!finished.await(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("premia: still not closed after " + LIMIT_SECONDS + " s, ending anyway");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits for the signal; true when it has come. */
    boolean await(long millis) throws InterruptedException {
        return requested.await(Math.max(0, millis), TimeUnit.MILLISECONDS);
    }

    boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Everything is closed; the process may end. */
    @Override
    public void close() {
        finished.countDown();
        if (!signalled.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The process ends already.
                signalled.set(true);
            }
        }
    }
}
