package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.Output;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the decisions that count, in the order of their recording. */
@Command(
        name = "list",
        description = "Shows the decisions that count: when, who, what, and how they stand.",
        footer = {
            "  premia adjust list october/",
            "  premia adjust list --manager crm/17 --format json --bootstrap-server localhost:9092 \\",
            "      --schema-registry http://localhost:8081",
        })
final class AdjustListCommand extends PremiaCommand {
    @Mixin
    private SourceOptions input;

    @Option(
            names = "--manager",
            paramLabel = "ID",
            order = 3,
            description = "Only what names this manager, a qualified id.")
    private String manager;

    @Option(names = "--deal", paramLabel = "ID", order = 4, description = "Only what names this deal, a qualified id.")
    private String deal;

    @Override
    public Integer call() {
        Output output = output();
        Decisions known = DecisionOptions.decisions(input, output);
        List<Decision> shown = new ArrayList<>();
        for (Decision each : known.all()) {
            if (Decisions.closedBy(each) == null && isWanted(each)) {
                shown.add(each);
            }
        }
        if (shown.isEmpty() && output.forPeople()) {
            output.message(output.text("Решений нет.", "There are no decisions."));
        } else {
            new DecisionTable(known, output).print(shown);
        }
        return ExitCodes.DONE;
    }

    private boolean isWanted(Decision decision) {
        boolean ofManager = manager == null || DecisionText.concerns(decision, manager);
        return ofManager && (deal == null || deal.equals(DecisionText.deal(decision)));
    }
}
