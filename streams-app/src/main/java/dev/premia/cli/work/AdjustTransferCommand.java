package dev.premia.cli.work;

import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records that credit of a deal moves to another manager. */
@Command(
        name = "transfer",
        description = {
            "Moves credit of a deal to another manager.",
            "",
            "Figures, teams and pay follow. What it changes in a closed month is posted to the first open one."
        },
        footer = {
            "  premia adjust transfer --deal crm/1041 --manager crm/17 --to-manager crm/18 --share 0.25 \\",
            "      --author head --approver director --reason \"Joint work\" october/ --output october/decisions.jsonl",
        })
final class AdjustTransferCommand extends PremiaCommand {
    @Option(names = "--deal", paramLabel = "ID", required = true, order = 1, description = "Qualified id of the deal.")
    private String deal;

    @Option(names = "--manager", paramLabel = "ID", required = true, order = 2, description = "Who gives.")
    private String manager;

    @Option(names = "--to-manager", paramLabel = "ID", required = true, order = 3, description = "Who receives.")
    private String toManager;

    @Option(
            names = "--share",
            paramLabel = "FRACTION",
            order = 4,
            description = "How much of the giver's credit moves, above 0 to 1. Default: all of it.")
    private BigDecimal share = BigDecimal.ONE;

    @Option(
            names = "--from",
            paramLabel = "DAY",
            order = 5,
            description = "The day from which it counts. Default: at once.")
    private LocalDate from;

    @Mixin
    private DecisionOptions decision;

    @Override
    public Integer call() {
        BigDecimal exact = Shares.exact("--share", share);
        decision.record(
                "credit_transfer",
                heading -> new Decision.CreditTransfer(heading, deal, manager, toManager, exact, from),
                output());
        return ExitCodes.DONE;
    }
}
