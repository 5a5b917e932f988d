package dev.premia.replay.compact;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.IntConsumer;

/** Work that is divided among threads of its own. */
public final class Workers {
    private Workers() {}

    /** As many as the machine has processors. */
    public static int available() {
        return Runtime.getRuntime().availableProcessors();
    }

    /**
     * Runs the same task once for every number below {@code count}, the first one in the calling thread, and returns when all
     * have ended.
     *
     * @throws RuntimeException what the first task that failed has thrown
     */
    public static void run(int count, IntConsumer task) {
        List<FutureTask<Void>> others = new ArrayList<>();
        for (int i = 1; i < count; i++) {
            int number = i;
            FutureTask<Void> other = new FutureTask<>(() -> task.accept(number), null);
            others.add(other);
            Thread thread = new Thread(other, "premia-worker-" + number);
            thread.setDaemon(true);
            thread.start();
        }
        RuntimeException failure = null;
        try {
            task.accept(0);
        } catch (RuntimeException e) {
            failure = e;
        }
        for (FutureTask<Void> other : others) {
            RuntimeException thrown = await(other);
            failure = failure == null ? thrown : failure;
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static RuntimeException await(FutureTask<Void> task) {
        try {
            task.get();
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
