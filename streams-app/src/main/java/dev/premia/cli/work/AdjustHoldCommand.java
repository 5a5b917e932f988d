package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records that pay of a deal is withheld. */
@Command(
        name = "hold",
        description = "Withholds the pay of a deal from a day on.",
        footer = {
            "  premia adjust hold --deal crm/1041 --from 2026-11-01 --author finance --reason \"Claim of the customer\" \\",
            "      october/ --output october/decisions.jsonl",
        })
final class AdjustHoldCommand extends PremiaCommand {
    @Option(names = "--deal", paramLabel = "ID", required = true, order = 1, description = "Qualified id of the deal.")
    private String deal;

    @Option(names = "--plan", paramLabel = "ID", order = 2, description = "Only this plan. Default: all plans.")
    private String plan;

    @Option(
            names = "--component",
            paramLabel = "ID",
            order = 3,
            description = "Only this component. Default: all that pay on deals.")
    private String component;

    @Option(names = "--from", paramLabel = "DAY", required = true, order = 4, description = "First day of effect.")
    private LocalDate from;

    @Mixin
    private DecisionOptions decision;

    @Override
    public Integer call() {
        decision.record("hold", heading -> new Decision.Hold(heading, deal, plan, component, from), output());
        return ExitCodes.DONE;
    }
}
