package dev.premia.replay.compact;

import java.util.Arrays;

/**
 * Bytes in pages that never move, so that growing costs neither copies nor room for both copies. The first pages are small.
 * A place is a number: the page and the offset in it. Not thread-safe.
 */
final class Pages {
    private static final int PAGE_BITS = 17;
    private static final int PAGE_BYTES = 1 << PAGE_BITS;
    private static final int FIRST_BYTES = 1 << 9;

    private byte[][] pages = new byte[4][];
    /** How far each page but the last is used. */
    private int[] ends = new int[4];

    private int count;
    private int used;

    /** Room for some bytes in one page; returns their place. */
    int append(int length) {
        if (count == 0 || used + length > pages[count - 1].length) {
            open(length);
        }
        int place = ((count - 1) << PAGE_BITS) | used;
        used += length;
        return place;
    }

    private void open(int length) {
        if (count == pages.length) {
            pages = Arrays.copyOf(pages, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        if (count > 0) {
            ends[count - 1] = used;
        }
        int regular = count < PAGE_BITS ? Math.min(PAGE_BYTES, FIRST_BYTES << count) : PAGE_BYTES;
        pages[count++] = new byte[Math.max(regular, length)];
        used = 0;
    }

    byte[] page(int place) {
        return pages[place >>> PAGE_BITS];
    }

    /** Where in its page a place is. */
    static int offset(int place) {
        return place & (PAGE_BYTES - 1);
    }

    /** Looks at what begins at a place. */
    interface Walker {
        /** Returns how many bytes it has. */
        int look(byte[] page, int offset, int place);
    }

    /** Walks over everything that was appended, in that order. */
    void forEach(Walker walker) {
        for (int number = 0; number < count; number++) {
            int end = number == count - 1 ? used : ends[number];
            for (int at = 0; at < end; ) {
                at += walker.look(pages[number], at, (number << PAGE_BITS) | at);
            }
        }
    }
}
