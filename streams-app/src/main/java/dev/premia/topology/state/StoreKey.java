package dev.premia.topology.state;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Builds keys whose byte order is the order of their parts: texts end with a zero byte, numbers are big-endian with the
 * sign flipped. Not thread-safe.
 */
public final class StoreKey {
    private static final int INITIAL_CAPACITY = 96;

    private ByteBuffer buffer = ByteBuffer.allocate(INITIAL_CAPACITY);

    /** Appends a text; texts never contain a zero character. */
    public StoreKey text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        room(bytes.length + 1);
        buffer.put(bytes).put((byte) 0);
        return this;
    }

    /** Appends a number that fits 32 bits, such as an epoch day. */
    public StoreKey number(int number) {
        room(Integer.BYTES);
        buffer.putInt(number ^ Integer.MIN_VALUE);
        return this;
    }

    /** Appends a number, such as epoch milliseconds. */
    public StoreKey number(long number) {
        room(Long.BYTES);
        buffer.putLong(number ^ Long.MIN_VALUE);
        return this;
    }

    /** Appends a key that was built before. */
    public StoreKey bytes(Bytes key) {
        room(key.get().length);
        buffer.put(key.get());
        return this;
    }

    public StoreKey tag(int tag) {
        room(1);
        buffer.put((byte) tag);
        return this;
    }

    /** The key; the builder is empty afterwards. */
    public Bytes build() {
        byte[] key = Arrays.copyOf(buffer.array(), buffer.position());
        buffer.clear();
        return Bytes.wrap(key);
    }

    /** The last key of all that begin with a prefix, for an inclusive range scan. */
    public static Bytes endOf(Bytes prefix) {
        byte[] start = prefix.get();
        byte[] end = Arrays.copyOf(start, start.length + Long.BYTES + 1);
        Arrays.fill(end, start.length, end.length, (byte) 0xFF);
        return Bytes.wrap(end);
    }

    /** The number at the end of a key, as {@link #number(int)} put it there. */
    public static int lastInt(Bytes key) {
        byte[] bytes = key.get();
        return ByteBuffer.wrap(bytes, bytes.length - Integer.BYTES, Integer.BYTES)
                        .getInt()
                ^ Integer.MIN_VALUE;
    }

    /** The texts of a key from an offset in bytes on. */
    public static String textAt(Bytes key, int from) {
        byte[] bytes = key.get();
        int end = from;
        while (bytes[end] != 0) {
            end++;
        }
        return new String(bytes, from, end - from, StandardCharsets.UTF_8);
    }

    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            ByteBuffer larger = ByteBuffer.allocate(Math.max(buffer.capacity() * 2, buffer.position() + bytes));
            buffer.flip();
            buffer = larger.put(buffer);
        }
    }
}
