package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import java.math.BigDecimal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records that pay of a deal is set free. */
@Command(
        name = "release",
        description = "Sets the pay of a deal free from a day on.",
        footer = {
            "  premia adjust release --deal crm/1041 --share 0.5 --from 2026-11-10 --author finance \\",
            "      --reason \"Claim settled\" october/ --output october/decisions.jsonl",
        })
final class AdjustReleaseCommand extends PremiaCommand {
    @Mixin
    private DealPayOptions pay;

    @Option(
            names = "--share",
            paramLabel = "FRACTION",
            order = 5,
            description = "How much of it is free from that day on, above 0 to 1. Default: all of it.")
    private BigDecimal share = BigDecimal.ONE;

    @Mixin
    private DecisionOptions decision;

    @Override
    public Integer call() {
        BigDecimal exact = Shares.exact("--share", share);
        decision.record(
                "release",
                heading -> new Decision.Release(heading, pay.deal(), pay.plan(), pay.component(), pay.from(), exact),
                output());
        return ExitCodes.DONE;
    }
}
