package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.MessageFormats;

/**
 * A conversation with what of it has been sent on.
 *
 * @param now its legs
 * @param flush the number of the flush that sends on what changed last
 * @param sent what the flushes before that one sent
 * @param cause why it differs from what was sent
 */
public record ConversationRow(Conversation now, long flush, Conversation sent, Cause cause) {
    public static final StateFormat<ConversationRow> FORMAT =
            StateFormat.of("conversation", ConversationRow::write, ConversationRow::read);

    /**
     * The row after a change.
     *
     * @param before the row so far, null for a conversation that is new
     * @param nextFlush the number of the flush that will send the change
     */
    public static ConversationRow changed(ConversationRow before, Conversation now, long nextFlush, Cause cause) {
        if (before == null) {
            return new ConversationRow(now, nextFlush, Conversation.EMPTY, cause);
        }
        return before.flush == nextFlush
                ? new ConversationRow(now, nextFlush, before.sent, before.cause.mergedWith(cause))
                : new ConversationRow(now, nextFlush, before.now, cause);
    }

    private static void write(BinaryWriter out, ConversationRow row) {
        Conversation.write(out, row.now);
        out.unsigned(row.flush);
        Conversation.write(out, row.sent);
        MessageFormats.CAUSE.write(out, row.cause);
    }

    private static ConversationRow read(BinaryReader in) {
        return new ConversationRow(
                Conversation.read(in), in.unsigned(), Conversation.read(in), MessageFormats.CAUSE.read(in));
    }
}
