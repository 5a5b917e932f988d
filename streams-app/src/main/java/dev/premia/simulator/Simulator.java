package dev.premia.simulator;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The entry point: an invented sales department as canonical events. See the package for the model. */
public final class Simulator {
    private Simulator() {}

    /**
     * The records in ascending order of {@code recordedAt}, made while they are read, in memory that grows with what is
     * open at one time and not with the number of records. Not for use by several threads.
     */
    public static Iterator<SimulatedRecord> simulate(SimulationOptions options) {
        return new Simulation(options);
    }

    /** The same as a sequential stream. */
    public static Stream<SimulatedRecord> stream(SimulationOptions options) {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(simulate(options), traits), false);
    }
}
