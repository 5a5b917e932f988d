package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code premia bench replay}. */
@Command(
        name = "replay",
        description = {
            "Measures how fast the batch engine computes a month from topics and from files.",
            "",
            "A simulated month, 80 % calls, 15 % revisions of leads and 5 % revisions of deals with the people and targets"
                    + " that belong to them, is written to topics and to JSON Lines. Then it is read three ways: by a loop that"
                    + " only walks over the bytes and keeps the latest revision of each entity, which nothing can outrun by"
                    + " much; by the batch engine from the topics; and by the batch engine from the files. The time of the"
                    + " engine ends with the last statement. Each way runs several times in one process: the first run compiles"
                    + " the program, and the best one counts.",
            "",
            "Exit code 1 when topics and files give different statements."
        },
        footer = {
            "  premia bench replay --events 1000000",
            "  PREMIA_JAVA_OPTS=-Xmx1g premia bench replay --events 10000000"
        })
public final class BenchReplayCommand extends PremiaCommand {
    private static final long MEGABYTE = 1 << 20;

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Calls, leads and deals. Default: ${DEFAULT-VALUE}",
            defaultValue = "1000000")
    private long events;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "Runs of each way. Default: ${DEFAULT-VALUE}",
            defaultValue = "3")
    private int rounds;

    @Option(
            names = "--file-rounds",
            paramLabel = "N",
            description = "Runs over the files, 0 to leave them out. Default: ${DEFAULT-VALUE}",
            defaultValue = "2")
    private int fileRounds;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the events.", defaultValue = "1")
    private long seed;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() {
        if (events < 1 || rounds < 1 || fileRounds < 0) {
            throw CommandException.badInput("--events " + events + " --rounds " + rounds + " --file-rounds "
                    + fileRounds + ": expected 1 or more, and no negative number of runs over files.");
        }
        Output output = output();
        try (BenchCluster cluster = options.start()) {
            ReplayBench bench = new ReplayBench(cluster, options.settings(), cluster.folder("files"));
            output.message("Writing " + output.numbers().whole(events) + " events ...");
            bench.load(new BulkMix(events, seed), fileRounds > 0);
            return measure(bench, output);
        }
    }

    private int measure(ReplayBench bench, Output output) {
        Table table = Table.of("replay", null)
                .column("way", "way")
                .number("records", "records")
                .number("reading_seconds", "reading s")
                .number("seconds", "seconds")
                .number("records_per_second", "records/s")
                .number("percent_of_loop", "% of loop")
                .number("cpu_seconds", "CPU s")
                .number("records_per_cpu_second", "records/CPU s")
                .number("broker_cpu_seconds", "broker CPU s")
                .number("peak_heap_mb", "peak heap MB")
                .number("heap_limit_mb", "heap limit MB");
        ReplayBench.Figure loop = null;
        ReplayBench.Figure topics = null;
        ReplayBench.Figure files = null;
        for (int i = 0; i < rounds; i++) {
            loop = better(loop, show("loop", bench.tightLoop(), output));
            topics = better(topics, show("topics", bench.topics(), output));
        }
        for (int i = 0; i < fileRounds; i++) {
            files = better(files, show("files", bench.files(), output));
        }
        row(table, "loop", loop, loop);
        row(table, "topics", topics, loop);
        if (files != null) {
            row(table, "files", files, loop);
        }
        table.print(output);
        boolean equal = files == null || files.lines().equals(topics.lines());
        if (files != null) {
            output.line("Statements of topics and files: " + (equal ? "equal" : "DIFFERENT"));
        }
        return equal ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
    }

    private static ReplayBench.Figure show(String way, ReplayBench.Figure figure, Output output) {
        output.message("%s: %s records, read in %.1f s, done in %.1f s, %s records/s, %.1f CPU s"
                .formatted(
                        way,
                        output.numbers().whole(figure.records()),
                        figure.reading().toMillis() / 1e3,
                        figure.total().toMillis() / 1e3,
                        output.numbers().whole(figure.perSecond()),
                        figure.cpu().toMillis() / 1e3));
        return figure;
    }

    private static ReplayBench.Figure better(ReplayBench.Figure known, ReplayBench.Figure other) {
        return known == null || other.perSecond() > known.perSecond() ? other : known;
    }

    private static void row(Table table, String way, ReplayBench.Figure figure, ReplayBench.Figure loop) {
        double cpu = Math.max(1, figure.cpu().toMillis()) / 1e3;
        table.row(
                way,
                figure.records(),
                seconds(figure.reading()),
                seconds(figure.total()),
                figure.perSecond(),
                BigDecimal.valueOf(100 * figure.perSecond() / Math.max(1, loop.perSecond())),
                seconds(figure.cpu()),
                Math.round(figure.records() / cpu),
                seconds(figure.brokerCpu()),
                figure.peakHeap() / MEGABYTE,
                Runtime.getRuntime().maxMemory() / MEGABYTE);
    }

    private static BigDecimal seconds(Duration time) {
        return BigDecimal.valueOf(time.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    }
}
