package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.OffsetVector;
import dev.premia.replay.BatchResult;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.Detail;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.Reading;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Closes a payroll month: writes the close with its offset vector, computes what is frozen from what counts for it, and writes
 * a result for everybody and the completion. A run that was cut short is taken up where it ended.
 */
@Command(
        name = "close",
        description = {
            "Closes a payroll month for the whole installation.",
            "",
            "What the log accepted before the cutoff counts, all else is posted to the next open month. The statements of the month"
                    + " are frozen; payroll pays from them. A closed month never changes. A run that was cut short is repeated"
                    + " with the same words.",
            "With files, the records of the close are appended to --output; lay that file beside the events."
        },
        footer = {
            "  premia close --period 2026-10 --cutoff 2026-11-05 --author finance --dry-run \\",
            "      --bootstrap-server localhost:9092 --schema-registry http://localhost:8081",
            "  premia close plans/ events/ --period 2026-10 --cutoff 2026-11-05 --output events/close-2026-10.jsonl",
        })
public final class CloseCommand extends PremiaCommand {
    @Mixin
    private SourceOptions input;

    @Option(
            names = "--period",
            paramLabel = "MONTH",
            required = true,
            order = 10,
            description = "The payroll month, e.g. 2026-10. An earlier month with entries must be closed before.")
    private YearMonth period;

    @Option(
            names = "--cutoff",
            paramLabel = "INSTANT",
            order = 11,
            description =
                    "What was recorded at this instant or later does not count: 2026-11-05T00:00:00+03:00, or a day for"
                            + " its beginning. Not needed to take up a close that was cut short.")
    private String cutoff;

    @Option(
            names = "--author",
            paramLabel = "NAME",
            order = 12,
            description = "Who closes. Default: the system's user.")
    private String author = System.getProperty("user.name");

    @Option(names = "--reason", paramLabel = "TEXT", order = 13, description = "A note that stays with the close.")
    private String reason;

    @Option(names = "--dry-run", order = 14, description = "Show what would be frozen, and write nothing.")
    private boolean dryRun;

    @Mixin
    private CloseTargetOptions target;

    @Override
    public Integer call() {
        Output output = output();
        try (CloseTarget log = target.open(input, dryRun, output)) {
            ClosedPeriods closed = log.closed();
            Decision.Close close = closed.closes().get(period);
            if (closed.completed().containsKey(period)) {
                throw refused(period + " is closed already, with the cutoff " + close.cutoff()
                        + ": a closed month never changes; what came late is in the first open month.");
            }
            boolean resumed = close != null;
            close = resumed ? taken(close) : planned(closed, log);
            LoadedInput loaded = input.load(
                    output,
                    verbose(),
                    Reading.below(close, Bound.of(close), log.endFor(close)).keeping(Detail.ofStatements(List.of())));
            BatchResult result = loaded.compute(input.settings(loaded), close.asOf());
            refuseOpenMonths(result);
            ClosedPeriod frozen = ClosedPeriod.of(result, period);
            List<String> differing = frozen.differing(closed.results(period));
            if (!dryRun) {
                log.write(close, resumed, frozen);
            }
            CloseReport report = new CloseReport(result, frozen, output);
            report.print(close, resumed, dryRun);
            report.printDiffering(differing, dryRun);
        }
        return ExitCodes.DONE;
    }

    /** The close that was written before this run was cut short: its cutoff and vector rule. */
    private Decision.Close taken(Decision.Close close) {
        if (cutoff != null
                && !CutoffOption.read("--cutoff", cutoff, close.zone()).equals(close.cutoff())) {
            throw refused("the close of " + period + " was begun with the cutoff " + close.cutoff()
                    + "; repeat the command without --cutoff to complete it.");
        }
        return close;
    }

    private Decision.Close planned(ClosedPeriods closed, CloseTarget log) {
        if (cutoff == null) {
            throw CommandException.badInput("--cutoff is missing; expected the instant up to which records count, e.g."
                    + " --cutoff " + period.plusMonths(1) + "-05.");
        }
        Instant at = CutoffOption.read("--cutoff", cutoff, input.zoneOfCutoff());
        // The log keeps milliseconds.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        if (at.isAfter(now)) {
            throw refused("the cutoff " + at + " has not passed yet: what will be recorded until then is not known.");
        }
        if (!closed.closes().isEmpty()) {
            Decision.Close last = closed.closes().get(closed.closes().lastKey());
            if (!closed.completed().containsKey(last.period())) {
                throw refused("the close of " + last.period()
                        + " was begun and not completed; run premia close --period " + last.period() + " first.");
            }
            if (!period.isAfter(last.period())) {
                throw refused(last.period() + " is closed already, and every month before it with it.");
            }
            if (at.isBefore(last.cutoff())) {
                throw refused("the cutoff " + at + " lies before that of " + last.period() + ", " + last.cutoff()
                        + "; expected that instant or a later one.");
            }
        }
        OffsetVector vector = log.vector(at);
        Decision.Heading heading = new Decision.Heading(ClosedPeriod.idOf(period), now, author, null, reason, null);
        return new Decision.Close(heading, period, at, input.zoneOfCutoff(), vector);
    }

    private void refuseOpenMonths(BatchResult result) {
        Map<YearMonth, Long> open = ClosedPeriod.openBefore(result, period);
        if (!open.isEmpty()) {
            String months = open.entrySet().stream()
                    .map(each -> each.getKey() + " (" + each.getValue() + ")")
                    .collect(Collectors.joining(", "));
            throw refused("earlier months have entries or guarantees and are open: " + months
                    + "; close them first, in their order.");
        }
    }

    private static CommandException refused(String why) {
        return CommandException.badInput("close refused: " + why);
    }
}
