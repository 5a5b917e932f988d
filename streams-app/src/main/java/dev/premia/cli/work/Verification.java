package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.Progress;
import dev.premia.cli.Table;
import dev.premia.replay.BatchResult;
import dev.premia.replay.verify.Difference;
import dev.premia.replay.verify.LedgerVerification;
import dev.premia.replay.verify.PublishedOutputs;
import dev.premia.topology.kpis.KpiPublisher;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Compares the topics that the stream wrote with the recomputation and says where they differ. */
final class Verification {
    private static final int SHOWN = 50;

    private Verification() {}

    static int run(ClusterOptions cluster, BatchResult result, Output output, boolean all) {
        LedgerVerification published;
        try (Progress progress = Progress.start(output, "reading the ledger", 0)) {
            published = PublishedOutputs.read(cluster.client(), new LoadProgress(progress));
        }
        List<Difference> differences = published.compare(result, KpiPublisher.STANDARD);
        show(differences, output, all);
        output.line(summary(published, result, differences, output));
        return differences.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
    }

    private static void show(List<Difference> differences, Output output, boolean all) {
        boolean complete = all || !output.forPeople();
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

    private static String summary(
            LedgerVerification published, BatchResult result, List<Difference> differences, Output output) {
        var numbers = output.numbers();
        String read = output.text("Проверено: проводок ", "Checked: ")
                + numbers.whole(published.accruals())
                + output.text(", листов ", " accruals, ")
                + numbers.whole(published.statements())
                + output.text(", показателей ", " statements, ")
                + numbers.whole(published.kpis())
                + output.text(". ", " KPIs. ");
        if (!differences.isEmpty()) {
            return read + output.text("Расхождений: ", "Differences: ") + numbers.whole(differences.size()) + ".";
        }
        Map<String, Long> totals = new TreeMap<>();
        result.lines().forEach(line -> totals.merge(line.currency(), line.minor(), Math::addExact));
        StringBuilder text = new StringBuilder(read).append(output.text("Расхождений нет", "No difference"));
        totals.forEach((currency, minor) -> text.append(", ").append(numbers.money(minor, currency)));
        return text.append('.').toString();
    }
}
