package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
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
                "release", heading -> new Decision.Release(heading, deal, plan, component, from, exact), output());
        return ExitCodes.DONE;
    }
}
