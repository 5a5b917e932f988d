package dev.premia.replay.compact;

import java.util.Arrays;

/**
 * Places of legs with the beginning of their conversation's hash. Legs of one conversation are brought together, and conversations
 * are visited in the order in which they were recorded, more or less: what belongs to one time lies close together in memory.
 * Not thread-safe.
 */
final class LegIndex {
    /** So many bits of a key say which place it is; the others are of the hash. */
    private static final int PLACE_BITS = 28;

    private static final long PLACES = (1L << PLACE_BITS) - 1;

    private long[] keys = new long[64];
    private int[] wheres = new int[64];
    private int size;
    /** Of each run the place of its first leg and its number, ascending. */
    private long[] runs = new long[0];

    /** @param where the entry, see {@link EntityStore#where} */
    void add(IdHash conversation, int where) {
        if (size == keys.length) {
            int capacity = size + (size >> 1);
            keys = Arrays.copyOf(keys, capacity);
            wheres = Arrays.copyOf(wheres, capacity);
        }
        keys[size] = (conversation.high & ~PLACES) | size;
        wheres[size++] = where;
    }

    void addAll(LegIndex other) {
        int old = size;
        int needed = size + other.size;
        keys = Arrays.copyOf(keys, needed);
        wheres = Arrays.copyOf(wheres, needed);
        System.arraycopy(other.wheres, 0, wheres, old, other.size);
        for (int i = 0; i < other.size; i++) {
            keys[old + i] = (other.keys[i] & ~PLACES) | (old + i);
        }
        size = needed;
        if (size > PLACES) {
            throw new IllegalStateException(
                    "found " + size + " legs that name a conversation, expected at most " + PLACES);
        }
    }

    /** Brings together what belongs together, once everything is added. */
    void sort() {
        Arrays.sort(keys, 0, size);
        int count = 0;
        for (int at = 0; at < size; at = endOfRun(at)) {
            count++;
        }
        runs = new long[count];
        int run = 0;
        for (int at = 0; at < size; at = endOfRun(at)) {
            runs[run++] = (long) EntityStore.number(where(at)) << Integer.SIZE | at;
        }
        Arrays.sort(runs);
    }

    /** How many runs of hashes that begin alike there are. */
    int runs() {
        return runs.length;
    }

    /** The number of the first leg of a run. */
    int start(int run) {
        return (int) runs[run];
    }

    /** The first number from {@code from} on whose hash begins otherwise. */
    int endOfRun(int from) {
        int end = from + 1;
        while (end < size && (keys[end] & ~PLACES) == (keys[from] & ~PLACES)) {
            end++;
        }
        return end;
    }

    int where(int number) {
        return wheres[(int) (keys[number] & PLACES)];
    }
}
