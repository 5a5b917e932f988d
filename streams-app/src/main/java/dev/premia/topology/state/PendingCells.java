package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.DayCellsCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.credit.DayCells;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.MessageFormats;

/**
 * Cells that wait to be sent on together.
 *
 * @param cells what has been gathered; changed in place
 * @param cause all their causes in one
 */
public record PendingCells(DayCells cells, Cause cause) {
    public static final StateFormat<PendingCells> FORMAT =
            StateFormat.of("pending cells", PendingCells::write, PendingCells::read);

    private static void write(BinaryWriter out, PendingCells pending) {
        DayCellsCodec.FORMAT.write(out, pending.cells);
        MessageFormats.CAUSE.write(out, pending.cause);
    }

    private static PendingCells read(BinaryReader in) {
        return new PendingCells(DayCellsCodec.FORMAT.read(in), MessageFormats.CAUSE.read(in));
    }
}
