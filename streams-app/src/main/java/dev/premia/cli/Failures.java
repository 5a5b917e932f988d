package dev.premia.cli;

import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns whatever went wrong into a message for people and an exit code. */
final class Failures {
    private Failures() {}

    static int badArguments(ParameterException e, String[] args) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("premia: " + e.getMessage());
        List<String> suggestions = CommandLine.UnmatchedArgumentException.printSuggestions(e, err)
                ? List.of()
                : List.of(command.getCommandSpec().qualifiedName() + " --help shows what there is.");
        suggestions.forEach(err::println);
        return ExitCodes.BAD_INPUT;
    }

    static int failed(Exception e, CommandLine command, ParseResult parsed) {
        boolean verbose = command.getCommand() instanceof CommandBase base && base.verbose();
        command.getOut().flush();
        PrintWriter err = command.getErr();
        err.println("premia: " + message(e));
        if (verbose) {
            e.printStackTrace(err);
        } else if (!(e instanceof CommandException)) {
            err.println("Run it again with --verbose for the technical cause.");
        }
        return e instanceof CommandException known ? known.exitCode() : ExitCodes.FAILURE;
    }

    private static String message(Exception e) {
        if (e instanceof CommandException) {
            return e.getMessage();
        } else if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": not found.";
        } else if (e instanceof FileSystemException file) {
            return file.getFile() + ": " + (file.getReason() == null ? "cannot be used." : file.getReason());
        } else if (e instanceof TimeoutException) {
            return "the Kafka cluster did not answer in time: " + e.getMessage();
        } else if (e instanceof KafkaException) {
            return "Kafka: " + e.getMessage();
        }
        String text = e.getMessage() == null ? "" : ": " + e.getMessage();
        return "unexpected failure, " + e.getClass().getSimpleName() + text;
    }
}
