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

    /**
     * The sum of the cells over a range of days, by measure and dimension. The result belongs to the reader: it must not be
     * changed.
     */
    default DayCells total(int from, int to) {
        DayCells total = new DayCells();
        forEachDay(from, to, (day, cells) -> total.addAll(cells, 1));
        return total;
    }
}
