package dev.premia.replay.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * One packed entry per entity, found by the hash of its id: the hash, the room of the entry, its bytes. An entry that grows
 * out of its room moves to the end; when more than half of the bytes are left behind, all are moved together. Not
 * thread-safe.
 */
final class EntityTable {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final int FREE = -1;
    private static final int FIRST_SLOTS = 16;
    private static final int KEY_BYTES = 16;
    private static final int ROOM_BYTES = 4;
    private static final int LITTLE_WASTE = 1 << 20;

    private Pages pages = new Pages();
    private int[] slots = free(FIRST_SLOTS);
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
        while (slots[slot] != FREE && !holds(slots[slot], high, low)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    boolean isKnown(int slot) {
        return slots[slot] != FREE;
    }

    /** The array in which the entry of a slot is. */
    byte[] page(int slot) {
        return pages.page(slots[slot]);
    }

    /** Where in its page the entry's own bytes begin. */
    int at(int slot) {
        return Pages.offset(slots[slot]) + KEY_BYTES + ROOM_BYTES;
    }

    private boolean holds(int place, long high, long low) {
        byte[] page = pages.page(place);
        int at = Pages.offset(place);
        return (long) LONGS.get(page, at) == high && (long) LONGS.get(page, at + Long.BYTES) == low;
    }

    /** Sets the bytes of an entity whose slot was asked for. */
    void put(int slot, long high, long low, byte[] entry, int length) {
        if (slots[slot] == FREE) {
            slots[slot] = append(high, low, entry, 0, length);
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
        wasted += KEY_BYTES + ROOM_BYTES + room;
        slots[slot] = append(high, low, entry, 0, length);
        if (wasted > LITTLE_WASTE && wasted > bytes / 2) {
            compact();
        }
    }

    private int append(long high, long low, byte[] entry, int from, int length) {
        int place = pages.append(KEY_BYTES + ROOM_BYTES + length);
        bytes += KEY_BYTES + ROOM_BYTES + length;
        byte[] page = pages.page(place);
        int at = Pages.offset(place);
        LONGS.set(page, at, high);
        LONGS.set(page, at + Long.BYTES, low);
        INTS.set(page, at + KEY_BYTES, length);
        System.arraycopy(entry, from, page, at + KEY_BYTES + ROOM_BYTES, length);
        return place;
    }

    private void grow() {
        rebuild(free(slots.length * 2), pages, false);
    }

    private void compact() {
        Pages old = pages;
        pages = new Pages();
        bytes = 0;
        wasted = 0;
        rebuild(free(slots.length), old, true);
    }

    private void rebuild(int[] fresh, Pages old, boolean move) {
        int mask = fresh.length - 1;
        for (int place : slots) {
            if (place != FREE) {
                byte[] page = old.page(place);
                int at = Pages.offset(place);
                long low = (long) LONGS.get(page, at + Long.BYTES);
                int slot = (int) low & mask;
                while (fresh[slot] != FREE) {
                    slot = (slot + 1) & mask;
                }
                int length = (int) INTS.get(page, at + KEY_BYTES);
                fresh[slot] = move
                        ? append((long) LONGS.get(page, at), low, page, at + KEY_BYTES + ROOM_BYTES, length)
                        : place;
            }
        }
        slots = fresh;
    }

    /** The hash of the id whose entry's own bytes begin at a place. */
    static void key(byte[] page, int at, IdHash into) {
        into.high = (long) LONGS.get(page, at - ROOM_BYTES - KEY_BYTES);
        into.low = (long) LONGS.get(page, at - ROOM_BYTES - Long.BYTES);
    }

    int size() {
        return size;
    }

    /** Visits every entry; the visitor must not change the table. */
    void forEach(Visitor visitor) {
        for (int place : slots) {
            if (place != FREE) {
                visitor.entry(pages.page(place), Pages.offset(place) + KEY_BYTES + ROOM_BYTES);
            }
        }
    }

    private static int[] free(int length) {
        int[] slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }
}
