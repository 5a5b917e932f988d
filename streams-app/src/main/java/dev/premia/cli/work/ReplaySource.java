package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.domain.statement.FrozenStatement;
import dev.premia.replay.bundle.Manifest;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.Detail;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.Reading;
import dev.premia.replay.input.RecordScan;
import dev.premia.runtime.ConsistentCut;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** How much of the log a recomputation reads: what counted for a close, what was there at an instant, or everything. */
final class ReplaySource implements AutoCloseable {
    private final SourceOptions input;
    private final CloseTarget closes;
    private final YearMonth period;
    private final boolean closed;
    /** What bounds it; null for everything. */
    private final Decision.Close bound;

    private final Bound counting;

    private final long controlEnd;

    private ReplaySource(
            SourceOptions input,
            CloseTarget closes,
            YearMonth period,
            boolean closed,
            Decision.Close bound,
            Bound counting,
            long controlEnd) {
        this.input = input;
        this.closes = closes;
        this.period = period;
        this.closed = closed;
        this.bound = bound;
        this.counting = counting;
        this.controlEnd = controlEnd;
    }

    /** @param asOf an instant as it was given, or null */
    static ReplaySource open(SourceOptions input, YearMonth period, String asOf, Output output) {
        return open(input, period, asOf, false, output);
    }

    /**
     * The same.
     *
     * @param comparing whether a month is closed also where the completion does not count for its results, to say what differs
     */
    static ReplaySource open(SourceOptions input, YearMonth period, String asOf, boolean comparing, Output output) {
        Manifest bundle = input.bundle();
        if (bundle != null && !bundle.period().equals(period)) {
            throw CommandException.badInput("--period: found " + period + ", expected " + bundle.period()
                    + ": the bundle holds what that month was computed from.");
        }
        CloseTarget closes =
                input.readsTopics() ? new ClusterCloses(input.cluster(), false) : new FileCloses(input, null, output);
        if (asOf != null) {
            Instant instant = CutoffOption.read("--as-of", asOf, input.zoneOfCutoff());
            if (instant.isAfter(Instant.now())) {
                throw CommandException.badInput("--as-of: " + instant + " has not come yet.");
            }
            OffsetVector vector = closes.vector(instant);
            Decision.Heading heading = new Decision.Heading("as-of", instant, null, null, null, null);
            Decision.Close bound = new Decision.Close(heading, period, instant, input.zoneOfCutoff(), vector);
            long end = vector.of(Topics.CONTROL.name(), 0).orElse(0);
            return new ReplaySource(
                    input,
                    closes,
                    period,
                    closes.closed().completed().containsKey(period),
                    bound,
                    Bound.asOf(bound),
                    end);
        }
        boolean closed = closes.closed().completed().containsKey(period)
                || (comparing && closes.closed().refused(period) != null);
        if (!closed && closes.closed().isClosed(period)) {
            throw CommandException.badInput(period + " had no entries and was closed with "
                    + closes.closed().closeOf(period).period() + "; replay that month.");
        }
        Decision.Close bound = closed ? closes.closed().closes().get(period) : null;
        return new ReplaySource(
                input,
                closes,
                period,
                closed,
                bound,
                closed ? Bound.of(bound) : Bound.NONE,
                closed ? closes.endFor(bound) : 0);
    }

    /** The closes of the log. */
    ClosedPeriods closed() {
        return closes.closed();
    }

    /** What the bundle that is read is about; null where none is. */
    Manifest bundle() {
        return input.bundle();
    }

    /** The close of the month with a manager's result and its completion; empty while the month is open. */
    List<Decision> closeOf(String manager) {
        List<Decision> decisions = new ArrayList<>();
        if (isClosed()) {
            decisions.add(bound);
            FrozenStatement frozen = closes.closed().results(period).get(manager);
            if (frozen != null) {
                decisions.add(new Decision.CloseResult(
                        new Decision.Heading(
                                bound.heading().id() + "-" + manager,
                                bound.heading().at(),
                                bound.heading().author(),
                                null,
                                bound.heading().reason(),
                                null),
                        frozen));
            }
            decisions.add(closes.closed().completed().get(period));
        }
        return decisions;
    }

    /** What bounds the reading. */
    Bound bound() {
        return counting;
    }

    boolean isClosed() {
        return closed;
    }

    /** The as-of day that the bound gives; null where the control records say it. */
    LocalDate asOf() {
        return bound == null ? null : bound.asOf();
    }

    LoadedInput load(Output output, boolean verbose) {
        return load(output, verbose, null, Detail.ALL);
    }

    /**
     * Reads in no more detail than is asked for: a closed month bounded by its close, an open one up to a cut.
     *
     * @param cut to which the outputs were read; null without one
     */
    LoadedInput load(Output output, boolean verbose, ConsistentCut cut, Detail detail) {
        Reading reading = bound != null
                ? Reading.below(bound, counting, controlEnd)
                : cut == null ? Reading.EVERYTHING : Reading.upTo(cut.inputs());
        return input.load(output, verbose, reading.keeping(detail));
    }

    /** Reads the records that count one by one, in a pass of its own. */
    void scan(Output output, RecordScan.Sink sink) {
        input.scan(bound, counting, controlEnd, output, sink);
    }

    @Override
    public void close() {
        closes.close();
    }
}
