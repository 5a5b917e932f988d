package dev.premia.topology.state;

import java.time.Duration;

/**
 * When to flush. A quiet task flushes at every interval; a busy one combines several intervals, so that what is gathered
 * under load is evaluated and sent on once; and a busy one that is far behind combines more of them, since what it adds to
 * the delay is then a small part of it. Not thread-safe.
 */
public final class FlushPace {
    /** Inputs within one interval from which a task counts as busy. */
    static final int BUSY_INPUTS = 400;

    /** From this distance between a record's timestamp and the clock on, a busy task counts as far behind. */
    static final Duration FAR_BEHIND = Duration.ofSeconds(10);

    private final int maxPostponed;
    private final int maxPostponedBehind;
    private int inputs;
    private int postponed;
    private long lag;

    /**
     * @param maxPostponed how many intervals a busy task may pass without a flush
     * @param maxPostponedBehind the same for a task that is far behind
     */
    public FlushPace(int maxPostponed, int maxPostponedBehind) {
        this.maxPostponed = maxPostponed;
        this.maxPostponedBehind = maxPostponedBehind;
    }

    /**
     * Counts one input.
     *
     * @param timestamp of the record, milliseconds since 1970 in UTC
     * @param now on the same scale
     */
    public void input(long timestamp, long now) {
        inputs++;
        lag = now - timestamp;
    }

    /** Whether to flush at the end of an interval. */
    public boolean isDue() {
        int limit = lag >= FAR_BEHIND.toMillis() ? maxPostponedBehind : maxPostponed;
        boolean wait = inputs > BUSY_INPUTS && postponed < limit;
        inputs = 0;
        postponed = wait ? postponed + 1 : 0;
        return !wait;
    }
}
