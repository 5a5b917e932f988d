package dev.premia.replay.compact;

import dev.premia.codec.avro.FlatHeader;
import dev.premia.codec.avro.FlatRecord;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The first 32 bits of the digest of what a record says, byte for byte as {@link dev.premia.domain.event.ContentDigest} has it: they
 * decide between two contents of one revision that changed at one instant. Reused. Not thread-safe.
 */
final class Canonical {
    private static final long NOTHING = -1;

    private final PackedWriter bytes = new PackedWriter();
    private final MessageDigest sha256;
    private final byte[] hash = new byte[32];
    private final PackedReader reader = new PackedReader();

    Canonical() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    void begin() {
        bytes.reset();
    }

    void header(FlatRecord record, FlatHeader header) {
        text(record, header.id());
        instant(record, header.changedAt());
        flag(record.flag(header.deleted()));
        text(record, header.source());
    }

    void number(long number) {
        bytes.fixedLong(number);
    }

    void flag(boolean flag) {
        bytes.raw(flag ? 1 : 0);
    }

    void instant(FlatRecord record, int field) {
        number(record.isNull(field) ? Long.MIN_VALUE : record.number(field));
    }

    void text(FlatRecord record, int field) {
        if (record.isNull(field)) {
            number(NOTHING);
        } else {
            number(record.length(field));
            bytes.append(record.buffer(field), record.start(field), record.length(field));
        }
    }

    void text(String text) {
        text(text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    void text(byte[] text) {
        if (text == null) {
            number(NOTHING);
        } else {
            number(text.length);
            bytes.append(text, 0, text.length);
        }
    }

    void map(Map<String, String> map) {
        number(map.size());
        if (map.isEmpty()) {
            return;
        }
        new TreeMap<>(map).forEach((key, value) -> {
            text(key);
            text(value);
        });
    }

    /**
     * The name of a constant.
     *
     * @param names the names of all constants in their order
     */
    void symbol(FlatRecord record, int field, byte[][] names) {
        text(record.isNull(field) ? null : names[(int) record.number(field)]);
    }

    static byte[][] names(Enum<?>[] constants) {
        byte[][] names = new byte[constants.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = constants[i].name().getBytes(StandardCharsets.UTF_8);
        }
        return names;
    }

    /** The beginning of the digest of what was written since {@link #begin}. */
    int first() {
        sha256.update(bytes.bytes(), 0, bytes.size());
        try {
            sha256.digest(hash, 0, hash.length);
        } catch (DigestException e) {
            throw new IllegalStateException("a SHA-256 has 32 bytes", e);
        }
        return reader.at(hash, 0).fixedInt();
    }
}
