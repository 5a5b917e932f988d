package dev.premia.codec.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * Appends values to a growing array of bytes. Reusable after {@link #reset()}; not thread-safe.
 *
 * <p>{@link #flags(int)} reserves bits. The next calls of {@link #flag} and of the {@code optional} methods fill them in
 * order, all of them before the next {@code flags}.
 */
public final class BinaryWriter {
    private static final int INITIAL_CAPACITY = 128;
    private static final int MAX_VARINT_BYTES = 10;

    private byte[] buffer;
    private int position;
    private int flagsAt;
    private int flagCount;
    private int flagIndex;

    public BinaryWriter() {
        this(INITIAL_CAPACITY);
    }

    public BinaryWriter(int capacity) {
        buffer = new byte[capacity];
    }

    /** Forgets what was written and keeps the memory. */
    public void reset() {
        position = 0;
        flagCount = 0;
        flagIndex = 0;
    }

    public int size() {
        return position;
    }

    /** A copy of what was written. */
    public byte[] toByteArray() {
        requireFlagsFilled();
        return Arrays.copyOf(buffer, position);
    }

    /** The lowest eight bits. */
    public void raw(int value) {
        room(1);
        buffer[position++] = (byte) value;
    }

    /** Eight bytes, highest first: for numbers without small values, such as digests. */
    public void fixedLong(long value) {
        room(Long.BYTES);
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            buffer[position++] = (byte) (value >>> shift);
        }
    }

    /** One to ten bytes; short for small non-negative numbers. */
    public void unsigned(long value) {
        room(MAX_VARINT_BYTES);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            buffer[position++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[position++] = (byte) rest;
    }

    /** One to ten bytes; short for numbers near 0. */
    public void signed(long value) {
        unsigned((value << 1) ^ (value >> 63));
    }

    /** Appends what another writer holds, as it is. */
    public void append(BinaryWriter other) {
        append(other.buffer, 0, other.position);
    }

    /** Appends a part of what another writer holds, as it is. */
    public void append(BinaryWriter other, int from, int length) {
        append(other.buffer, from, length);
    }

    /** Appends a part of an array, without its length. */
    public void append(byte[] bytes, int from, int length) {
        room(length);
        System.arraycopy(bytes, from, buffer, position, length);
        position += length;
    }

    /** Lets a reader read what was written, in place: writing ends what is read. */
    public void readInto(BinaryReader reader) {
        requireFlagsFilled();
        reader.reset(buffer, 0, position);
    }

    /** Lets a reader read a part of what was written, in place. */
    public void readInto(BinaryReader reader, int from, int length) {
        reader.reset(buffer, from, length);
    }

    public void text(String text) {
        int length = text.length();
        int start = position;
        unsigned(length);
        room(length);
        for (int i = 0; i < length; i++) {
            char character = text.charAt(i);
            if (character >= 0x80) {
                position = start;
                bytes(text.getBytes(StandardCharsets.UTF_8));
                return;
            }
            buffer[position++] = (byte) character;
        }
    }

    /** Bytes with their length. */
    public void bytes(byte[] bytes) {
        unsigned(bytes.length);
        append(bytes, 0, bytes.length);
    }

    /** The exact number with its scale. */
    public void decimal(BigDecimal decimal) {
        BigInteger unscaled = decimal.unscaledValue();
        boolean large = unscaled.bitLength() >= Long.SIZE;
        signed(((long) decimal.scale() << 1) | (large ? 1 : 0));
        if (large) {
            bytes(unscaled.toByteArray());
        } else {
            signed(unscaled.longValue());
        }
    }

    /** Whole milliseconds, like the contracts and the content digest; anything finer is dropped. */
    public void instant(Instant instant) {
        signed(instant.toEpochMilli());
    }

    public void day(LocalDate day) {
        signed(day.toEpochDay());
    }

    /** The number of elements, then the elements. */
    public <T> void each(Collection<T> elements, StateFormat.ValueWriter<T> writer) {
        unsigned(elements.size());
        for (T element : elements) {
            writer.write(this, element);
        }
    }

    /** Entries in the order of their keys. */
    public void texts(Map<String, String> map) {
        unsigned(map.size());
        if (map.isEmpty()) {
            return;
        }
        Map<String, String> sorted = map.size() == 1 ? map : new TreeMap<>(map);
        sorted.forEach((key, value) -> {
            text(key);
            text(value);
        });
    }

    /** Reserves bits for that many flags. */
    public void flags(int count) {
        requireFlagsFilled();
        int bytes = (count + Byte.SIZE - 1) / Byte.SIZE;
        room(bytes);
        Arrays.fill(buffer, position, position + bytes, (byte) 0);
        flagsAt = position;
        flagCount = count;
        flagIndex = 0;
        position += bytes;
    }

    /** Fills the next reserved bit. */
    public boolean flag(boolean value) {
        if (flagIndex == flagCount) {
            throw new IllegalStateException("more flags than the " + flagCount + " reserved");
        }
        if (value) {
            buffer[flagsAt + flagIndex / Byte.SIZE] |= (byte) (1 << (flagIndex % Byte.SIZE));
        }
        flagIndex++;
        return value;
    }

    public void optionalText(String text) {
        if (flag(text != null)) {
            text(text);
        }
    }

    public void optionalDecimal(BigDecimal decimal) {
        if (flag(decimal != null)) {
            decimal(decimal);
        }
    }

    public void optionalInstant(Instant instant) {
        if (flag(instant != null)) {
            instant(instant);
        }
    }

    public void optionalDay(LocalDate day) {
        if (flag(day != null)) {
            day(day);
        }
    }

    private void requireFlagsFilled() {
        if (flagIndex != flagCount) {
            throw new IllegalStateException(flagIndex + " flags filled of the " + flagCount + " reserved");
        }
    }

    private void room(int bytes) {
        if (buffer.length - position < bytes) {
            buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, position + bytes));
        }
    }
}
