package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.codec.avro.ControlCodec;
import dev.premia.domain.plan.ContestTable;
import dev.premia.domain.plan.GroupRuling;
import dev.premia.replay.BatchResult;
import dev.premia.replay.input.LoadedInput;
import dev.premia.schemas.Control;
import dev.premia.schemas.Topics;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Publishes the results of contests whose last day and grace have passed, each from the facts that were recorded before that
 * instant. A contest that has a result is left alone, so the command may be repeated.
 */
@Command(
        name = "settle",
        description = {
            "Publishes the results of contests whose grace has passed.",
            "",
            "A result is worked out from the facts recorded before the end of the contest plus its grace. From then on it rules. A"
                    + " contest that has a result is left alone.",
            "With files, the results are appended to --output; lay that file beside the events."
        },
        footer = {
            "  premia contest settle --as-of 2026-11-04 --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
            "  premia contest settle plans/ events/ --as-of 2026-11-04 --output events/results.jsonl",
        })
final class ContestSettleCommand extends PremiaCommand {
    @Mixin
    private InputOptions input;

    @Option(
            names = "--output",
            paramLabel = "FILE",
            order = 30,
            description = "File to which the results are appended as JSON lines; with a cluster they are published.")
    private Path file;

    @Option(
            names = "--no-register-schemas",
            negatable = true,
            order = 54,
            description = "Use only schemas that the registry has; by default missing ones are registered.")
    private boolean registerSchemas = true;

    @Override
    public Integer call() {
        Output output = output();
        if (input.readsTopics() && file != null) {
            throw CommandException.badInput(
                    "--output: with a cluster the results are published; expected files with it.");
        }
        LoadedInput loaded = input.load(output, verbose());
        LocalDate asOf = input.asOf(loaded);
        if (asOf == null) {
            throw CommandException.badInput(
                    "nothing says which day it is; expected --as-of YYYY-MM-DD, or a day in the control records.");
        }
        BatchResult now = input.compute(loaded);
        List<ContestTable> due = due(now, asOf, loaded);
        write(due);
        ContestReport report = new ContestReport(output, new People(now.organisation(), output));
        Cell state = input.readsTopics() || file != null
                ? new Cell(output.text("опубликован сейчас", "published now"), "published_now")
                : new Cell(output.text("к публикации", "due"), "due");
        due.forEach(contest -> report.add(contest, state));
        report.print(output.text("Публиковать нечего.", "No result is due."));
        return ExitCodes.DONE;
    }

    private List<ContestTable> due(BatchResult now, LocalDate asOf, LoadedInput loaded) {
        Map<Instant, BatchResult> atCutoff = new HashMap<>();
        List<ContestTable> due = new ArrayList<>();
        for (GroupRuling contest : now.contests()) {
            Instant cutoff = ContestTable.cutoff(contest);
            boolean passed =
                    !cutoff.isAfter(asOf.atStartOfDay(contest.version().zone()).toInstant());
            boolean open = now.decisions()
                            .contestResult(
                                    contest.version().plan(),
                                    contest.component().id(),
                                    contest.window())
                    == null;
            if (passed && open) {
                due.add(atCutoff.computeIfAbsent(cutoff, instant -> input.computeBefore(instant, loaded, output()))
                        .contest(contest));
            }
        }
        return due;
    }

    private void write(List<ContestTable> due) {
        Instant at = Instant.now();
        List<Control> records =
                due.stream().map(ContestTable::result).map(ControlCodec::toAvro).toList();
        if (records.isEmpty()) {
            return;
        }
        if (file != null) {
            ControlRecords.append(file, records, at);
        } else if (input.readsTopics()) {
            Publishing.requireTopics(input.cluster(), List.of(Topics.CONTROL));
            ControlRecords.publish(input.cluster(), registerSchemas, records, at);
        }
    }
}
