package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.input.LoadedInput;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains what a payroll month pays a manager, line by line, down to the records. */
@Command(
        name = "statement",
        description = {
            "Explains a manager's statement of a payroll month, line by line, down to the records of the deals.",
            "",
            "A closed month is recomputed from what counted for its close. A line that was earned in an earlier month is told"
                    + " with what was posted before and what came after that close. With a cluster, the entries of the ledger are"
                    + " listed too."
        },
        footer = {
            "  premia explain statement --manager 17 --period 2026-10 october/",
            "  premia explain statement --manager 17 --period 2026-11 --line 2 --all october/ november/ --format json",
            "  premia explain statement --manager 17 --period 2026-10 october/ --bundle orlova-2026-10.zip",
        })
final class ExplainStatementCommand extends PremiaCommand {
    @Mixin
    private SourceOptions input;

    @Option(
            names = "--manager",
            required = true,
            paramLabel = "ID",
            order = 3,
            description = "The manager: an id, with or without its source, or a name.")
    private String manager;

    @Option(
            names = "--period",
            required = true,
            paramLabel = "MONTH",
            order = 4,
            description = "The payroll month, e.g. 2026-10.")
    private YearMonth period;

    @Option(
            names = "--line",
            paramLabel = "N",
            order = 5,
            description = "Only this line: its number from 1, or the id of a component. Default: all lines.")
    private String line;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            order = 6,
            description = "Only what was recorded before this instant, or before the beginning of a day.")
    private String asOf;

    @Option(
            names = "--bundle",
            paramLabel = "FILE",
            order = 8,
            description =
                    "Write what the statement was computed from into this .zip, to compute it again elsewhere. Names and"
                            + " salaries of others are left out.")
    private Path bundle;

    @Option(names = "--all", order = 7, description = "Every deal and every revision, not only the first ones.")
    private boolean all;

    @Override
    public Integer call() {
        if (bundle != null && (line != null || asOf != null)) {
            throw CommandException.badInput(
                    "--bundle writes the whole statement; expected no --line or --as-of with it.");
        }
        Output output = output();
        try (ReplaySource source = ReplaySource.open(input, period, asOf, output)) {
            LoadedInput loaded = source.load(output, verbose());
            BatchResult result = loaded.compute(input.settings(loaded), source.asOf());
            String id = new People(result.organisation(), output).managerId(manager);
            List<Line> lines = result.postedLines().stream()
                    .filter(each -> each.manager().equals(id) && each.posting().equals(period))
                    .toList();
            if (lines.isEmpty() && bundle == null) {
                throw CommandException.badInput("nothing is posted to " + period + " for " + id
                        + "; premia explain --manager " + id + " --period " + period + " tells why.");
            }
            if (bundle != null) {
                new BundleOutput(input, source, loaded, result, output).write(bundle, id, period);
                return ExitCodes.DONE;
            }
            ManagerHistory history = new ManagerHistory(id, concerned(result, id, lines));
            source.scan(output, history);
            LedgerEntries entries = LedgerEntries.of(input, id, period, output);
            new StatementTree(result, source, history, entries, all, output).print(id, period, lines, chosen(lines));
        }
        return ExitCodes.DONE;
    }

    /** The deals of the windows in which the lines were earned, and those that decisions name. */
    private static Set<String> concerned(BatchResult result, String manager, List<Line> lines) {
        Set<String> deals = new LinkedHashSet<>();
        for (Line each : lines) {
            Window window = each.window();
            result.wonDeals(manager, window.days(), StatementTree.zone(result, each)).stream()
                    .map(DealCredit::deal)
                    .forEach(deals::add);
        }
        return deals;
    }

    /** The lines to explain by their numbers. */
    private List<StatementTree.Numbered> chosen(List<Line> lines) {
        List<StatementTree.Numbered> chosen = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line each = lines.get(i);
            if (line == null || line.equals(String.valueOf(i + 1)) || line.equals(each.component())) {
                chosen.add(new StatementTree.Numbered(i + 1, each));
            }
        }
        if (chosen.isEmpty()) {
            throw CommandException.badInput("--line: found '" + line + "', expected a number from 1 to " + lines.size()
                    + ", or one of "
                    + String.join(
                            ", ", lines.stream().map(Line::component).distinct().toList()) + ".");
        }
        return chosen;
    }
}
