package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Contests: who stands where, and the results that are final. */
@Command(
        name = "contest",
        description = "Shows standings of contests and publishes their results.",
        subcommands = {ContestStandingsCommand.class, ContestSettleCommand.class},
        footer = {
            "  premia contest standings plans/ events/",
            "  premia contest settle --as-of 2026-11-04 --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
        })
public final class ContestCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }
}
