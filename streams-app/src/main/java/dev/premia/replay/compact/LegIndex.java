package dev.premia.replay.compact;

import java.util.Arrays;

/** Places of legs with the beginning of their conversation's hash, to be sorted by it. Not thread-safe. */
final class LegIndex {
    /** So many bits of a key say which place it is; the others are of the hash. */
    private static final int PLACE_BITS = 28;

    private static final long PLACES = (1L << PLACE_BITS) - 1;

    private long[] keys = new long[64];
    private byte[][] pages = new byte[64][];
    private int[] offsets = new int[64];
    private int size;

    void add(IdHash conversation, byte[] page, int at) {
        if (size == keys.length) {
            int capacity = size + (size >> 1);
            keys = Arrays.copyOf(keys, capacity);
            pages = Arrays.copyOf(pages, capacity);
            offsets = Arrays.copyOf(offsets, capacity);
        }
        keys[size] = (conversation.high & ~PLACES) | size;
        pages[size] = page;
        offsets[size++] = at;
    }

    void addAll(LegIndex other) {
        int old = size;
        int needed = size + other.size;
        keys = Arrays.copyOf(keys, needed);
        pages = Arrays.copyOf(pages, needed);
        offsets = Arrays.copyOf(offsets, needed);
        System.arraycopy(other.pages, 0, pages, old, other.size);
        System.arraycopy(other.offsets, 0, offsets, old, other.size);
        for (int i = 0; i < other.size; i++) {
            keys[old + i] = (other.keys[i] & ~PLACES) | (old + i);
        }
        size = needed;
        if (size > PLACES) {
            throw new IllegalStateException(
                    "found " + size + " legs that name a conversation, expected at most " + PLACES);
        }
    }

    void sort() {
        Arrays.sort(keys, 0, size);
    }

    int size() {
        return size;
    }

    /** The first number from {@code from} on whose hash begins otherwise than that of the one before. */
    int endOfRun(int from) {
        int end = from + 1;
        while (end < size && (keys[end] & ~PLACES) == (keys[from] & ~PLACES)) {
            end++;
        }
        return Math.min(end, size);
    }

    byte[] page(int number) {
        return pages[(int) (keys[number] & PLACES)];
    }

    int at(int number) {
        return offsets[(int) (keys[number] & PLACES)];
    }
}
