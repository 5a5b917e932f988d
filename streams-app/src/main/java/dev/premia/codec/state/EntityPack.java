package dev.premia.codec.state;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Many entities in one stored record: the version, a stamp, then each key and value with its length. A pack is changed in
 * place and holds its entities as bytes. Not thread-safe.
 *
 * @param <V> what is kept of an entity
 */
public final class EntityPack<V> {
    private final StateFormat<V> format;
    private final BinaryReader entries = new BinaryReader();
    private final BinaryReader valueReader = new BinaryReader();
    private final BinaryWriter value = new BinaryWriter();
    private final BinaryWriter whole = new BinaryWriter();
    private BinaryWriter body = new BinaryWriter();
    private BinaryWriter spare = new BinaryWriter();
    private long stamp;

    /** An empty pack with stamp 0. */
    public EntityPack(StateFormat<V> format) {
        this.format = format;
    }

    /**
     * Takes the content of a stored pack instead of its own.
     *
     * @throws StateFormatException when the version is unknown or the bytes end early
     */
    public void load(byte[] bytes) {
        entries.reset(bytes);
        StateFormat.requireKnownVersion("pack of a " + format.name(), entries.remaining() == 0 ? 0 : entries.raw());
        stamp = entries.unsigned();
        body.reset();
        body.append(bytes, bytes.length - entries.remaining(), entries.remaining());
    }

    /** The stored form. */
    public byte[] toByteArray() {
        whole.reset();
        whole.raw(StateFormat.VERSION);
        whole.unsigned(stamp);
        whole.append(body);
        return whole.toByteArray();
    }

    public void clear() {
        body.reset();
        stamp = 0;
    }

    /** The size of all entries, in bytes. */
    public int size() {
        return body.size();
    }

    /** The highest stamp with which an entity was put. */
    public long stamp() {
        return stamp;
    }

    /** The value of a key, or null. */
    public V get(String key) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        body.readInto(entries);
        while (entries.remaining() > 0) {
            boolean found = entries.skipText(name);
            int length = entries.count();
            if (found) {
                return valueAt(entries.position(), length);
            }
            entries.skip(length);
        }
        return null;
    }

    /** Adds an entity that is not in the pack. */
    public void add(String key, V added, long addedStamp) {
        stamp = Math.max(stamp, addedStamp);
        append(body, key.getBytes(StandardCharsets.UTF_8), added);
    }

    /** Replaces the value of an entity; returns whether the pack holds it. */
    public boolean replace(String key, V replacement, long replacementStamp) {
        byte[] name = key.getBytes(StandardCharsets.UTF_8);
        spare.reset();
        boolean replaced = false;
        body.readInto(entries);
        while (entries.remaining() > 0) {
            int start = entries.position();
            boolean found = entries.skipText(name);
            entries.skip(entries.count());
            if (found) {
                append(spare, name, replacement);
                replaced = true;
            } else {
                spare.append(body, start, entries.position() - start);
            }
        }
        if (replaced) {
            stamp = Math.max(stamp, replacementStamp);
            BinaryWriter old = body;
            body = spare;
            spare = old;
        }
        return replaced;
    }

    /** Visits every key in the order in which the entities came. */
    public void forEachKey(Consumer<String> visitor) {
        body.readInto(entries);
        while (entries.remaining() > 0) {
            visitor.accept(entries.text());
            entries.skip(entries.count());
        }
    }

    /** Visits every entity in the order in which they came; the visitor must not change the pack. */
    public void forEach(BiConsumer<String, V> visitor) {
        body.readInto(entries);
        while (entries.remaining() > 0) {
            String key = entries.text();
            int length = entries.count();
            visitor.accept(key, valueAt(entries.position(), length));
            entries.skip(length);
        }
    }

    private V valueAt(int position, int length) {
        body.readInto(valueReader, position, length);
        V read = format.read(valueReader);
        if (valueReader.remaining() != 0) {
            throw new StateFormatException("Pack of a " + format.name() + ": found " + valueReader.remaining()
                    + " bytes after the end of an entity, expected none. Rebuild the state from the topics.");
        }
        return read;
    }

    private void append(BinaryWriter target, byte[] name, V added) {
        value.reset();
        format.write(value, added);
        target.bytes(name);
        target.unsigned(value.size());
        target.append(value);
    }
}
