package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Language;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.PremiaCommand;
import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.replay.BatchResult;
import dev.premia.replay.close.ClosedPeriod;
import dev.premia.replay.input.Detail;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.whatif.WhatIf;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Recomputes a payroll month from the log, and compares it with what was booked, frozen, or would be under other plans. */
@Command(
        name = "replay",
        description = {
            "Recomputes a payroll month from the topics or from files, touching nothing.",
            "",
            "A closed month is recomputed from what counted for its close, an open one from everything, and with --as-of from what"
                    + " was recorded before an instant."
        },
        footer = {
            "  premia replay --period 2026-10 --verify --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
            "  premia replay export/ --period 2026-10 --plan hunter-v2.yaml --plan hunter-v3.yaml",
            "  premia replay orlova-2026-10.zip --period 2026-10 --verify",
            "  premia replay export/ --period 2026-10 --as-of 2026-11-03T14:00:00+03:00 --output october/",
        })
public final class ReplayCommand extends PremiaCommand {
    @Mixin
    private SourceOptions input;

    @Option(
            names = "--period",
            paramLabel = "MONTH",
            required = true,
            order = 10,
            description = "The payroll month, e.g. 2026-10.")
    private YearMonth period;

    @Option(
            names = "--as-of",
            paramLabel = "INSTANT",
            order = 11,
            description =
                    "Only what was recorded before this instant: 2026-11-03T14:00:00+03:00, or a day for its beginning.")
    private String asOf;

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            order = 12,
            description =
                    "What if: this version in the place of its plan. May be repeated; each is compared by itself.")
    private List<Path> plans = new ArrayList<>();

    @Option(
            names = "--manager",
            paramLabel = "ID",
            order = 13,
            description = "Only this manager: an id, with or without its source, or a name.")
    private String manager;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            order = 30,
            description = "Folder into which statements and KPIs of the month are written as JSON lines.")
    private Path folder;

    @Mixin
    private ReplayVerifyOptions verification;

    @Override
    public Integer call() throws IOException {
        check();
        Output output = output();
        List<PlanVersion> others = plans.stream().map(ReplayCommand::plan).toList();
        try (ReplaySource source = ReplaySource.open(input, period, asOf, verification.verify(), output)) {
            PublishedPeriod published = verification.verify() ? verification.read(input, source, output) : null;
            long start = System.nanoTime();
            LoadedInput loaded =
                    source.load(output, verbose(), published == null ? null : published.cut(), detail(others));
            BatchResult result = loaded.compute(input.settings(loaded), source.asOf(), others);
            ClosedPeriod recomputed = ClosedPeriod.of(result, period);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            People people = new People(result.organisation(), output);
            String only = manager != null ? people.managerId(manager) : ofBundle();
            new StatementReport(loaded, result, people, output)
                    .print(line -> line.posting().equals(period)
                            && (only == null || line.manager().equals(only)));
            output.message(speed(loaded, took, output));
            WhatIf.of(result, others, period).forEach(each -> new WhatIfReport(people, output).print(each));
            write(loaded, result);
            return published == null ? ExitCodes.DONE : published.report(result, recomputed, only, verbose(), output);
        }
    }

    /** Only files of KPIs show more than plans read. */
    private Detail detail(List<PlanVersion> others) {
        return folder == null ? Detail.ofStatements(others) : Detail.ALL;
    }

    /** Of others a bundle holds too little. */
    private String ofBundle() {
        return input.bundle() == null ? null : input.bundle().manager();
    }

    private void check() {
        if (verification.verify() && asOf != null) {
            throw CommandException.badInput("--verify compares with what is booked now; expected no --as-of with it.");
        }
    }

    private static PlanVersion plan(Path file) {
        try {
            PlanFile.Result result = PlanFile.read(file.toString(), Files.readString(file));
            if (!result.isValid()) {
                throw CommandException.badInput(result.errors().get(0).toString());
            }
            return result.plan();
        } catch (IOException e) {
            throw CommandException.badInput("--plan: cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static String speed(LoadedInput loaded, Duration took, Output output) {
        long perSecond = loaded.records() * 1000 / Math.max(1, took.toMillis());
        return output.text("Пересчитано записей: ", "Records recomputed: ")
                + output.numbers().whole(loaded.records())
                + output.text(" за ", " in ")
                + took.toMillis() / 1000
                + "."
                + took.toMillis() / 100 % 10
                + output.text(" с, ", " s, ")
                + output.numbers().whole(perSecond)
                + output.text(" в секунду", " a second");
    }

    private void write(LoadedInput loaded, BatchResult result) throws IOException {
        if (folder == null) {
            return;
        }
        Files.createDirectories(folder);
        try (PrintWriter lines =
                new PrintWriter(Files.newBufferedWriter(folder.resolve("statements-" + period + ".jsonl")))) {
            Output file = new Output(lines, lines, OutputFormat.JSON, Language.EN);
            new StatementReport(loaded, result, new People(result.organisation(), file), file)
                    .print(line -> line.posting().equals(period));
        }
        try (PrintWriter lines =
                new PrintWriter(Files.newBufferedWriter(folder.resolve("kpis-" + period + ".jsonl")))) {
            Output file = new Output(lines, lines, OutputFormat.JSON, Language.EN);
            Window month = new Window(WindowKind.MONTH, period.atDay(1));
            new KpiReport(
                            result,
                            new People(result.organisation(), file),
                            file,
                            ChosenKpi.all(),
                            new PeriodOptions.Days(month.start(), month.lastDay()),
                            WindowKind.MONTH,
                            (subject, day) -> true)
                    .print();
        }
    }
}
