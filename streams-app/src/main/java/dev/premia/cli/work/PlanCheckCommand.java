package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.codec.plan.PlanFile;
import dev.premia.codec.plan.Problem;
import dev.premia.domain.plan.PlanVersion;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Checks plan files: every error and every doubt, with its line. */
@Command(
        name = "check",
        description =
                "Checks plan files and shows every problem with its line. Give the versions of a plan together: what never"
                        + " changes between them is compared, each with those of a lower number. Exit code 2 when a plan cannot be used.",
        footer = {
            "  premia plan check plans/hunter.yaml",
            "  premia plan check plans/*.yaml --format json",
        })
final class PlanCheckCommand extends PremiaCommand {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Plan files (YAML).")
    private List<Path> files;

    @Override
    public Integer call() throws IOException {
        Output output = output();
        Table problems = Table.of("plan_problem", null)
                .column("file", "File")
                .number("line", "Line")
                .number("column", "Column")
                .column("severity", "Severity")
                .column("path", "Where")
                .column("message", "Problem")
                .column("hint", "What to do");
        boolean usable = true;
        Map<Path, PlanFile.Result> results = PlanUnitCheck.check(files);
        for (Path file : files) {
            PlanFile.Result result = results.get(file);
            usable &= result.isValid();
            if (output.forPeople()) {
                show(output, file, result);
            } else {
                result.errors().forEach(problem -> add(problems, problem, "error"));
                result.warnings().forEach(problem -> add(problems, problem, "warning"));
            }
        }
        if (!output.forPeople() && (output.format() == OutputFormat.CSV || !problems.isEmpty())) {
            problems.print(output);
        }
        return usable ? ExitCodes.DONE : ExitCodes.BAD_INPUT;
    }

    private static void add(Table problems, Problem problem, String severity) {
        problems.row(
                problem.file(),
                problem.line(),
                problem.column(),
                severity,
                problem.path(),
                problem.message(),
                problem.hint());
    }

    private static void show(Output output, Path file, PlanFile.Result result) {
        for (Problem error : result.errors()) {
            output.line(output.text("ошибка: ", "error: ") + error);
        }
        for (Problem warning : result.warnings()) {
            output.line(output.text("предупреждение: ", "warning: ") + warning);
        }
        PlanVersion plan = result.plan();
        if (plan == null) {
            int count = result.errors().size();
            output.line(file + ": "
                    + output.text("план нельзя использовать, ошибок: " + count, "cannot be used, errors: " + count));
        } else {
            String facts = plan.label() + ", "
                    + output.text("с ", "from ") + plan.validFrom() + ", " + plan.currency() + ", " + plan.zone() + ", "
                    + output.text("правил: ", "components: ")
                    + plan.components().size();
            output.line(file + ": " + output.text("годен: ", "valid: ") + facts);
        }
    }
}
