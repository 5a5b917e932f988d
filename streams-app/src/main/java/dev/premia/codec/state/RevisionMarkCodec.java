package dev.premia.codec.state;

import dev.premia.domain.event.ContentDigest;
import dev.premia.domain.fact.RevisionMark;

/** The stored form of a revision mark. */
public final class RevisionMarkCodec {
    private static final int FLAGS = 2;
    private static final long UNSTATED = Long.MIN_VALUE;

    public static final StateFormat<RevisionMark> FORMAT =
            StateFormat.of("revision mark", RevisionMarkCodec::write, RevisionMarkCodec::read);

    private RevisionMarkCodec() {}

    public static byte[] encode(RevisionMark mark) {
        return FORMAT.encode(mark);
    }

    public static RevisionMark decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, RevisionMark mark) {
        writer.flags(FLAGS);
        boolean stated = writer.flag(mark.changedAt() != UNSTATED);
        boolean apart = writer.flag(mark.revision() != mark.changedAt());
        if (stated) {
            writer.signed(mark.changedAt());
        }
        if (apart) {
            writer.signed(mark.revision());
        }
        writeDigest(writer, mark.digest());
    }

    public static RevisionMark read(BinaryReader reader) {
        reader.flags(FLAGS);
        boolean stated = reader.flag();
        boolean apart = reader.flag();
        long changedAt = stated ? reader.signed() : UNSTATED;
        long revision = apart ? reader.signed() : changedAt;
        return new RevisionMark(revision, changedAt, readDigest(reader));
    }

    static void writeDigest(BinaryWriter writer, ContentDigest digest) {
        writer.fixedLong(digest.high());
        writer.fixedLong(digest.low());
    }

    static ContentDigest readDigest(BinaryReader reader) {
        return new ContentDigest(reader.fixedLong(), reader.fixedLong());
    }
}
