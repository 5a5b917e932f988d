package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.runtime.CutSearch;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells on standard error what the verification waits for: after two seconds, then every ten. */
final class WaitingReport implements Consumer<CutSearch.Waiting> {
    private static final long SILENCE = TimeUnit.SECONDS.toNanos(2);
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(10);

    private final Output output;
    private final String application;
    private final Duration limit;
    private long next = System.nanoTime() + SILENCE;

    WaitingReport(Output output, String application, Duration limit) {
        this.output = output;
        this.application = application;
        this.limit = limit;
    }

    @Override
    public void accept(CutSearch.Waiting waiting) {
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + INTERVAL;
            output.message("waiting for the stream: " + reasons(waiting) + ".");
        }
    }

    /** Why nothing was compared, and what helps. */
    String gaveUp(CutSearch.Waiting waiting) {
        String waited = "nothing was compared, so this is no difference: within " + limit.toSeconds() + " s (--wait) ";
        if (!waiting.alive()) {
            return waited + "the topics were not processed to their ends, and no instance of application "
                    + application + " is running; last seen: " + reasons(waiting)
                    + ". Start it with premia run, or name the right one with --application-id, and verify again.";
        }
        return waited + "the stream was still moving; last seen: " + reasons(waiting)
                + ". Verify again when less is written to the topics, stop writing for a moment, or allow more time with"
                + " --wait.";
    }

    private String reasons(CutSearch.Waiting waiting) {
        if (waiting.isRest()) {
            return "at rest, yet it moved on at once";
        }
        return output.numbers().whole(waiting.unread()) + " input records to process, "
                + output.numbers().whole(waiting.between()) + " on the way between stages, "
                + output.numbers().whole(waiting.unfinished()) + " subjects to evaluate, "
                + output.numbers().whole(waiting.openTransactions()) + " partitions with an open transaction";
    }
}
