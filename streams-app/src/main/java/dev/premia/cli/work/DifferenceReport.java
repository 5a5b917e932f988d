package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.replay.verify.Difference;
import java.util.List;
import java.util.Locale;

/** Differences as a table: where, what was recomputed, what was found. */
final class DifferenceReport {
    private static final int SHOWN = 50;

    private DifferenceReport() {}

    /** Prints them; for people the first ones unless all are asked for. */
    static void print(List<Difference> differences, boolean verbose, Output output) {
        boolean complete = verbose || !output.forPeople();
        Table table = Table.of("difference", null)
                .column("kind", output.text("Где", "Where"))
                .column("what", output.text("Что", "What"))
                .column("expected", output.text("Пересчёт", "Recomputed"))
                .column("found", output.text("В топике", "In the topic"));
        differences.stream()
                .limit(complete ? differences.size() : SHOWN)
                .forEach(each -> table.row(
                        each.kind().name().toLowerCase(Locale.ROOT), each.what(), each.expected(), each.found()));
        if (!table.isEmpty()) {
            table.print(output);
        }
        if (!complete && differences.size() > SHOWN) {
            output.line(output.text("… ещё ", "… and ")
                    + output.numbers().whole(differences.size() - SHOWN)
                    + output.text("; все: --verbose", " more; --verbose lists them all"));
        }
    }
}
