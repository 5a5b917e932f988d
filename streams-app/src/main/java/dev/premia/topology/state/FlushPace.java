package dev.premia.topology.state;

/**
 * When to flush. A quiet task flushes at every interval; a busy one combines several intervals, so that what is gathered
 * under load is evaluated and sent on once. Not thread-safe.
 */
public final class FlushPace {
    /** Inputs within one interval from which a task counts as busy. */
    private static final int BUSY_INPUTS = 400;

    private final int maxPostponed;
    private int inputs;
    private int postponed;

    /**
     * @param maxPostponed how many intervals may pass without a flush
     */
    public FlushPace(int maxPostponed) {
        this.maxPostponed = maxPostponed;
    }

    /** Counts one input. */
    public void input() {
        inputs++;
    }

    /** Whether to flush at the end of an interval. */
    public boolean isDue() {
        boolean busy = inputs > BUSY_INPUTS && postponed < maxPostponed;
        inputs = 0;
        postponed = busy ? postponed + 1 : 0;
        return !busy;
    }
}
