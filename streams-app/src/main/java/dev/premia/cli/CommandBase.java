package dev.premia.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What every command has, also one that writes documents instead of tables: help, and the cause of a failure on demand. A command returns an exit
 * code of {@link ExitCodes} or throws {@link CommandException}.
 */
@Command(
        synopsisHeading = "%nUsage: ",
        abbreviateSynopsis = true,
        descriptionHeading = "%n",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nArguments:%n",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        sortOptions = false,
        usageHelpWidth = 110,
        usageHelpAutoWidth = false)
public abstract class CommandBase implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--verbose", order = 92, description = "Show the technical cause of a failure.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 93,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    /** The command as the command line knows it. */
    protected final CommandSpec spec() {
        return spec;
    }

    /** Whether technical causes are shown. */
    public final boolean verbose() {
        return verbose;
    }
}
