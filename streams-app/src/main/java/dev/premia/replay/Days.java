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

    /** The sum of the cells over a range of days, which must not be changed: it may be those of a day. */
    DayCells total(int from, int to) {
        int start = start(from);
        int end = start(to);
        return start >= end ? new DayCells() : sum(start, end);
    }

    /** By halves, so that a cell is moved as often as the days can be halved and not once for every day. */
    private DayCells sum(int start, int end) {
        if (end - start == 1) {
            return cells[start];
        }
        int middle = (start + end) >>> 1;
        DayCells sum = sum(start, middle).copy();
        sum.addAll(sum(middle, end), 1);
        return sum;
    }

    private int start(int from) {
        int at = Arrays.binarySearch(days, 0, size, from);
        return at < 0 ? -at - 1 : at;
    }

    /** Visits the days that have cells. */
    void forEach(int from, int to, CellReader.Visitor visitor) {
        for (int i = start(from); i < size && days[i] < to; i++) {
            if (!cells[i].isEmpty()) {
                visitor.day(days[i], cells[i]);
            }
        }
    }
}
