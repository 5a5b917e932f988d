package dev.premia.codec.state;

import dev.premia.domain.credit.Callbacks.Contact;
import dev.premia.domain.credit.Subject;
import java.time.Instant;

/** The stored form of what a conversation is to a caller. */
public final class ContactCodec {
    public static final StateFormat<Contact> FORMAT =
            StateFormat.of("contact with a caller", ContactCodec::write, ContactCodec::read);

    private ContactCodec() {}

    private static void write(BinaryWriter out, Contact contact) {
        out.text(contact.conversation());
        out.flags(1);
        if (out.flag(contact.missed() != null)) {
            SubjectCodec.write(out, contact.missed());
            out.instant(contact.missedAt());
        }
        out.each(contact.outbound(), BinaryWriter::instant);
    }

    private static Contact read(BinaryReader in) {
        String conversation = in.text();
        in.flags(1);
        Subject missed = null;
        Instant missedAt = null;
        if (in.flag()) {
            missed = SubjectCodec.read(in);
            missedAt = in.instant();
        }
        return new Contact(conversation, missed, missedAt, in.list(BinaryReader::instant));
    }
}
