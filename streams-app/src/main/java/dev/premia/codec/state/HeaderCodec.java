package dev.premia.codec.state;

import dev.premia.domain.event.Header;
import java.time.Instant;

/** The stored form of what every record of an entity carries. */
final class HeaderCodec {
    private static final int FLAGS = 6;

    private HeaderCodec() {}

    static void write(BinaryWriter writer, Header header) {
        String id = header.id();
        String source = header.source();
        Instant changedAt = header.changedAt();
        boolean qualified = isQualified(id, source);
        boolean revisionIsChange = changedAt != null && changedAt.toEpochMilli() == header.revision();
        writer.flags(FLAGS);
        writer.flag(header.deleted());
        // An id mostly starts with its source, and a revision mostly is the time of the change: both are stored once.
        writer.flag(qualified);
        writer.flag(revisionIsChange);
        writer.optionalText(source);
        writer.optionalText(qualified ? id.substring(source.length() + 1) : id);
        writer.optionalInstant(changedAt);
        if (!revisionIsChange) {
            writer.signed(header.revision());
        }
    }

    static Header read(BinaryReader reader) {
        reader.flags(FLAGS);
        boolean deleted = reader.flag();
        boolean qualified = reader.flag();
        boolean revisionIsChange = reader.flag();
        String source = reader.optionalText();
        String id = reader.optionalText();
        Instant changedAt = reader.optionalInstant();
        if (revisionIsChange && changedAt == null) {
            throw new StateFormatException("State: found a header without a revision.");
        }
        long revision = revisionIsChange ? changedAt.toEpochMilli() : reader.signed();
        return new Header(qualified ? source + "/" + id : id, revision, changedAt, deleted, source);
    }

    private static boolean isQualified(String id, String source) {
        return id != null
                && source != null
                && id.length() > source.length()
                && id.charAt(source.length()) == '/'
                && id.startsWith(source);
    }
}
