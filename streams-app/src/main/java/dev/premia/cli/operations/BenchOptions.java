package dev.premia.cli.operations;

import dev.premia.local.LocalCluster.Placement;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What the measurements have in common. */
final class BenchOptions {
    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description =
                    "Where broker and state keep their data while it runs, ${DEFAULT-VALUE} if not given; removed afterwards.",
            defaultValue = ".premia/bench")
    private Path directory;

    @Option(names = "--in-process", description = "Run the broker in the same process instead of a child process.")
    private boolean inProcess;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Partitions of each topic. Default: ${DEFAULT-VALUE}",
            defaultValue = "2")
    private int partitions;

    @Option(
            names = {"-s", "--set"},
            paramLabel = "NAME=VALUE",
            description = "A setting that differs from the defaults of run, e.g. commit.interval.ms=1000.")
    private Map<String, String> settings = new LinkedHashMap<>();

    BenchCluster start() {
        return BenchCluster.start(directory, inProcess ? Placement.IN_PROCESS : Placement.OWN_PROCESS, partitions);
    }

    Map<String, String> settings() {
        return settings;
    }
}
