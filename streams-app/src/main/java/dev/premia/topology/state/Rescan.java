package dev.premia.topology.state;

import dev.premia.codec.state.StateFormat;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.MessageFormats;

/**
 * How far a look through deals has come.
 *
 * @param cursor the id of the first deal that is still to be looked at; empty at the beginning
 * @param cause what made it necessary
 */
public record Rescan(String cursor, Cause cause) {
    public static final StateFormat<Rescan> FORMAT = StateFormat.of(
            "look through deals",
            (out, rescan) -> {
                out.text(rescan.cursor);
                MessageFormats.CAUSE.write(out, rescan.cause);
            },
            in -> new Rescan(in.text(), MessageFormats.CAUSE.read(in)));
}
