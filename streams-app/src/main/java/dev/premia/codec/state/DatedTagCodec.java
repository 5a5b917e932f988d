package dev.premia.codec.state;

import dev.premia.domain.event.DatedTag;

/** The stored form of a dated tag. */
final class DatedTagCodec {
    private static final int FLAGS = 2;

    private DatedTagCodec() {}

    static void write(BinaryWriter out, DatedTag tag) {
        out.text(tag.tag());
        out.flags(FLAGS);
        out.optionalDay(tag.from());
        out.optionalDay(tag.until());
    }

    static DatedTag read(BinaryReader in) {
        String tag = in.text();
        in.flags(FLAGS);
        return new DatedTag(tag, in.optionalDay(), in.optionalDay());
    }
}
