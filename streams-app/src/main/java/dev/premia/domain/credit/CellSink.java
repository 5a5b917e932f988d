package dev.premia.domain.credit;

/** Receives what a fact adds to the cells of one subject in one zone. */
@FunctionalInterface
public interface CellSink {
    /**
     * @param epochDay the day, in the zone that was asked for
     * @param measure one of {@link Measures}
     * @param dimension the measure's second coordinate, 0 when it has none
     * @param delta what to add
     */
    void add(int epochDay, long measure, long dimension, long delta);

    /** A sink that takes back what this one would add. */
    default CellSink negated() {
        return (epochDay, measure, dimension, delta) -> add(epochDay, measure, dimension, -delta);
    }
}
