package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Puts figures beside each other: peers, windows, factors, groups, what the scheme costs. */
@Command(
        name = "analyse",
        description = "Compares figures: peers, trends, factors of a change, groups, the cost of the scheme.",
        subcommands = {
            AnalysePeersCommand.class,
            AnalyseTrendCommand.class,
            AnalyseFactorsCommand.class,
            AnalyseGroupsCommand.class,
            AnalyseSchemeCommand.class
        },
        footer = {
            "  premia analyse peers october/ --kpi revenue --period 2026-10",
            "  premia analyse trend export/ --kpi win_rate --period 2026-10 --windows 12 --team north",
            "  premia analyse factors export/ --period 2026-10 --against 2026-09",
            "  premia analyse groups export/ --kpi revenue --period 2026-10 --a role:hunter --b role:farmer",
            "  premia analyse scheme export/ plans/",
        })
public final class AnalyseCommand extends PremiaCommand {
    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        command.commandLine().usage(command.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }
}
