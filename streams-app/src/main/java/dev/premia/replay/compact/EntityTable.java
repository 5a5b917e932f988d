package dev.premia.replay.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * One packed entry per entity, found by 96 bits of the hash of its id: the room of the entry and whether it is left behind, the hash, its
 * bytes. An entry that grows out of its room moves to the end; when more than a fifth of the bytes is left behind, all are
 * moved together. Not thread-safe.
 */
final class EntityTable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    /** What stands for an empty slot. */
    private static final int FREE = 0;

    /** So many bits of a slot say where the entry begins, counted from 1. */
    static final int PLACE_BITS = 26;

    private static final int PLACES = (1 << PLACE_BITS) - 1;
    private static final int ALIGNMENT_BITS = 2;

    private static final String LARGEST_REPLAY = "200 million calls or 10 million deals at most";
    private static final int FIRST_SLOTS = 16;
    private static final int KEY_BYTES = Long.BYTES + Integer.BYTES;
    /** Room takes seven bits a byte, the lowest first; the first bit of all says that the entry is left behind. */
    private static final int LEFT_BEHIND = 1;

    private static final int LITTLE_WASTE = 1 << 18;

    private Pages pages = new Pages();
    /**
     * Places of the entries, each with a few bits of the hash: most entities that are not the same are told apart without a look at their
     * entries.
     */
    private int[] slots = new int[FIRST_SLOTS];

    private int size;
    private long bytes;
    private long wasted;

    /** Receives where the bytes of an entry begin, and a number by which it is found again while nothing is folded. */
    interface Visitor {
        void entry(byte[] page, int at, int number);
    }

    /** The slot of an entity; {@link #isKnown} says whether it has an entry. Valid until the next {@link #put}. */
    int slot(long high, long low) {
        int part = part(low);
        int slot = firstSlot(part, slots.length);
        int tag = tag(high);
        while (slots[slot] != FREE && ((slots[slot] & ~PLACES) != tag || !holds(place(slots[slot]), high, part))) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    /** The half of the lower bits that is kept. */
    private static int part(long low) {
        return (int) (low >>> Integer.SIZE);
    }

    private static int firstSlot(int part, int length) {
        return (int) (((part & 0xFFFF_FFFFL) * length) >>> Integer.SIZE);
    }

    boolean isKnown(int slot) {
        return slots[slot] != FREE;
    }

    private static int tag(long high) {
        return (int) (high >>> Integer.SIZE) & ~PLACES;
    }

    private static int slot(int tag, int place) {
        int number = (place >>> ALIGNMENT_BITS) + 1;
        if (number > PLACES) {
            throw new IllegalStateException("found more than " + (((long) PLACES << ALIGNMENT_BITS) >> 20)
                    + " MB of packed facts in one part of many, expected some " + LARGEST_REPLAY);
        }
        return tag | number;
    }

    private static int place(int slot) {
        return ((slot & PLACES) - 1) << ALIGNMENT_BITS;
    }

    /** The array in which the entry of a slot is. */
    byte[] page(int slot) {
        return pages.page(place(slots[slot]));
    }

    /** Where in its page the entry's own bytes begin. */
    int at(int slot) {
        return key(page(slot), Pages.offset(place(slots[slot]))) + KEY_BYTES;
    }

    /** Where the hash of an entry begins, behind its room. */
    private static int key(byte[] page, int entry) {
        int at = entry;
        while (page[at] < 0) {
            at++;
        }
        return at + 1;
    }

    private static int room(byte[] page, int entry) {
        int room = 0;
        int shift = 0;
        int at = entry;
        while (page[at] < 0) {
            room |= (page[at++] & 0x7F) << shift;
            shift += 7;
        }
        return (room | (page[at] << shift)) >>> 1;
    }

    private static boolean isLeftBehind(byte[] page, int entry) {
        return (page[entry] & LEFT_BEHIND) != 0;
    }

    private static int headBytes(int room) {
        int bytes = 1 + KEY_BYTES;
        for (int rest = room >>> 6; rest != 0; rest >>>= 7) {
            bytes++;
        }
        return bytes;
    }

    private boolean holds(int place, long high, int part) {
        byte[] page = pages.page(place);
        int at = key(page, Pages.offset(place));
        return (long) LONGS.get(page, at) == high && (int) INTS.get(page, at + Long.BYTES) == part;
    }

    /** Sets the bytes of an entity whose slot was asked for. */
    void put(int slot, long high, long low, byte[] entry, int length) {
        if (slots[slot] == FREE) {
            slots[slot] = slot(tag(high), append(high, part(low), entry, 0, length));
            size++;
            if (size > slots.length / 3 * 2) {
                rebuild(slots.length + slots.length / 2, pages, false);
            }
            return;
        }
        byte[] page = page(slot);
        int start = Pages.offset(place(slots[slot]));
        int room = room(page, start);
        if (length <= room) {
            System.arraycopy(entry, 0, page, at(slot), length);
            return;
        }
        wasted += aligned(headBytes(room) + room);
        page[start] |= LEFT_BEHIND;
        slots[slot] = slot(tag(high), append(high, part(low), entry, 0, length));
        if (wasted > LITTLE_WASTE && wasted > bytes / 5) {
            compact();
        }
    }

    private int append(long high, int part, byte[] entry, int from, int length) {
        int needed = aligned(headBytes(length) + length);
        int place = pages.append(needed);
        bytes += needed;
        byte[] page = pages.page(place);
        int at = Pages.offset(place);
        int rest = length << 1;
        for (; rest > 0x7F; rest >>>= 7) {
            page[at++] = (byte) (rest | 0x80);
        }
        page[at++] = (byte) rest;
        LONGS.set(page, at, high);
        INTS.set(page, at + Long.BYTES, part);
        System.arraycopy(entry, from, page, at + KEY_BYTES, length);
        return place;
    }

    /** The array in which the entry of a number is. */
    byte[] pageOf(int number) {
        return pages.page(number << ALIGNMENT_BITS);
    }

    /** Where in its page the bytes of the entry of a number begin. */
    int atOf(int number) {
        int place = number << ALIGNMENT_BITS;
        return key(pages.page(place), Pages.offset(place)) + KEY_BYTES;
    }

    private static int aligned(int length) {
        return (length + (1 << ALIGNMENT_BITS) - 1) & -(1 << ALIGNMENT_BITS);
    }

    private void compact() {
        Pages old = pages;
        pages = new Pages();
        bytes = 0;
        wasted = 0;
        rebuild(slots.length, old, true);
    }

    /** In the order of the entries, which is the order in which they came. */
    private void rebuild(int length, Pages old, boolean move) {
        slots = new int[length];
        old.forEach((page, start, place) -> {
            int room = room(page, start);
            if (!isLeftBehind(page, start)) {
                int at = key(page, start);
                long high = (long) LONGS.get(page, at);
                int part = (int) INTS.get(page, at + Long.BYTES);
                int slot = firstSlot(part, length);
                while (slots[slot] != FREE) {
                    slot = slot + 1 == length ? 0 : slot + 1;
                }
                slots[slot] = slot(tag(high), move ? append(high, part, page, at + KEY_BYTES, room) : place);
            }
            return aligned(headBytes(room) + room);
        });
    }

    /** The hash of the id whose entry's own bytes begin at a place, without its lowest bits, which are not kept. */
    static void key(byte[] page, int at, IdHash into) {
        into.high = (long) LONGS.get(page, at - KEY_BYTES);
        into.low = (long) (int) INTS.get(page, at - Integer.BYTES) << Integer.SIZE;
    }

    int size() {
        return size;
    }

    /** Visits every entry in the order in which they came; the visitor must not change the table. */
    void forEach(Visitor visitor) {
        pages.forEach((page, start, place) -> {
            int room = room(page, start);
            if (!isLeftBehind(page, start)) {
                visitor.entry(page, key(page, start) + KEY_BYTES, place >>> ALIGNMENT_BITS);
            }
            return aligned(headBytes(room) + room);
        });
    }
}
