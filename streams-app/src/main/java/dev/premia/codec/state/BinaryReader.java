package dev.premia.codec.state;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads what {@link BinaryWriter} wrote. Reusable after {@link #reset}; not thread-safe.
 *
 * <p>Every method throws {@link StateFormatException} when the bytes end early or cannot be what is asked for.
 */
public final class BinaryReader {
    private static final byte[] NOTHING = new byte[0];

    private byte[] buffer = NOTHING;
    private int position;
    private int end;
    private int version = StateFormat.VERSION;
    private int flagsAt;
    private int flagCount;
    private int flagIndex;

    public BinaryReader() {}

    public BinaryReader(byte[] bytes) {
        reset(bytes);
    }

    /** Starts to read other bytes, in the current version. */
    public void reset(byte[] bytes) {
        reset(bytes, 0, bytes.length);
    }

    /** Starts to read a part of other bytes, in the current version. */
    public void reset(byte[] bytes, int from, int length) {
        buffer = bytes;
        position = from;
        end = from + length;
        version = StateFormat.VERSION;
        flagCount = 0;
        flagIndex = 0;
    }

    void useVersion(int found) {
        version = found;
    }

    /** The version of the format in which the bytes were written. */
    public int version() {
        return version;
    }

    /** The number of bytes that were not read yet. */
    public int remaining() {
        return end - position;
    }

    /** Where the next byte stands in the array that is read. */
    int position() {
        return position;
    }

    void skip(int bytes) {
        require(bytes);
        position += bytes;
    }

    /** Passes over a text; returns whether it is the given one, in UTF-8. */
    boolean skipText(byte[] expected) {
        int length = count();
        boolean same = Arrays.equals(buffer, position, position + length, expected, 0, expected.length);
        position += length;
        return same;
    }

    /** One byte as a number from 0 to 255. */
    public int raw() {
        require(1);
        return buffer[position++] & 0xFF;
    }

    public long fixedLong() {
        require(Long.BYTES);
        long value = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            value = (value << Byte.SIZE) | (buffer[position++] & 0xFF);
        }
        return value;
    }

    public long unsigned() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = raw();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new StateFormatException(
                "State: found a number of more than 64 bits. Rebuild the state from the topics.");
    }

    public long signed() {
        long value = unsigned();
        return (value >>> 1) ^ -(value & 1);
    }

    /** A {@link #signed()} number that fits an int. */
    public int signedInt() {
        long value = signed();
        if (value != (int) value) {
            throw new StateFormatException("State: found the number " + value + ", expected one of 32 bits.");
        }
        return (int) value;
    }

    /** A number of elements, each of at least one byte. */
    public int count() {
        long count = unsigned();
        if (count < 0 || count > remaining()) {
            throw new StateFormatException("State: found a length of " + Long.toUnsignedString(count) + " with "
                    + remaining() + " bytes left. Rebuild the state from the topics.");
        }
        return (int) count;
    }

    public String text() {
        int length = count();
        String text = new String(buffer, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    public byte[] bytes() {
        int length = count();
        byte[] bytes = new byte[length];
        System.arraycopy(buffer, position, bytes, 0, length);
        position += length;
        return bytes;
    }

    public BigDecimal decimal() {
        long head = signed();
        int scale = (int) (head >> 1);
        if (scale != head >> 1) {
            throw new StateFormatException("State: found a decimal of scale " + (head >> 1) + ".");
        }
        if ((head & 1) == 0) {
            return BigDecimal.valueOf(signed(), scale);
        }
        byte[] unscaled = bytes();
        if (unscaled.length == 0) {
            throw new StateFormatException("State: found a decimal without digits.");
        }
        return new BigDecimal(new BigInteger(unscaled), scale);
    }

    public Instant instant() {
        return Instant.ofEpochMilli(signed());
    }

    public LocalDate day() {
        long epochDay = signed();
        try {
            return LocalDate.ofEpochDay(epochDay);
        } catch (DateTimeException e) {
            throw new StateFormatException("State: found the epoch day " + epochDay + ", which no calendar has.");
        }
    }

    public <T> List<T> list(StateFormat.ValueReader<T> reader) {
        int count = count();
        if (count == 0) {
            return List.of();
        }
        List<T> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(reader.read(this));
        }
        return elements;
    }

    public Map<String, String> texts() {
        int count = count();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            map.put(text(), text());
        }
        return map;
    }

    /** Finds the bits of that many flags. */
    public void flags(int count) {
        int bytes = (count + Byte.SIZE - 1) / Byte.SIZE;
        require(bytes);
        flagsAt = position;
        flagCount = count;
        flagIndex = 0;
        position += bytes;
    }

    /** The next of the flags. */
    public boolean flag() {
        if (flagIndex == flagCount) {
            throw new IllegalStateException("more flags than the " + flagCount + " announced");
        }
        int bits = buffer[flagsAt + flagIndex / Byte.SIZE];
        boolean value = (bits & (1 << (flagIndex % Byte.SIZE))) != 0;
        flagIndex++;
        return value;
    }

    public String optionalText() {
        return flag() ? text() : null;
    }

    public BigDecimal optionalDecimal() {
        return flag() ? decimal() : null;
    }

    public Instant optionalInstant() {
        return flag() ? instant() : null;
    }

    public LocalDate optionalDay() {
        return flag() ? day() : null;
    }

    private void require(int bytes) {
        if (end - position < bytes) {
            throw new StateFormatException("State: found " + (end - position) + " bytes, expected " + bytes
                    + " more. Rebuild the state from the topics.");
        }
    }
}
