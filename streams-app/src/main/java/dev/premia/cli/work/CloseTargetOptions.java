package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the records of a close go. */
final class CloseTargetOptions {
    @Option(
            names = "--output",
            paramLabel = "FILE",
            order = 30,
            description = "With files: the file to which the records of the close are appended as JSON lines.")
    private Path file;

    @Option(
            names = "--no-register-schemas",
            negatable = true,
            order = 54,
            description = "Use only schemas that the registry has; by default missing ones are registered.")
    private boolean registerSchemas = true;

    /** Opens the log of closes of a cluster or of files. */
    CloseTarget open(SourceOptions input, boolean dryRun, Output output) {
        if (input.readsTopics()) {
            if (file != null) {
                throw CommandException.badInput(
                        "--output: with a cluster the close is published; expected files with it.");
            }
            return new ClusterCloses(input.cluster(), registerSchemas);
        }
        if (file == null && !dryRun) {
            throw CommandException.badInput(
                    "--output is missing; expected the file for the records of the close, or --dry-run.");
        }
        return new FileCloses(input, file, output);
    }
}
