package dev.premia.codec.avro;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * The fields of one record without objects: numbers, and texts as ranges of bytes. Fields are addressed by their position in the
 * contract. Reused for record after record. Not thread-safe.
 */
public final class FlatRecord {
    private static final char SEPARATOR = '/';

    private final long[] numbers;
    private final boolean[] present;
    private final byte[][] buffers;
    private final int[] starts;
    private final int[] lengths;
    private byte[] scratch = new byte[256];
    private int scratchUsed;

    /** @param fields how many fields the contract has */
    public FlatRecord(int fields) {
        numbers = new long[fields];
        present = new boolean[fields];
        buffers = new byte[fields][];
        starts = new int[fields];
        lengths = new int[fields];
    }

    void clear() {
        Arrays.fill(present, false);
        scratchUsed = 0;
    }

    void setNumber(int field, long value) {
        present[field] = true;
        numbers[field] = value;
    }

    void setNull(int field) {
        present[field] = false;
    }

    void setRange(int field, byte[] buffer, int start, int length) {
        present[field] = true;
        buffers[field] = buffer;
        starts[field] = start;
        lengths[field] = length;
    }

    public boolean isNull(int field) {
        return !present[field];
    }

    /** A number, an instant in epoch milliseconds, a flag (0 or 1) or a symbol (its position in the contract). */
    public long number(int field) {
        return numbers[field];
    }

    public boolean flag(int field) {
        return present[field] && numbers[field] != 0;
    }

    /** The array that holds a text; null where the field is null. */
    public byte[] buffer(int field) {
        return present[field] ? buffers[field] : null;
    }

    /** Where in its array a text begins. */
    public int start(int field) {
        return starts[field];
    }

    /** Bytes of a text. */
    public int length(int field) {
        return present[field] ? lengths[field] : 0;
    }

    /** A text, or null. */
    public String text(int field) {
        return present[field]
                ? new String(buffers[field], starts[field], lengths[field], StandardCharsets.UTF_8)
                : null;
    }

    /** A map of texts; of two values of one key the last one counts. */
    public Map<String, String> map(int field) {
        if (!present[field]) {
            return Map.of();
        }
        Map<String, String> map = new HashMap<>();
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(buffers[field], starts[field], lengths[field], null);
        try {
            for (long left = decoder.readMapStart(); left != 0; left = decoder.mapNext()) {
                for (long i = 0; i < left; i++) {
                    map.put(decoder.readString(), decoder.readString());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a map that was measured before cannot end early", e);
        }
        return map;
    }

    /**
     * Makes a reference qualified, as {@link Qualified#id} does.
     *
     * @param source the field that names the system that said it
     * @return false when only the ordinary way can tell
     */
    public boolean qualify(int field, int source) {
        if (!present[field]) {
            return true;
        }
        int length = lengths[field];
        if (length == 0) {
            present[field] = false;
            return true;
        }
        if (mayBeBlank(field)) {
            return false;
        }
        if (contains(buffers[field], starts[field], length) || length(source) == 0) {
            return true;
        }
        if (mayBeBlank(source)) {
            return false;
        }
        prefix(field, source);
        return true;
    }

    /** Every white space is either at most a space, or beyond ASCII. */
    private boolean mayBeBlank(int field) {
        return buffers[field][starts[field]] <= ' ' && text(field).isBlank();
    }

    private static boolean contains(byte[] buffer, int start, int length) {
        for (int i = start; i < start + length; i++) {
            if (buffer[i] == SEPARATOR) {
                return true;
            }
        }
        return false;
    }

    private void prefix(int field, int source) {
        int length = lengths[source] + 1 + lengths[field];
        if (scratch.length - scratchUsed < length) {
            // Earlier ranges keep the array that they point into.
            scratch = new byte[Math.max(scratch.length, length) * 2];
            scratchUsed = 0;
        }
        int start = scratchUsed;
        System.arraycopy(buffers[source], starts[source], scratch, start, lengths[source]);
        scratch[start + lengths[source]] = SEPARATOR;
        System.arraycopy(buffers[field], starts[field], scratch, start + lengths[source] + 1, lengths[field]);
        scratchUsed += length;
        setRange(field, scratch, start, length);
    }
}
