package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.simulator.SimulationOptions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code premia bench throughput}. */
@Command(
        name = "throughput",
        description = {
            "Measures how many events a second become committed ledger entries.",
            "",
            "Events of a simulated department are in the topics before the clock starts. The clock starts when the"
                    + " application, with the settings of run and empty state, reads its first record, and stops with the"
                    + " last record that it commits to any topic; that is known once everything is read and nothing moved for"
                    + " 5 s, which do not count. The rate is input records divided by that time. Starting up is shown apart."
                    + " Every round begins with empty state and results.",
            "",
            "In the first rounds much of the time goes into compiling the program, which a service does once in its life:"
                    + " they are shown as warm-up and left out of the median of the others, which is the result.",
            "",
            "After each round the ledger is compared with a batch computation over the same topics; a difference ends"
                    + " with exit code 1."
        },
        footer = {
            "  premia bench throughput --events 1000000 --profile mixed",
            "  premia bench throughput --events 2000000 --profile calls --rounds 1 --warm-up 0"
        })
public final class BenchThroughputCommand extends PremiaCommand {
    /** Which events. */
    enum Profile {
        MIXED(SimulationOptions.Profile.DEPARTMENT),
        CALLS(SimulationOptions.Profile.CALLS_ONLY),
        DEALS(SimulationOptions.Profile.DEALS_ONLY);

        private final SimulationOptions.Profile simulated;

        Profile(SimulationOptions.Profile simulated) {
            this.simulated = simulated;
        }
    }

    @Option(
            names = "--events",
            paramLabel = "N",
            description = "Events to process. Default: ${DEFAULT-VALUE}",
            defaultValue = "1000000")
    private long events;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            description = "mixed (calls, leads, deals, payments and the rest), calls or deals. Default: mixed",
            defaultValue = "MIXED")
    private Profile profile;

    @Option(names = "--rounds", paramLabel = "N", description = "Rounds. Default: ${DEFAULT-VALUE}", defaultValue = "3")
    private int rounds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Rounds before those that count. Default: ${DEFAULT-VALUE}",
            defaultValue = "2")
    private int warmUp;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the events.", defaultValue = "1")
    private long seed;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() {
        if (warmUp < 0) {
            throw CommandException.badInput("--warm-up " + warmUp + ": expected 0 or more.");
        }
        if (events < 1 || rounds < 1) {
            throw CommandException.badInput("--events " + events + " --rounds " + rounds + ": expected 1 or more.");
        }
        Output output = output();
        try (BenchCluster cluster = options.start()) {
            ThroughputBench bench = new ThroughputBench(cluster, options.settings(), output);
            output.message("Writing " + output.numbers().whole(events) + " events ...");
            bench.load(profile.simulated, events, seed);
            List<ThroughputBench.Round> results = bench.rounds(warmUp + rounds);
            print(results, output, cluster.brokerPid().isPresent());
            boolean equal = results.stream().allMatch(round -> round.check().isEqual());
            output.line(equal ? "Ledger and batch: equal" : "Ledger and batch: DIFFERENT");
            return equal ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
        }
    }

    private void print(List<ThroughputBench.Round> results, Output output, boolean ownBroker) {
        Table table = Table.of("throughput", null)
                .column("round", "round")
                .number("events", "events")
                .number("seconds", "seconds")
                .number("events_per_second", "events/s")
                .number("start_seconds", "start s")
                .number("cpu_seconds", "CPU s")
                .number("peak_mb", "peak MB")
                .number("broker_cpu_seconds", "broker CPU s")
                .number("broker_peak_mb", "broker peak MB")
                .column("check", "ledger");
        for (int i = 0; i < results.size(); i++) {
            row(table, i < warmUp ? "warm-up" : String.valueOf(i - warmUp + 1), results.get(i), ownBroker);
        }
        List<ThroughputBench.Round> sorted = results.stream()
                .skip(warmUp)
                .sorted(Comparator.comparingLong(ThroughputBench.Round::eventsPerSecond))
                .toList();
        if (sorted.size() > 1) {
            row(table, "median", sorted.get(sorted.size() / 2), ownBroker);
        }
        table.print(output);
    }

    private static void row(Table table, String name, ThroughputBench.Round round, boolean ownBroker) {
        table.row(
                name,
                round.events(),
                seconds(round.elapsed().toMillis()),
                round.eventsPerSecond(),
                seconds(round.startup().toMillis()),
                seconds(round.cpu().toMillis()),
                round.application().peakMegabytes(),
                ownBroker ? seconds(round.brokerCpu().toMillis()) : null,
                ownBroker ? round.broker().peakMegabytes() : null,
                round.check().isEqual() ? "equal" : "different");
    }

    private static BigDecimal seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).setScale(1, RoundingMode.HALF_UP);
    }
}
