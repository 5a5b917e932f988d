package dev.premia.replay.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * One packed entry per entity, found by the hash of its id: the hash, the room of the entry (negative once it is left behind), its
 * bytes. An entry that grows
 * out of its room moves to the end; when more than a fifth of the bytes is left behind, all are moved together. Not
 * thread-safe.
 */
final class EntityTable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    /** What stands for an empty slot among the tags. */
    private static final byte FREE = 0;

    private static final int FIRST_SLOTS = 16;
    private static final int KEY_BYTES = 16;
    private static final int ROOM_BYTES = 4;
    private static final int HEAD_BYTES = KEY_BYTES + ROOM_BYTES;
    private static final int LITTLE_WASTE = 1 << 18;

    private Pages pages = new Pages();
    /** Places of the entries; valid where the tag of the slot is not {@link #FREE}. */
    private int[] slots = new int[FIRST_SLOTS];
    /** A few bits of the hash for each slot: most entities that are not the same are told apart without a look at their entries. */
    private byte[] tags = new byte[FIRST_SLOTS];

    private int size;
    private long bytes;
    private long wasted;

    /** Receives where the bytes of an entry begin. */
    interface Visitor {
        void entry(byte[] page, int at);
    }

    /** The slot of an entity; {@link #isKnown} says whether it has an entry. Valid until the next {@link #put}. */
    int slot(long high, long low) {
        int slot = (int) low & (slots.length - 1);
        byte tag = tag(high);
        while (tags[slot] != FREE && (tags[slot] != tag || !holds(slots[slot], high, low))) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    boolean isKnown(int slot) {
        return tags[slot] != FREE;
    }

    private static byte tag(long high) {
        return (byte) ((high >>> 56) | 1);
    }

    /** The array in which the entry of a slot is. */
    byte[] page(int slot) {
        return pages.page(slots[slot]);
    }

    /** Where in its page the entry's own bytes begin. */
    int at(int slot) {
        return Pages.offset(slots[slot]) + HEAD_BYTES;
    }

    private boolean holds(int place, long high, long low) {
        byte[] page = pages.page(place);
        int at = Pages.offset(place);
        return (long) LONGS.get(page, at) == high && (long) LONGS.get(page, at + Long.BYTES) == low;
    }

    /** Sets the bytes of an entity whose slot was asked for. */
    void put(int slot, long high, long low, byte[] entry, int length) {
        if (tags[slot] == FREE) {
            slots[slot] = append(high, low, entry, 0, length);
            tags[slot] = tag(high);
            size++;
            if (size > slots.length / 3 * 2) {
                grow();
            }
            return;
        }
        byte[] page = page(slot);
        int at = at(slot);
        int room = (int) INTS.get(page, at - ROOM_BYTES);
        if (length <= room) {
            System.arraycopy(entry, 0, page, at, length);
            return;
        }
        wasted += HEAD_BYTES + room;
        INTS.set(page, at - ROOM_BYTES, -room);
        slots[slot] = append(high, low, entry, 0, length);
        if (wasted > LITTLE_WASTE && wasted > bytes / 5) {
            compact();
        }
    }

    private int append(long high, long low, byte[] entry, int from, int length) {
        int place = pages.append(HEAD_BYTES + length);
        bytes += HEAD_BYTES + length;
        byte[] page = pages.page(place);
        int at = Pages.offset(place);
        LONGS.set(page, at, high);
        LONGS.set(page, at + Long.BYTES, low);
        INTS.set(page, at + KEY_BYTES, length);
        System.arraycopy(entry, from, page, at + HEAD_BYTES, length);
        return place;
    }

    private void grow() {
        rebuild(slots.length * 2, pages, false);
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
        tags = new byte[length];
        old.forEach((page, at, place) -> {
            int room = (int) INTS.get(page, at + KEY_BYTES);
            if (room >= 0) {
                long high = (long) LONGS.get(page, at);
                long low = (long) LONGS.get(page, at + Long.BYTES);
                int slot = (int) low & (length - 1);
                while (tags[slot] != FREE) {
                    slot = (slot + 1) & (length - 1);
                }
                tags[slot] = tag(high);
                slots[slot] = move ? append(high, low, page, at + HEAD_BYTES, room) : place;
            }
            return HEAD_BYTES + Math.abs(room);
        });
    }

    /** The hash of the id whose entry's own bytes begin at a place. */
    static void key(byte[] page, int at, IdHash into) {
        into.high = (long) LONGS.get(page, at - ROOM_BYTES - KEY_BYTES);
        into.low = (long) LONGS.get(page, at - ROOM_BYTES - Long.BYTES);
    }

    int size() {
        return size;
    }

    /** Visits every entry in the order in which they came; the visitor must not change the table. */
    void forEach(Visitor visitor) {
        pages.forEach((page, at, place) -> {
            int room = (int) INTS.get(page, at + KEY_BYTES);
            if (room >= 0) {
                visitor.entry(page, at + HEAD_BYTES);
            }
            return HEAD_BYTES + Math.abs(room);
        });
    }
}
