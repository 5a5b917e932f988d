package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.ContactCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.credit.Callbacks.Contact;
import java.util.ArrayList;
import java.util.List;

/**
 * The conversations with one caller.
 *
 * @param contacts at most one for each conversation
 * @param definitions for how many definitions they have been sent
 */
public record CallerState(List<Contact> contacts, int definitions) {
    public static final CallerState UNKNOWN = new CallerState(List.of(), 0);

    public static final StateFormat<CallerState> FORMAT =
            StateFormat.of("state of a caller", CallerState::write, CallerState::read);

    public CallerState {
        contacts = List.copyOf(contacts);
    }

    /** The state with what a conversation is to the caller now, null for nothing. */
    public CallerState with(String conversation, Contact contact) {
        List<Contact> next = new ArrayList<>(contacts);
        next.removeIf(each -> each.conversation().equals(conversation));
        if (contact != null) {
            next.add(contact);
        }
        return new CallerState(next, definitions);
    }

    public CallerState withDefinitions(int count) {
        return new CallerState(contacts, count);
    }

    private static void write(BinaryWriter out, CallerState state) {
        out.each(state.contacts, ContactCodec.FORMAT::write);
        out.unsigned(state.definitions);
    }

    private static CallerState read(BinaryReader in) {
        return new CallerState(in.list(ContactCodec.FORMAT::read), (int) in.unsigned());
    }
}
