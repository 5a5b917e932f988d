package dev.premia.cli.work;

import dev.premia.cli.CommandBase;
import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Language;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.plandoc.HtmlWriter;
import dev.premia.plandoc.MarkdownWriter;
import dev.premia.plandoc.PdfWriter;
import dev.premia.plandoc.PlanDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints a plan as a numbered document that people can read and sign. */
@Command(
        name = "doc",
        description = {
            "Writes a plan as a numbered document for people, ready to be signed: whom it pays, the KPIs, each component in plain words"
                    + " with an example, and the SHA-256 of the plan file.",
            "",
            "Without -o the document goes to standard output; a PDF needs a file."
        },
        footer = {
            "  premia plan doc plans/hunter.yaml --language ru -o hunter.pdf",
            "  premia plan doc plans/hunter.yaml --language en --format markdown > hunter.md",
        })
final class PlanDocCommand extends CommandBase {

    /** The kinds of document. */
    enum Format {
        MARKDOWN,
        HTML,
        PDF
    }

    @Parameters(paramLabel = "FILE", description = "Plan file (YAML).")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DOCUMENT",
            order = 1,
            description = "Where to write the document.")
    private Path target;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            order = 2,
            description = "markdown, html or pdf. Default: what the name of the document ends with, else markdown.")
    private Format format;

    @Option(
            names = {"--language", "--lang"},
            paramLabel = "LANG",
            order = 3,
            description = "Language of the document: ru or en. Default: the system's.")
    private Language language;

    @Override
    public Integer call() throws IOException {
        Language chosen = language == null ? Language.ofLocale(Locale.getDefault()) : language;
        Output output =
                new Output(spec().commandLine().getOut(), spec().commandLine().getErr(), OutputFormat.TABLE, chosen);
        PlanDocument document = PlanDocument.of(PlanFiles.usable(file, output), PlanFiles.language(chosen));
        switch (format()) {
            case MARKDOWN -> text(output, MarkdownWriter.write(document));
            case HTML -> text(output, HtmlWriter.write(document));
            case PDF -> pdf(output, document);
        }
        return ExitCodes.DONE;
    }

    private Format format() {
        if (format != null || target == null) {
            return format == null ? Format.MARKDOWN : format;
        }
        String name = target.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".pdf")) {
            return Format.PDF;
        } else if (name.endsWith(".html") || name.endsWith(".htm")) {
            return Format.HTML;
        } else if (name.endsWith(".md")) {
            return Format.MARKDOWN;
        }
        throw CommandException.badInput(
                target + ": the name does not tell the format; expected .md, .html or .pdf, or --format.");
    }

    private void text(Output output, String text) throws IOException {
        if (target == null) {
            output.out().print(text);
            output.out().flush();
        } else {
            Files.writeString(target, text);
            written(output);
        }
    }

    private void pdf(Output output, PlanDocument document) throws IOException {
        if (target == null) {
            throw CommandException.badInput("a PDF needs a file: name it with -o, as in -o plan.pdf.");
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            PdfWriter.write(document, out);
        }
        written(output);
    }

    private void written(Output output) {
        output.message(target + output.text(" записан.", " written."));
    }
}
