package dev.premia.replay.compact;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link PackedWriter} wrote. Not thread-safe. */
final class PackedReader {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private byte[] bytes;
    private int at;

    PackedReader at(byte[] page, int place) {
        bytes = page;
        at = place;
        return this;
    }

    int raw() {
        return bytes[at++] & 0xFF;
    }

    int fixedInt() {
        at += Integer.BYTES;
        return (int) INTS.get(bytes, at - Integer.BYTES);
    }

    long unsigned() {
        long value = 0;
        int shift = 0;
        long next = bytes[at++];
        while (next < 0) {
            value |= (next & 0x7F) << shift;
            shift += 7;
            next = bytes[at++];
        }
        return value | (next << shift);
    }

    long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A text, or null. */
    String text() {
        int length = (int) unsigned() - 1;
        if (length < 0) {
            return null;
        }
        String text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    /** The length of the text whose bytes come next. */
    int textLength() {
        return (int) unsigned() - 1;
    }

    int position() {
        return at;
    }
}
