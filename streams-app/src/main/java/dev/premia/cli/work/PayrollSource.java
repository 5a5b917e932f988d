package dev.premia.cli.work;

import dev.premia.cli.ClusterOptions;
import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.cli.Progress;
import dev.premia.codec.avro.RegistryUnavailableException;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.Detail;
import dev.premia.replay.input.FileLoader;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.TopicLoader;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import picocli.CommandLine.Mixin;

/** Where frozen statements and the records of people are read: a cluster, or files. */
final class PayrollSource {
    @Mixin
    private FileOptions files;

    @Mixin
    private ClusterOptions cluster;

    LoadedInput load(Output output, boolean verbose) {
        if (cluster.touched() && files.touched()) {
            throw CommandException.badInput("both files and a cluster are given; expected one of them.");
        }
        if (!cluster.touched() && !files.given()) {
            throw CommandException.badInput(
                    "no input; expected files or folders with the records of the close and of the"
                            + " people, or --bootstrap-server and --schema-registry.");
        }
        LoadedInput loaded = cluster.touched() ? fromTopics(output) : fromFiles(output);
        Problems.print(output, loaded, verbose);
        return loaded;
    }

    private LoadedInput fromFiles(Output output) {
        try (Progress progress = Progress.start(output, "reading", 0)) {
            return FileLoader.loadBelow(
                    files.with(List.of()),
                    files.mappings(),
                    FileOptions.reading(null),
                    files.counting(Bound.NONE),
                    Detail.ALL,
                    new LoadProgress(progress));
        }
    }

    private LoadedInput fromTopics(Output output) {
        cluster.requireAnswer();
        try (SchemaRegistryClient registry = cluster.registry();
                Progress progress = Progress.start(output, "reading topics", 0)) {
            return TopicLoader.loadDecisions(cluster.client(), registry, new LoadProgress(progress));
        } catch (RegistryUnavailableException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("schema registry: " + e.getMessage(), e);
        }
    }

    /**
     * The close of a month from which payroll may pay.
     *
     * @throws CommandException when the month is open, saying what to do
     */
    static Decision.Close closeOf(ClosedPeriods closed, YearMonth period) {
        if (closed.isClosed(period)) {
            return closed.closeOf(period);
        }
        String why = closed.closes().containsKey(period)
                ? "its close was begun and not completed; complete it: premia close --period " + period
                : "payroll pays from closed months only; close it first: premia close --period " + period + " --cutoff "
                        + period.plusMonths(1) + "-05";
        throw CommandException.badInput("--period: " + period + " is open: " + why + ".");
    }
}
