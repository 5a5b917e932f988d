package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with plan files. */
@Command(
        name = "plan",
        description = "Checks motivation plans.",
        subcommands = {PlanCheckCommand.class, PlanSchemaCommand.class},
        footer = "  premia plan check plans/hunter.yaml")
public final class PlanCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }
}
