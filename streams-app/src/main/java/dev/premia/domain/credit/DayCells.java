package dev.premia.domain.credit;

import java.util.Arrays;
import java.util.function.LongPredicate;

/**
 * The measures of one subject on one day, as a sparse vector sorted by measure and dimension. Values that become 0
 * disappear, so a vector in which everything was retracted is equal to one that never held anything. Not thread-safe.
 */
public final class DayCells {
    private static final int INITIAL_CAPACITY = 8;
    /** So many cells are added one by one. */
    private static final int FEW = 4;

    private long[] measures;
    private long[] dimensions;
    private long[] values;
    private int size;

    public DayCells() {
        this(INITIAL_CAPACITY);
    }

    public DayCells(int capacity) {
        measures = new long[capacity];
        dimensions = new long[capacity];
        values = new long[capacity];
    }

    /** Receives the cells in ascending order of measure and dimension. */
    @FunctionalInterface
    public interface Visitor {
        void cell(long measure, long dimension, long value);
    }

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Adds to one cell. */
    public void add(long measure, long dimension, long delta) {
        if (delta == 0) {
            return;
        }
        int at = find(measure, dimension);
        if (at >= 0) {
            values[at] = Math.addExact(values[at], delta);
            if (values[at] == 0) {
                remove(at);
            }
        } else {
            insert(-at - 1, measure, dimension, delta);
        }
    }

    /** Adds every cell of another vector, times {@code factor}. */
    public void addAll(DayCells other, int factor) {
        if (other.size > FEW) {
            merge(other, factor);
            return;
        }
        for (int i = 0; i < other.size; i++) {
            add(other.measures[i], other.dimensions[i], Math.multiplyExact(other.values[i], (long) factor));
        }
    }

    /** Both are sorted, so one walk over both is less than as many searches and moves as the other one has cells. */
    private void merge(DayCells other, int factor) {
        DayCells merged = new DayCells(size + other.size);
        int mine = 0;
        int theirs = 0;
        while (mine < size || theirs < other.size) {
            int order = mine == size ? 1 : theirs == other.size ? -1 : compare(mine, other, theirs);
            long value = order <= 0 ? values[mine] : 0;
            if (order >= 0) {
                value = Math.addExact(value, Math.multiplyExact(other.values[theirs], (long) factor));
            }
            if (value != 0) {
                DayCells from = order <= 0 ? this : other;
                int at = order <= 0 ? mine : theirs;
                merged.append(from.measures[at], from.dimensions[at], value);
            }
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        measures = merged.measures;
        dimensions = merged.dimensions;
        values = merged.values;
        size = merged.size;
    }

    private int compare(int at, DayCells other, int there) {
        int byMeasure = Long.compare(measures[at], other.measures[there]);
        return byMeasure != 0 ? byMeasure : Long.compare(dimensions[at], other.dimensions[there]);
    }

    private void append(long measure, long dimension, long value) {
        measures[size] = measure;
        dimensions[size] = dimension;
        values[size++] = value;
    }

    /** Gives back the room that no cell needs. */
    public void trim() {
        if (size < measures.length) {
            measures = Arrays.copyOf(measures, size);
            dimensions = Arrays.copyOf(dimensions, size);
            values = Arrays.copyOf(values, size);
        }
    }

    public long value(long measure, long dimension) {
        int at = find(measure, dimension);
        return at >= 0 ? values[at] : 0;
    }

    /** The sum of a measure over all its dimensions. */
    public long total(long measure) {
        long total = 0;
        for (int i = lowerBound(measure, Long.MIN_VALUE); i < size && measures[i] == measure; i++) {
            total = Math.addExact(total, values[i]);
        }
        return total;
    }

    /** The sum of a measure over the dimensions below {@code limit}. */
    public long totalBelow(long measure, long limit) {
        long total = 0;
        for (int i = lowerBound(measure, Long.MIN_VALUE); i < size && measures[i] == measure; i++) {
            if (dimensions[i] >= limit) {
                break;
            }
            total = Math.addExact(total, values[i]);
        }
        return total;
    }

    public void forEach(Visitor visitor) {
        for (int i = 0; i < size; i++) {
            visitor.cell(measures[i], dimensions[i], values[i]);
        }
    }

    /** Whether a cell is of a measure that is looked for. */
    public boolean anyMeasure(LongPredicate wanted) {
        for (int i = 0; i < size; i++) {
            if (wanted.test(measures[i])) {
                return true;
            }
        }
        return false;
    }

    /** Visits the cells of one measure only. */
    public void forEach(long measure, Visitor visitor) {
        for (int i = lowerBound(measure, Long.MIN_VALUE); i < size && measures[i] == measure; i++) {
            visitor.cell(measure, dimensions[i], values[i]);
        }
    }

    public DayCells copy() {
        DayCells copy = new DayCells(Math.max(size, 1));
        System.arraycopy(measures, 0, copy.measures, 0, size);
        System.arraycopy(dimensions, 0, copy.dimensions, 0, size);
        System.arraycopy(values, 0, copy.values, 0, size);
        copy.size = size;
        return copy;
    }

    private int find(long measure, long dimension) {
        int at = lowerBound(measure, dimension);
        boolean found = at < size && measures[at] == measure && dimensions[at] == dimension;
        return found ? at : -at - 1;
    }

    private int lowerBound(long measure, long dimension) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            boolean before =
                    measures[middle] < measure || (measures[middle] == measure && dimensions[middle] < dimension);
            if (before) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void insert(int at, long measure, long dimension, long value) {
        if (size == measures.length) {
            int capacity = Math.max(INITIAL_CAPACITY, size * 2);
            measures = Arrays.copyOf(measures, capacity);
            dimensions = Arrays.copyOf(dimensions, capacity);
            values = Arrays.copyOf(values, capacity);
        }
        System.arraycopy(measures, at, measures, at + 1, size - at);
        System.arraycopy(dimensions, at, dimensions, at + 1, size - at);
        System.arraycopy(values, at, values, at + 1, size - at);
        measures[at] = measure;
        dimensions[at] = dimension;
        values[at] = value;
        size++;
    }

    private void remove(int at) {
        System.arraycopy(measures, at + 1, measures, at, size - at - 1);
        System.arraycopy(dimensions, at + 1, dimensions, at, size - at - 1);
        System.arraycopy(values, at + 1, values, at, size - at - 1);
        size--;
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof DayCells other
                && size == other.size
                && Arrays.equals(measures, 0, size, other.measures, 0, size)
                && Arrays.equals(dimensions, 0, size, other.dimensions, 0, size)
                && Arrays.equals(values, 0, size, other.values, 0, size);
    }

    @Override
    public int hashCode() {
        int hash = size;
        for (int i = 0; i < size; i++) {
            hash = 31 * hash + Long.hashCode(measures[i] * 31 + dimensions[i] + values[i]);
        }
        return hash;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        forEach((measure, dimension, value) -> text.append(measure)
                .append('[')
                .append(dimension)
                .append("]=")
                .append(value)
                .append(' '));
        return text.append('}').toString();
    }
}
