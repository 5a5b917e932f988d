package dev.premia.replay.compact;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Many texts, such as customers and numbers, each kept once as bytes and known by a number from 1; 0 stands for none. Thread-safe. */
final class PartyBook {
    private static final int SHARD_BITS = 4;
    private static final int SHARDS = 1 << SHARD_BITS;

    private final Shard[] shards =
            IntStream.range(0, SHARDS).mapToObj(i -> new Shard()).toArray(Shard[]::new);

    private static final class Shard {
        private final Pages pages = new Pages();
        private final PackedWriter entry = new PackedWriter();
        private final PackedReader reader = new PackedReader();
        private int[] places = new int[16];
        private int[] slots = new int[32];
        private int size;

        synchronized int number(IdHash hash, byte[] buffer, int from, int length) {
            int slot = slot(slots, (int) hash.low);
            while (slots[slot] != 0 && !holds(slots[slot], buffer, from, length)) {
                slot = slot(slots, slot + 1);
            }
            if (slots[slot] == 0) {
                slots[slot] = add(buffer, from, length);
                if (size > slots.length / 3 * 2) {
                    grow();
                    return size;
                }
            }
            return slots[slot];
        }

        private boolean holds(int number, byte[] buffer, int from, int length) {
            int place = places[number];
            byte[] page = pages.page(place);
            int known = reader.at(page, Pages.offset(place)).textLength();
            int at = reader.position();
            return known == length && Arrays.equals(page, at, at + length, buffer, from, from + length);
        }

        private int add(byte[] buffer, int from, int length) {
            entry.reset();
            entry.text(buffer, from, length);
            if (++size == places.length) {
                places = Arrays.copyOf(places, size + size / 2);
            }
            places[size] = pages.append(entry.size());
            System.arraycopy(entry.bytes(), 0, pages.page(places[size]), Pages.offset(places[size]), entry.size());
            return size;
        }

        private void grow() {
            int[] larger = new int[slots.length * 2];
            IdHash hash = new IdHash();
            for (int number = 1; number <= size; number++) {
                byte[] page = pages.page(places[number]);
                int length = reader.at(page, Pages.offset(places[number])).textLength();
                int slot = slot(larger, (int) hash.of(page, reader.position(), length).low);
                while (larger[slot] != 0) {
                    slot = slot(larger, slot + 1);
                }
                larger[slot] = number;
            }
            slots = larger;
        }

        private static int slot(int[] slots, int hash) {
            return hash & (slots.length - 1);
        }

        synchronized String text(int number) {
            return reader.at(pages.page(places[number]), Pages.offset(places[number]))
                    .text();
        }
    }

    /**
     * The number of a text.
     *
     * @param hash used for the hash of the text
     * @param buffer null for none
     */
    int number(IdHash hash, byte[] buffer, int from, int length) {
        if (buffer == null) {
            return 0;
        }
        hash.of(buffer, from, length);
        int shard = (int) hash.high & (SHARDS - 1);
        return (shards[shard].number(hash, buffer, from, length) << SHARD_BITS) | shard;
    }

    /** The text of a number, or null. */
    String text(int number) {
        return number == 0 ? null : shards[number & (SHARDS - 1)].text(number >>> SHARD_BITS);
    }
}
