package dev.premia.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What every command has: help, the output format, the language. A command returns an exit code of {@link ExitCodes} or throws
 * {@link CommandException}.
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
public abstract class PremiaCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 90,
            description = "table for people (default), json (one object a line) or csv.")
    private OutputFormat format = OutputFormat.TABLE;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            order = 91,
            description = "Language of tables: ru or en. Default: the system's.")
    private Language language;

    @Option(names = "--verbose", order = 92, description = "Show the technical cause of a failure.")
    private boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            order = 93,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    /** Where this run prints. */
    protected final Output output() {
        Language chosen = language == null ? Language.ofLocale(Locale.getDefault()) : language;
        return new Output(spec.commandLine().getOut(), spec.commandLine().getErr(), format, chosen);
    }

    /** Whether technical causes are shown. */
    public final boolean verbose() {
        return verbose;
    }
}
