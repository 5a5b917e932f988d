package dev.premia.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * One run of the command line in this JVM.
 *
 * @param exitCode what the process would end with
 * @param out standard output
 * @param err standard error
 */
public record CommandRun(int exitCode, String out, String err) {

    /** Runs a command and captures what it prints. */
    public static CommandRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Premia.run(new PrintWriter(out), new PrintWriter(err), args);
        return new CommandRun(exitCode, normal(out.toString()), normal(err.toString()));
    }

    /** A file or folder below {@code src/test/resources/cli}. */
    public static Path resource(String name) {
        try {
            return Path.of(CommandRun.class.getResource("/cli/" + name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An expected output. */
    public static String golden(String name) {
        try (InputStream in = CommandRun.class.getResourceAsStream("/cli/golden/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String normal(String text) {
        return text.replace(System.lineSeparator(), "\n");
    }
}
