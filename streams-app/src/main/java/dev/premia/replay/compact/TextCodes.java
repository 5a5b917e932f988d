package dev.premia.replay.compact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that occur often, such as the ids of managers, as small numbers from 1; 0 stands for none. One book is shared by all
 * threads; each thread asks it through a {@link Front} of its own.
 */
final class TextCodes {
    /** The golden ratio as a fraction of 2^64: neighbours come to lie far apart. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    synchronized int code(String text) {
        if (text == null) {
            return 0;
        }
        Integer known = codes.get(text);
        if (known != null) {
            return known;
        }
        texts.add(text);
        codes.put(text, texts.size());
        return texts.size();
    }

    /** The texts by number; null at 0. */
    synchronized String[] all() {
        String[] all = new String[texts.size() + 1];
        for (int i = 0; i < texts.size(); i++) {
            all[i + 1] = texts.get(i);
        }
        return all;
    }

    /** Remembers for one thread what it was told, by bytes. Not thread-safe. */
    final class Front {
        private byte[][] known = new byte[64][];
        private int[] numbers = new int[64];
        private int size;

        int code(byte[] buffer, int from, int length) {
            if (buffer == null) {
                return 0;
            }
            int slot = slotOf(buffer, from, length);
            while (known[slot] != null) {
                if (Arrays.equals(known[slot], 0, known[slot].length, buffer, from, from + length)) {
                    return numbers[slot];
                }
                slot = (slot + 1) & (known.length - 1);
            }
            int number = TextCodes.this.code(new String(buffer, from, length, StandardCharsets.UTF_8));
            known[slot] = Arrays.copyOfRange(buffer, from, from + length);
            numbers[slot] = number;
            if (++size > known.length / 2) {
                grow();
            }
            return number;
        }

        /** By the first and the last eight bytes, which tell most ids apart. */
        private int slotOf(byte[] buffer, int from, int length) {
            int half = Math.min(length, Long.BYTES);
            long hash = (part(buffer, from, half) * SPREAD) ^ part(buffer, from + length - half, half) ^ length;
            return (int) ((hash * SPREAD) >>> (Long.SIZE - Integer.numberOfTrailingZeros(known.length)));
        }

        private static long part(byte[] buffer, int from, int length) {
            long part = 0;
            for (int i = from; i < from + length; i++) {
                part = (part << Byte.SIZE) | (buffer[i] & 0xFF);
            }
            return part;
        }

        private void grow() {
            byte[][] oldKnown = known;
            int[] oldNumbers = numbers;
            known = new byte[oldKnown.length * 2][];
            numbers = new int[known.length];
            for (int i = 0; i < oldKnown.length; i++) {
                if (oldKnown[i] != null) {
                    int slot = slotOf(oldKnown[i], 0, oldKnown[i].length);
                    while (known[slot] != null) {
                        slot = (slot + 1) & (known.length - 1);
                    }
                    known[slot] = oldKnown[i];
                    numbers[slot] = oldNumbers[i];
                }
            }
        }
    }

    Front front() {
        return new Front();
    }
}
