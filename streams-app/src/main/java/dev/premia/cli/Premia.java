package dev.premia.cli;

import dev.premia.cli.operations.BenchCommand;
import dev.premia.cli.operations.DemoCommand;
import dev.premia.cli.operations.DoctorCommand;
import dev.premia.cli.operations.RunCommand;
import dev.premia.cli.operations.TopicsCommand;
import dev.premia.cli.work.AdjustCommand;
import dev.premia.cli.work.AnalyseCommand;
import dev.premia.cli.work.CalcCommand;
import dev.premia.cli.work.CloseCommand;
import dev.premia.cli.work.ContestCommand;
import dev.premia.cli.work.ExplainCommand;
import dev.premia.cli.work.IngestCommand;
import dev.premia.cli.work.PayrollCommand;
import dev.premia.cli.work.PlanCommand;
import dev.premia.cli.work.ReplayCommand;
import dev.premia.cli.work.SimulateCommand;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The entry point of the command line. */
@Command(
        name = "premia",
        synopsisHeading = "Usage: ",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        footerHeading = "%n",
        versionProvider = Version.class,
        usageHelpWidth = 110,
        description = "%nTurns the events of CRMs and phone systems into bonus accruals that people can check.",
        footer = {
            "premia COMMAND --help shows the options of a command and examples.",
            "Exit code: 0 done; 1 a check failed or a difference was found; 2 bad input; 3 another failure."
        })
public final class Premia implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli sets it and acts on it
    private boolean version;

    /** The commands, in the order of the help. */
    private static List<Object> commands() {
        return List.of(
                new DemoCommand(),
                new RunCommand(),
                new CalcCommand(),
                new ExplainCommand(),
                new AnalyseCommand(),
                new IngestCommand(),
                new PlanCommand(),
                new ContestCommand(),
                new CloseCommand(),
                new AdjustCommand(),
                new ReplayCommand(),
                new PayrollCommand(),
                new SimulateCommand(),
                new TopicsCommand(),
                new DoctorCommand(),
                new BenchCommand());
    }

    public static void main(String[] args) {
        // Always UTF-8: amounts and names must not depend on the terminal's locale.
        PrintWriter out = writer(FileDescriptor.out);
        PrintWriter err = writer(FileDescriptor.err);
        int exitCode = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exitCode);
    }

    /**
     * Runs one command in this JVM.
     *
     * @return an exit code of {@link ExitCodes}
     */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine line = new CommandLine(new Premia());
        commands().forEach(line::addSubcommand);
        line.registerConverter(YearMonth.class, text -> time(text, YearMonth::parse, "a month such as 2026-10"));
        line.registerConverter(LocalDate.class, text -> time(text, LocalDate::parse, "a day such as 2026-10-05"));
        line.setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(Failures::badArguments)
                .setExecutionExceptionHandler(Failures::failed);
        return line.execute(args);
    }

    private static <T> T time(String text, Function<String, T> parse, String expected) {
        try {
            return parse.apply(text);
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException("found '" + text + "', expected " + expected);
        }
    }

    /** Without a command there is nothing to do but to show what there is. */
    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCodes.BAD_INPUT;
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8));
    }
}
