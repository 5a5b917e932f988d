package dev.premia.cli;

import java.io.PrintWriter;

/**
 * Where and how a command prints its results. Messages, progress and problems go to {@code err}, so that {@code out} stays
 * readable by machines.
 */
public record Output(PrintWriter out, PrintWriter err, OutputFormat format, Language language, NumberText numbers) {

    public Output(PrintWriter out, PrintWriter err, OutputFormat format, Language language) {
        this(out, err, format, language, new NumberText(language));
    }

    /** Whether people read the results. */
    public boolean forPeople() {
        return format == OutputFormat.TABLE;
    }

    /** The text in the language of the output. */
    public String text(String ru, String en) {
        return language.choose(ru, en);
    }

    /** A line among the results; for people only. */
    public void line(String line) {
        if (forPeople()) {
            out.println(line);
        }
    }

    /** A message beside the results. */
    public void message(String message) {
        err.println(message);
        err.flush();
    }
}
