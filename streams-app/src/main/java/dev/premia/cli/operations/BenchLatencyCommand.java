package dev.premia.cli.operations;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import java.math.BigDecimal;
import java.time.Duration;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code premia bench latency}. */
@Command(
        name = "latency",
        description = {
            "Measures how long it takes from a deal to its ledger entry at a steady rate of events.",
            "",
            "Events of a simulated department are sent at fixed instants. The latency of a deal's revision runs from the"
                    + " instant at which it was due, also when the sender was late, until the first ledger entry that names"
                    + " it as a cause can be read with read_committed. Revisions that change no bonus have no entry and are"
                    + " not measured, nor are those beyond the 50 causes that an entry names. The settings are those of run.",
            "",
            "Exit code 1 when nothing could be measured."
        },
        footer = "  premia bench latency --rate 1000 --seconds 60")
public final class BenchLatencyCommand extends PremiaCommand {
    @Option(
            names = "--rate",
            paramLabel = "N",
            description = "Events a second. Default: ${DEFAULT-VALUE}",
            defaultValue = "1000")
    private int rate;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            description = "Seconds to measure. Default: ${DEFAULT-VALUE}",
            defaultValue = "60")
    private int seconds;

    @Option(
            names = "--warm-up",
            paramLabel = "N",
            description = "Seconds before, at the same rate. Default: ${DEFAULT-VALUE}",
            defaultValue = "20")
    private int warmUp;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the events.", defaultValue = "1")
    private long seed;

    @Mixin
    private BenchOptions options;

    @Override
    public Integer call() throws InterruptedException {
        if (rate < 1 || seconds < 1 || warmUp < 0) {
            throw CommandException.badInput("--rate " + rate + " --seconds " + seconds + " --warm-up " + warmUp
                    + ": expected 1 or more, and no negative warm-up.");
        }
        Output output = output();
        try (BenchCluster cluster = options.start()) {
            LatencyBench.Result result = new LatencyBench(cluster, options.settings())
                    .measure(rate, Duration.ofSeconds(warmUp), Duration.ofSeconds(seconds), seed);
            Histogram micros = result.micros();
            Table table = Table.of("latency", null)
                    .number("rate", "events/s")
                    .number("sent", "sent")
                    .number("measured", "measured")
                    .number("p50_ms", "p50 ms")
                    .number("p99_ms", "p99 ms")
                    .number("p999_ms", "p99.9 ms")
                    .number("max_ms", "max ms")
                    .number("sender_late_ms", "sender late ms");
            table.row(
                    rate,
                    result.sent(),
                    micros.getTotalCount(),
                    millis(micros.getValueAtPercentile(50)),
                    millis(micros.getValueAtPercentile(99)),
                    millis(micros.getValueAtPercentile(99.9)),
                    millis(micros.getMaxValue()),
                    millis(result.lateMicros()));
            table.print(output);
            return micros.getTotalCount() > 0 ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
        }
    }

    private static BigDecimal millis(long micros) {
        return BigDecimal.valueOf((micros + 500) / 1_000);
    }
}
