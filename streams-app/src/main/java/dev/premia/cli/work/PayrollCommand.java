package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What closed months pay, on its way to the payroll system. */
@Command(
        name = "payroll",
        description = "Hands over what closed months pay, takes in the answers, and shows what became of it.",
        subcommands = {PayrollExportCommand.class, PayrollAcknowledgeCommand.class, PayrollRegisterCommand.class},
        footer = {
            "  premia payroll export --period 2026-10 --output payroll/ --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
            "  premia payroll acknowledge payroll/answer.json",
            "  premia payroll register plans/ events/ --period 2026-10",
        })
public final class PayrollCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }
}
