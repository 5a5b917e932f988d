package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Progress;
import dev.premia.scenario.ScenarioFile;
import dev.premia.scenario.ScenarioResult;
import dev.premia.scenario.ScenarioRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Runs scenario files: whether plans pay what people expect. */
@Command(
        name = "test",
        description = "Runs scenario files: plans, events and what they must pay. Exit code 1 when a scenario does not"
                + " hold, 2 when a file cannot be used. docs/scenarios.md tells how to write them.",
        footer = {
            "  premia plan test docs/casebook",
            "  premia plan test hunter.scenario.yaml --format json",
        })
final class PlanTestCommand extends PremiaCommand {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILE|DIR",
            description = "Scenario files (YAML); of a folder, all with the key 'scenario' at their top.")
    private List<Path> inputs;

    @Override
    public Integer call() throws IOException {
        Output output = output();
        List<ScenarioFiles.Text> files = ScenarioFiles.in(inputs);
        if (files.isEmpty()) {
            throw CommandException.badInput(
                    "no scenarios found; expected YAML files with the key 'scenario' at their top.");
        }
        ScenarioReport report = new ScenarioReport(output);
        try (Progress progress = Progress.start(output, output.text("сценарии", "scenarios"), files.size())) {
            for (ScenarioFiles.Text file : files) {
                run(file, report);
                progress.add(1);
            }
        }
        report.finish();
        return report.wrong() > 0 ? ExitCodes.BAD_INPUT : report.failed() > 0 ? ExitCodes.DIFFERENCE : ExitCodes.DONE;
    }

    private void run(ScenarioFiles.Text file, ScenarioReport report) {
        ScenarioFile.Result read = ScenarioFile.read(file.path(), file.text());
        if (read.isValid()) {
            ScenarioResult result = ScenarioRun.of(read.scenario(), records -> {});
            report.add(result);
        } else {
            report.wrong(file.path(), read.errors());
        }
    }
}
