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
}
