package dev.premia.codec.state;

import dev.premia.domain.event.LeadEvent;

/** The stored form of a lead at a revision. */
public final class LeadEventCodec {
    private static final int FLAGS = 12;

    public static final StateFormat<LeadEvent> FORMAT =
            StateFormat.of("lead event", LeadEventCodec::write, LeadEventCodec::read);

    private LeadEventCodec() {}

    public static byte[] encode(LeadEvent lead) {
        return FORMAT.encode(lead);
    }

    public static LeadEvent decode(byte[] bytes) {
        return FORMAT.decode(bytes);
    }

    public static void write(BinaryWriter writer, LeadEvent lead) {
        HeaderCodec.write(writer, lead.header());
        writer.flags(FLAGS);
        writer.optionalText(lead.status());
        writer.optionalText(lead.owner());
        writer.optionalInstant(lead.createdAt());
        writer.optionalInstant(lead.firstTouchAt());
        writer.optionalInstant(lead.qualifiedAt());
        writer.optionalInstant(lead.convertedAt());
        writer.optionalInstant(lead.closedAt());
        writer.optionalText(lead.channel());
        writer.optionalText(lead.campaign());
        writer.optionalText(lead.segment());
        writer.optionalText(lead.customer());
        writer.optionalText(lead.deal());
        writer.texts(lead.attributes());
    }

    public static LeadEvent read(BinaryReader reader) {
        var header = HeaderCodec.read(reader);
        reader.flags(FLAGS);
        return new LeadEvent(
                header,
                reader.optionalText(),
                reader.optionalText(),
                reader.optionalInstant(),
                reader.optionalInstant(),
                reader.optionalInstant(),
                reader.optionalInstant(),
                reader.optionalInstant(),
                reader.optionalText(),
                reader.optionalText(),
                reader.optionalText(),
                reader.optionalText(),
                reader.optionalText(),
                reader.texts());
    }
}
