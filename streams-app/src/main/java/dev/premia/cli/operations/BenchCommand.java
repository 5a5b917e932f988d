package dev.premia.cli.operations;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code premia bench}: what this machine does, measured. */
@Command(
        name = "bench",
        description = "Measures throughput, latency or replay on a broker of its own and checks the result.",
        subcommands = {BenchThroughputCommand.class, BenchLatencyCommand.class, BenchReplayCommand.class},
        footer = {
            "  premia bench throughput --events 1000000 --profile mixed",
            "  premia bench latency --rate 1000",
            "  premia bench replay"
        })
public final class BenchCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }
}
