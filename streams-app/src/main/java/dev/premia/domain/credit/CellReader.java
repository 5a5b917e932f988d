package dev.premia.domain.credit;

/** The day cells of one subject in one zone. */
@FunctionalInterface
public interface CellReader {
    /** Receives days in ascending order. */
    @FunctionalInterface
    interface Visitor {
        void day(int epochDay, DayCells cells);
    }

    /** A reader of a subject of whom nothing is known. */
    CellReader EMPTY = (from, to, visitor) -> {};

    /**
     * Visits the days that have cells, ascending.
     *
     * @param from first epoch day
     * @param to first epoch day after the range
     */
    void forEachDay(int from, int to, Visitor visitor);
}
