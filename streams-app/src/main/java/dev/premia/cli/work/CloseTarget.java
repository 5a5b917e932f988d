package dev.premia.cli.work;

import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.replay.close.ClosedPeriod;
import java.time.Instant;

/** The closes that were recorded, and where the next one is written. */
interface CloseTarget extends AutoCloseable {
    /** What was closed so far. */
    ClosedPeriods closed();

    /** How much of each input counts for a cutoff. */
    OffsetVector vector(Instant cutoff);

    /** Where the control topic ends for what is computed for a close: at the close, or before it is written where its vector ends. */
    long endFor(Decision.Close close);

    /**
     * Writes a close with its results and its completion.
     *
     * @param begun whether the close itself is written already
     */
    void write(Decision.Close close, boolean begun, ClosedPeriod frozen);

    @Override
    void close();
}
