package dev.premia.codec.state;

/**
 * The stored form of one type of value: a version byte, then the value. Safe for use by several threads.
 *
 * @param <T> what is stored
 */
public final class StateFormat<T> {
    /** The version that is written. Every version from 1 up to this one can be read. */
    public static final int VERSION = 1;

    private final String name;
    private final ValueWriter<T> writer;
    private final ValueReader<T> reader;

    /** Writes a value without a version. */
    @FunctionalInterface
    public interface ValueWriter<T> {
        void write(BinaryWriter writer, T value);
    }

    /** Reads what the matching writer wrote. */
    @FunctionalInterface
    public interface ValueReader<T> {
        T read(BinaryReader reader);
    }

    private StateFormat(String name, ValueWriter<T> writer, ValueReader<T> reader) {
        this.name = name;
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * @param name what is stored, for messages, e.g. {@code deal event}
     */
    public static <T> StateFormat<T> of(String name, ValueWriter<T> writer, ValueReader<T> reader) {
        return new StateFormat<>(name, writer, reader);
    }

    public String name() {
        return name;
    }

    /** Writes the value alone, as a part of a larger one. */
    public void write(BinaryWriter target, T value) {
        writer.write(target, value);
    }

    /** Reads the value alone, as a part of a larger one. */
    public T read(BinaryReader source) {
        return reader.read(source);
    }

    public byte[] encode(T value) {
        return encode(value, new BinaryWriter());
    }

    /** Encodes by way of a reusable writer, whose content is lost. */
    public byte[] encode(T value, BinaryWriter scratch) {
        scratch.reset();
        scratch.raw(VERSION);
        writer.write(scratch, value);
        return scratch.toByteArray();
    }

    /**
     * @throws StateFormatException when the version is unknown, or the bytes are not exactly one value
     */
    public T decode(byte[] bytes) {
        return decode(bytes, new BinaryReader());
    }

    /**
     * Decodes by way of a reusable reader.
     *
     * @throws StateFormatException when the version is unknown, or the bytes are not exactly one value
     */
    public T decode(byte[] bytes, BinaryReader scratch) {
        scratch.reset(bytes);
        if (bytes.length == 0) {
            throw unknownVersion(name, "no bytes");
        }
        int version = scratch.raw();
        requireKnownVersion(name, version);
        scratch.useVersion(version);
        T value = reader.read(scratch);
        if (scratch.remaining() != 0) {
            throw new StateFormatException("State of a " + name + ": found " + scratch.remaining()
                    + " bytes after its end, expected none. Rebuild the state from the topics.");
        }
        return value;
    }

    static void requireKnownVersion(String name, int version) {
        if (version < 1 || version > VERSION) {
            throw unknownVersion(name, "format version " + version);
        }
    }

    private static StateFormatException unknownVersion(String name, String found) {
        return new StateFormatException("State of a " + name + ": found " + found + ", expected version 1 to "
                + VERSION
                + ". It was written by a newer release or is not a " + name
                + "; run that release, or rebuild the state from the topics.");
    }
}
