package dev.premia.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A command that prints tables: it has a format and a language. */
@Command
public abstract class PremiaCommand extends CommandBase {
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

    /** Where this run prints. */
    protected final Output output() {
        Language chosen = language == null ? Language.ofLocale(Locale.getDefault()) : language;
        return new Output(spec().commandLine().getOut(), spec().commandLine().getErr(), format, chosen);
    }
}
