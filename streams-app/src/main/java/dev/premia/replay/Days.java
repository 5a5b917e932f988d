package dev.premia.replay;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import java.util.Arrays;

/** The cells of one subject by day, ascending. Not thread-safe. */
final class Days {
    private int[] days = new int[4];
    private DayCells[] cells = new DayCells[4];
    private int size;

    /** The cells of a day, to be added to. */
    DayCells of(int epochDay) {
        int at = Arrays.binarySearch(days, 0, size, epochDay);
        return at >= 0 ? cells[at] : insert(-at - 1, epochDay, new DayCells());
    }

    private DayCells insert(int at, int epochDay, DayCells inserted) {
        if (size == days.length) {
            days = Arrays.copyOf(days, size * 2);
            cells = Arrays.copyOf(cells, size * 2);
        }
        System.arraycopy(days, at, days, at + 1, size - at);
        System.arraycopy(cells, at, cells, at + 1, size - at);
        days[at] = epochDay;
        cells[at] = inserted;
        size++;
        return inserted;
    }

    /** Adds other cells, which are used up by it. */
    void addAll(Days other) {
        for (int i = 0; i < other.size; i++) {
            int at = Arrays.binarySearch(days, 0, size, other.days[i]);
            if (at < 0) {
                insert(-at - 1, other.days[i], other.cells[i]);
            } else {
                // Mostly the others are more.
                other.cells[i].addAll(cells[at], 1);
                cells[at] = other.cells[i];
            }
        }
    }

    /** Visits the days that have cells. */
    void forEach(int from, int to, CellReader.Visitor visitor) {
        int start = Arrays.binarySearch(days, 0, size, from);
        for (int i = start < 0 ? -start - 1 : start; i < size && days[i] < to; i++) {
            if (!cells[i].isEmpty()) {
                visitor.day(days[i], cells[i]);
            }
        }
    }
}
