package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.credit.DealCredit;
import dev.premia.replay.BatchResult;
import dev.premia.replay.BatchResult.Line;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.input.LoadedInput;
import dev.premia.schemas.Accrual;
import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Explains why what a manager gets changed between two instants. */
@Command(
        name = "changes",
        description = {
            "Why did my pay change at 14:03: what a manager gets as it was known at two instants, and what was recorded between them.",
            "",
            "Both are computed from what was recorded before. With a cluster, the entries that the ledger booked between them are"
                    + " listed too."
        },
        footer = {
            "  premia explain changes --manager 17 --from 2026-11-06T14:00:00+03:00 --to 2026-11-06T14:05:00+03:00 october/",
            "  premia explain changes --manager 17 --from 2026-11-06 --to 2026-11-07 --format json october/",
        })
final class ExplainChangesCommand extends PremiaCommand {
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
            names = "--from",
            required = true,
            paramLabel = "INSTANT",
            order = 4,
            description =
                    "What was recorded before it was known: 2026-11-06T14:00:00+03:00, or a day for its beginning.")
    private String from;

    @Option(names = "--to", required = true, paramLabel = "INSTANT", order = 5, description = "The later instant.")
    private String to;

    @Override
    public Integer call() {
        Output output = output();
        Instant start = CutoffOption.read("--from", from, input.zoneOfCutoff());
        Instant end = CutoffOption.read("--to", to, input.zoneOfCutoff());
        if (!start.isBefore(end)) {
            throw CommandException.badInput("--to: found " + to + ", expected an instant after --from.");
        }
        YearMonth month = YearMonth.from(end.atZone(input.zoneOfCutoff()));
        try (ReplaySource early = ReplaySource.open(input, month, from, output);
                ReplaySource late = ReplaySource.open(input, month, to, output)) {
            LoadedInput loaded = late.load(output, verbose());
            BatchResult now = loaded.compute(input.settings(loaded), late.asOf());
            BatchResult before = early.load(output, false).compute(input.settings(loaded), early.asOf());
            String id = new People(now.organisation(), output).managerId(manager);
            ManagerHistory history = new ManagerHistory(id, deals(before, now, id));
            late.scan(output, history);
            new ChangeTree(before, now, history, output).print(id, start, end, booked(id, start, end, output));
        }
        return ExitCodes.DONE;
    }

    /** The deals of all windows in which something is earned, at either instant. */
    private static Set<String> deals(BatchResult before, BatchResult now, String manager) {
        Set<String> deals = new LinkedHashSet<>();
        for (BatchResult result : List.of(before, now)) {
            for (Line line : result.lines()) {
                if (line.manager().equals(manager)) {
                    result.wonDeals(manager, line.window().days(), StatementTree.zone(result, line)).stream()
                            .map(DealCredit::deal)
                            .forEach(deals::add);
                }
            }
        }
        return deals;
    }

    private List<Accrual> booked(String id, Instant start, Instant end, Output output) {
        if (!input.readsTopics()) {
            return List.of();
        }
        return LedgerEntries.read(
                        input.cluster(),
                        entry -> entry.getManager().equals(id)
                                && entry.getRecordedAt() != null
                                && !entry.getRecordedAt().isBefore(start)
                                && entry.getRecordedAt().isBefore(end),
                        output)
                .entries();
    }
}
