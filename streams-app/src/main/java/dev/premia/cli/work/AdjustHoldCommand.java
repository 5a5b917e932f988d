package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Records that pay of a deal is withheld. */
@Command(
        name = "hold",
        description = "Withholds the pay of a deal from a day on.",
        footer = {
            "  premia adjust hold --deal crm/1041 --from 2026-11-01 --author finance --reason \"Claim of the customer\" \\",
            "      october/ --output october/decisions.jsonl",
        })
final class AdjustHoldCommand extends PremiaCommand {
    @Mixin
    private DealPayOptions pay;

    @Mixin
    private DecisionOptions decision;

    @Override
    public Integer call() {
        decision.record(
                "hold",
                heading -> new Decision.Hold(heading, pay.deal(), pay.plan(), pay.component(), pay.from()),
                output());
        return ExitCodes.DONE;
    }
}
