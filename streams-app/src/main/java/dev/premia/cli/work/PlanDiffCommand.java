package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.OutputFormat;
import dev.premia.cli.PremiaCommand;
import dev.premia.cli.Table;
import dev.premia.plandoc.PlanChange;
import dev.premia.plandoc.PlanDiff;
import dev.premia.plandoc.PlanSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares two versions of a plan, in words. */
@Command(
        name = "diff",
        description =
                "Says in words what changed for people between two versions of a plan. Exit code 0 when nothing did, 1 when something"
                        + " did.",
        footer = {
            "  premia plan diff plans/hunter-v1.yaml plans/hunter-v2.yaml",
            "  premia plan diff plans/hunter-v1.yaml plans/hunter-v2.yaml --format json",
        })
final class PlanDiffCommand extends PremiaCommand {
    @Parameters(index = "0", paramLabel = "BEFORE", description = "The plan file as it was.")
    private Path before;

    @Parameters(index = "1", paramLabel = "AFTER", description = "The plan file as it is to be.")
    private Path after;

    @Override
    public Integer call() throws IOException {
        Output output = output();
        PlanSource old = PlanFiles.usable(before, output);
        PlanSource now = PlanFiles.usable(after, output);
        List<PlanChange> changes = PlanDiff.between(old, now, PlanFiles.language(output.language()));
        if (output.forPeople()) {
            show(output, old, now, changes);
        } else if (output.format() == OutputFormat.CSV || !changes.isEmpty()) {
            print(output, changes);
        }
        return changes.isEmpty() ? ExitCodes.DONE : ExitCodes.DIFFERENCE;
    }

    private static void show(Output output, PlanSource old, PlanSource now, List<PlanChange> changes) {
        String versions =
                old.result().plan().label() + " → " + now.result().plan().label() + ": ";
        if (changes.isEmpty()) {
            output.line(versions + output.text("для людей ничего не изменилось", "nothing changes for people"));
            return;
        }
        output.line(versions + output.text("изменений: ", "changes: ") + changes.size());
        changes.forEach(change -> output.line("- " + change.text()));
    }

    private static void print(Output output, List<PlanChange> changes) {
        Table table = Table.of("plan_change", null)
                .column("kind", "Kind")
                .column("path", "Where")
                .column("before", "Before")
                .column("after", "After")
                .column("text", "In words");
        for (PlanChange change : changes) {
            table.row(
                    change.kind().name().toLowerCase(Locale.ROOT),
                    change.path(),
                    change.before(),
                    change.after(),
                    change.text());
        }
        table.print(output);
    }
}
