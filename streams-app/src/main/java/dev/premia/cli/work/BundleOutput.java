package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Language;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.domain.control.Decision;
import dev.premia.replay.BatchResult;
import dev.premia.replay.bundle.BundleBuilder;
import dev.premia.replay.bundle.BundleException;
import dev.premia.replay.bundle.Manifest;
import dev.premia.replay.bundle.Reach;
import dev.premia.replay.input.Bound;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.RecordScan;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/** Writes a bundle of a manager's statement and tells what is in it. */
final class BundleOutput {
    private final SourceOptions input;
    private final ReplaySource source;
    private final LoadedInput loaded;
    private final BatchResult result;
    private final Output output;

    BundleOutput(SourceOptions input, ReplaySource source, LoadedInput loaded, BatchResult result, Output output) {
        this.input = input;
        this.source = source;
        this.loaded = loaded;
        this.result = result;
        this.output = output;
    }

    void write(Path file, String manager, YearMonth period) {
        if (!file.toString().endsWith(".zip")) {
            throw CommandException.badInput("--bundle: found '" + file + "', expected a name that ends in .zip.");
        }
        try {
            Manifest manifest = new BundleBuilder(result, manager, period, log(manager))
                    .write(file.toAbsolutePath(), statement(manager, period));
            print(file, manifest);
        } catch (BundleException e) {
            throw CommandException.failure(e.getMessage(), e);
        } catch (IOException e) {
            throw CommandException.failure("cannot write " + file + ": " + e.getMessage(), e);
        }
    }

    private BundleBuilder.Log log(String manager) {
        return new BundleBuilder.Log() {
            @Override
            public void scan(RecordScan.Sink sink) {
                source.scan(output, sink);
            }

            @Override
            public List<Decision> close() {
                return source.closeOf(manager);
            }

            @Override
            public Bound bound() {
                return input.counting(source.bound());
            }

            @Override
            public LocalDate asOf() {
                return source.asOf();
            }
        };
    }

    private List<String> statement(String manager, YearMonth period) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text);
        Output lines = new Output(writer, writer, OutputFormat.JSON, Language.EN);
        new StatementReport(loaded, result, new People(result.organisation(), lines), lines)
                .print(line -> line.manager().equals(manager) && line.posting().equals(period));
        return text.toString().lines().toList();
    }

    private void print(Path file, Manifest manifest) {
        Tree tree = new Tree("bundle", file + ": " + manifest.manager() + ", " + manifest.period())
                .with("file", file.toString())
                .with("manager", manifest.manager())
                .with("posting_period", manifest.period().toString())
                .with("reach", manifest.reach().name())
                .with("statement_digest", manifest.digest());
        tree.add(output.text("записи: ", "records of ") + whose(manifest.reach()));
        manifest.files().forEach(each -> tree.add(
                        "file",
                        each.name() + ": " + output.numbers().whole(each.records())
                                + output.text(" зап., SHA-256 ", " records, SHA-256 ") + each.sha256())
                .with("name", each.name())
                .with("records", each.records())
                .with("sha256", each.sha256()));
        tree.add(output.text("отпечаток листа: ", "digest of the statement: ") + manifest.digest());
        tree.add(output.text("пересчитано из файла: совпадает", "computed again from the file: the same"));
        tree.add(output.text("проверить: ", "to check it: ") + "premia replay " + file + " --period "
                + manifest.period() + " --verify");
        tree.print(output);
    }

    private String whose(Reach reach) {
        return switch (reach) {
            case PERIOD, OWN -> output.text("самого менеджера", "the manager alone");
            case TEAM -> output.text("команды менеджера", "the manager's team");
            case COMPANY ->
                output.text(
                        "всей компании: лист зависит от всех", "the whole company: the statement depends on everybody");
        };
    }
}
