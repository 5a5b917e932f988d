package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Corrections by hand: amounts, credit of deals, holds, releases and disputes. */
@Command(
        name = "adjust",
        description = {
            "Corrects pay by hand: amounts, credit of deals, holds and releases, disputes.",
            "",
            "Each is a record in the control topic, or in a file beside the events, with who decided, who approved, when and why."
                    + " A record that the stream would refuse is not written. The same decision again changes nothing."
        },
        subcommands = {
            AdjustAddCommand.class,
            AdjustTransferCommand.class,
            AdjustHoldCommand.class,
            AdjustReleaseCommand.class,
            AdjustDisputeCommand.class,
            AdjustListCommand.class
        },
        footer = {
            "  premia adjust add --manager crm/17 --type bonus --amount 5000 --unit RUB --period 2026-10 \\",
            "      --author head --approver director --reason \"Trade fair\" --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
            "  premia adjust transfer --deal crm/1041 --manager crm/17 --to-manager crm/18 --share 0.25 \\",
            "      --author head --approver director --reason \"Joint work\" october/ --output october/decisions.jsonl",
            "  premia adjust list october/",
        })
public final class AdjustCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }
}
