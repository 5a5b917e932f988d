package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.codec.plan.PlanSchema;
import picocli.CommandLine.Command;

/** Prints the JSON Schema of plan files. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of plan files, with which editors complete and explain their keys.",
        footer = "  premia plan schema > plans/plan.schema.json")
final class PlanSchemaCommand extends PremiaCommand {
    @Override
    public Integer call() {
        output().out().print(PlanSchema.text());
        return ExitCodes.DONE;
    }
}
