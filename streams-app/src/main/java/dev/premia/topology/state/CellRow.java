package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.DayCellsCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.codec.state.SubjectCodec;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Subject;
import java.util.List;

/**
 * A subject's cells of one day, and what of them has been rolled up so far: roll-up follows the same rule as the ledger, it
 * sends what the cells say now minus what was sent.
 *
 * @param cells what the facts say now; changed in place
 * @param rolled what has been sent to groups
 * @param path the groups to which it was sent
 */
public record CellRow(DayCells cells, DayCells rolled, List<Subject> path) {
    public static final StateFormat<CellRow> FORMAT = StateFormat.of("cells of a day", CellRow::write, CellRow::read);

    public CellRow {
        path = List.copyOf(path);
    }

    public static CellRow empty() {
        return new CellRow(new DayCells(), new DayCells(1), List.of());
    }

    /** Whether nothing is left to keep. */
    public boolean isVoid() {
        return cells.isEmpty() && rolled.isEmpty();
    }

    private static void write(BinaryWriter out, CellRow row) {
        boolean settled = row.cells.equals(row.rolled);
        out.flags(1);
        out.flag(settled);
        DayCellsCodec.FORMAT.write(out, row.cells);
        if (!settled) {
            DayCellsCodec.FORMAT.write(out, row.rolled);
        }
        out.each(row.path, SubjectCodec.FORMAT::write);
    }

    private static CellRow read(BinaryReader in) {
        in.flags(1);
        boolean settled = in.flag();
        DayCells cells = DayCellsCodec.FORMAT.read(in);
        DayCells rolled = settled ? cells.copy() : DayCellsCodec.FORMAT.read(in);
        return new CellRow(cells, rolled, in.list(SubjectCodec.FORMAT::read));
    }
}
