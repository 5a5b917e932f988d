package dev.premia.codec.state;

import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;

/** The stored form of what a manager brings to a contest or pool, and of what it is for. */
public final class PeerEntryCodec {
    public static final StateFormat<PeerEntry> FORMAT =
            StateFormat.of("entry of a peer", PeerEntryCodec::write, PeerEntryCodec::read);
    public static final StateFormat<PeerKey> KEY =
            StateFormat.of("contest or pool", PeerEntryCodec::writeKey, PeerEntryCodec::readKey);

    private static final int FLAGS = 3;

    private PeerEntryCodec() {}

    private static void write(BinaryWriter writer, PeerEntry entry) {
        writer.flags(FLAGS);
        writer.flag(entry.qualified());
        writer.optionalDecimal(entry.second());
        if (writer.flag(entry.reachedAt() != null)) {
            writer.signed(entry.reachedAt());
        }
        writer.decimal(entry.value());
    }

    private static PeerEntry read(BinaryReader reader) {
        reader.flags(FLAGS);
        boolean qualified = reader.flag();
        var second = reader.optionalDecimal();
        Long reachedAt = reader.flag() ? reader.signed() : null;
        return new PeerEntry(reader.decimal(), second, reachedAt, qualified);
    }

    private static void writeKey(BinaryWriter writer, PeerKey key) {
        writer.text(key.plan());
        writer.text(key.component());
        TargetRecordCodec.writeWindow(writer, key.window());
        SubjectCodec.write(writer, key.group());
    }

    private static PeerKey readKey(BinaryReader reader) {
        return new PeerKey(
                reader.text(), reader.text(), TargetRecordCodec.readWindow(reader), SubjectCodec.read(reader));
    }
}
