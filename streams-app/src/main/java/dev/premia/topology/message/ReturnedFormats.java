package dev.premia.topology.message;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.DayCellsCodec;
import dev.premia.codec.state.PeerEntryCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.codec.state.StateFormatException;
import dev.premia.codec.state.SubjectCodec;
import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;
import java.time.ZoneId;

/** The binary form of what is told to every task of the manager stage. */
public final class ReturnedFormats {
    public static final StateFormat<ReturnedResult> RETURNED =
            StateFormat.of("returned result", ReturnedFormats::write, ReturnedFormats::read);
    public static final StateFormat<PeerSaid> PEER =
            StateFormat.of("entry of a peer", ReturnedFormats::writePeer, ReturnedFormats::readPeer);

    private static final int CELLS = 1;
    private static final int ENTRY = 2;

    private ReturnedFormats() {}

    private static void write(BinaryWriter out, ReturnedResult message) {
        if (message instanceof GroupResult result) {
            out.raw(CELLS);
            writeCells(out, result);
        } else if (message instanceof PeerSaid said) {
            out.raw(ENTRY);
            writePeer(out, said);
        }
    }

    private static ReturnedResult read(BinaryReader in) {
        return switch (in.raw()) {
            case CELLS -> readCells(in);
            case ENTRY -> readPeer(in);
            default ->
                throw new StateFormatException(
                        "A returned result has an unknown tag: it was written by a newer release.");
        };
    }

    private static void writeCells(BinaryWriter out, GroupResult message) {
        SubjectCodec.FORMAT.write(out, message.group());
        out.text(message.zone().getId());
        out.signed(message.day());
        DayCellsCodec.FORMAT.write(out, message.cells());
        MessageFormats.CAUSE.write(out, message.cause());
    }

    private static GroupResult readCells(BinaryReader in) {
        return new GroupResult(
                SubjectCodec.FORMAT.read(in),
                ZoneId.of(in.text()),
                in.signedInt(),
                DayCellsCodec.FORMAT.read(in),
                MessageFormats.CAUSE.read(in));
    }

    private static void writePeer(BinaryWriter out, PeerSaid said) {
        PeerEntryCodec.KEY.write(out, said.peers());
        out.text(said.manager());
        out.flags(1);
        if (out.flag(said.entry() != null)) {
            PeerEntryCodec.FORMAT.write(out, said.entry());
        }
        MessageFormats.CAUSE.write(out, said.cause());
    }

    private static PeerSaid readPeer(BinaryReader in) {
        PeerKey key = PeerEntryCodec.KEY.read(in);
        String manager = in.text();
        in.flags(1);
        PeerEntry entry = in.flag() ? PeerEntryCodec.FORMAT.read(in) : null;
        return new PeerSaid(key, manager, entry, MessageFormats.CAUSE.read(in));
    }
}
