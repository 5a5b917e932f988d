package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with plan files. */
@Command(
        name = "plan",
        description = "Checks, tests, compares, prints and publishes motivation plans.",
        subcommands = {
            PlanCheckCommand.class,
            PlanTestCommand.class,
            PlanDiffCommand.class,
            PlanDocCommand.class,
            PlanPublishCommand.class,
            PlanSchemaCommand.class
        },
        footer = {
            "  premia plan check plans/hunter.yaml",
            "  premia plan test docs/casebook",
            "  premia plan diff plans/hunter-v1.yaml plans/hunter-v2.yaml",
            "  premia plan doc plans/hunter.yaml --language ru -o hunter.pdf",
            "  premia plan publish plans/hunter.yaml --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
        })
public final class PlanCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }
}
