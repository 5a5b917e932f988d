package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.Table;
import dev.premia.codec.plan.Problem;
import dev.premia.scenario.Mismatch;
import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioResult;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;

/** Prints what came of scenarios: a line for each, and under those that do not hold what was expected and what came. */
final class ScenarioReport {
    private static final String HOLDS = "ok";
    private static final String FAILED = "failed";
    private static final String WRONG = "wrong";

    private final Output output;
    private final ExplanationText sentences;
    private final Table results = Table.of("scenario", null)
            .column("file", "File")
            .column("title", "Title")
            .column("rows", "Rows")
            .column("result", "Result")
            .number("records", "Records")
            .number("expectations", "Expectations")
            .number("mismatches", "Mismatches");
    private final Table mismatches = Table.of("mismatch", null)
            .column("file", "File")
            .number("line", "Line")
            .number("column", "Column")
            .column("what", "What")
            .column("expected", "Expected")
            .column("found", "Found")
            .column("after", "After")
            .column("details", "Details");
    private int held;
    private int failed;
    private int wrong;

    ScenarioReport(Output output) {
        this.output = output;
        this.sentences = new ExplanationText(output);
    }

    int failed() {
        return failed;
    }

    int wrong() {
        return wrong;
    }

    /** A file that cannot be used. */
    void wrong(Path file, List<Problem> errors) {
        wrong++;
        output.line(output.text("ошибка   ", "wrong    ") + file);
        results.row(file.toString(), null, "", WRONG, null, null, null);
        for (Problem error : errors) {
            if (output.forPeople()) {
                output.line(error.toString().indent(2).stripTrailing());
            } else {
                output.message("error: " + error);
            }
        }
    }

    /** A scenario that was run. */
    void add(ScenarioResult result) {
        Scenario scenario = result.scenario();
        if (result.holds()) {
            held++;
        } else {
            failed++;
        }
        String title = output.text(scenario.title().ru(), scenario.title().en());
        String rows = String.join(" ", scenario.rows());
        results.row(
                scenario.file(),
                title,
                rows,
                result.holds() ? HOLDS : FAILED,
                scenario.records(),
                scenario.expectations(),
                result.mismatches().size());
        String state = result.holds() ? output.text("верно    ", "ok       ") : output.text("неверно  ", "FAILED   ");
        output.line(state + scenario.file() + ": " + title + (rows.isEmpty() ? "" : " (" + rows + ")"));
        result.mismatches().forEach(this::add);
    }

    private void add(Mismatch mismatch) {
        mismatches.row(
                mismatch.place().file(),
                mismatch.place().line(),
                mismatch.place().column(),
                mismatch.what(),
                plain(mismatch.expected()),
                plain(mismatch.found()),
                mismatch.after(),
                String.join("\n", mismatch.details()));
        output.line("  " + mismatch.place() + ": " + mismatch.what());
        output.line("    - " + output.text("ожидалось  ", "expected  ") + shown(mismatch.expected()));
        output.line(
                "    + " + output.text("получено   ", "found     ") + shown(mismatch.found()) + difference(mismatch));
        output.line("      " + output.text("после: ", "after ") + mismatch.after());
        for (String detail : mismatch.details()) {
            String text = mismatch.calculated() ? sentences.sentence(detail) : detail;
            output.line(("| " + text.replace("\n", "\n| ")).indent(6).stripTrailing());
        }
    }

    private String difference(Mismatch mismatch) {
        if (mismatch.expected() instanceof BigDecimal expected && mismatch.found() instanceof BigDecimal found) {
            BigDecimal by = found.subtract(expected);
            return "  (" + (by.signum() > 0 ? "+" : "") + output.numbers().exact(by) + ")";
        }
        return "";
    }

    private String shown(Object value) {
        return value instanceof BigDecimal number
                ? output.numbers()
                        .fixed(number, Math.max(2, number.stripTrailingZeros().scale()))
                : value.toString();
    }

    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value;
    }

    /** The last line for people, the tables for machines. */
    void finish() {
        if (output.forPeople()) {
            int all = held + failed + wrong;
            output.line(output.text(
                    "Сценариев: " + all + ", верно: " + held + ", неверно: " + failed + ", файлов с ошибками: " + wrong,
                    "Scenarios: " + all + ", held: " + held + ", failed: " + failed + ", unusable files: " + wrong));
            output.out().flush();
        } else {
            results.print(output);
            if (output.format() == OutputFormat.JSON) {
                mismatches.print(output);
            }
        }
    }
}
