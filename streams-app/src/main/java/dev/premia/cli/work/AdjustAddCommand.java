package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.ExitCodes;
import dev.premia.cli.PremiaCommand;
import dev.premia.domain.control.Decision;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.time.YearMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Records an amount by hand. */
@Command(
        name = "add",
        description = {
            "Records an amount by hand: a bonus, a correction, a disciplinary reduction, a grant or a transfer of points.",
            "",
            "Money needs an author and another approver. A disciplinary reduction is negative and needs the document of the order."
        },
        footer = {
            "  premia adjust add --manager crm/17 --type bonus --amount 5000 --unit RUB --period 2026-10 \\",
            "      --author head --approver director --reason \"Trade fair\" october/ --output october/decisions.jsonl",
            "  premia adjust add --manager crm/17 --to-manager crm/18 --type transfer --amount 30 --unit points \\",
            "      --period 2026-10 --author crm/17 --reason Thanks october/ --output october/decisions.jsonl",
        })
final class AdjustAddCommand extends PremiaCommand {
    @Option(
            names = "--manager",
            paramLabel = "ID",
            required = true,
            order = 1,
            description = "Qualified id of the manager; of points that are transferred: who gives.")
    private String manager;

    @Option(names = "--to-manager", paramLabel = "ID", order = 2, description = "Who receives transferred points.")
    private String toManager;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            required = true,
            order = 3,
            description = "bonus, correction, disciplinary, grant, transfer, or a word of your own.")
    private String type;

    @Option(
            names = "--amount",
            paramLabel = "AMOUNT",
            required = true,
            order = 4,
            description = "Signed, in units of the currency: 5000 or -1250.50.")
    private BigDecimal amount;

    @Option(
            names = "--unit",
            paramLabel = "CODE",
            required = true,
            order = 5,
            description = "ISO 4217 code of the currency, or points.")
    private String unit;

    @Option(
            names = "--period",
            paramLabel = "MONTH",
            required = true,
            order = 6,
            description = "The payroll month, such as 2026-10.")
    private YearMonth period;

    @Mixin
    private DecisionOptions decision;

    @Override
    public Integer call() {
        long minor = minor();
        decision.record(
                "adjustment",
                heading -> new Decision.Adjustment(heading, manager, toManager, type, period, minor, unit),
                output());
        return ExitCodes.DONE;
    }

    private long minor() {
        if (!Currencies.isKnown(unit)) {
            throw CommandException.badInput(
                    "--unit: found '" + unit + "', expected an ISO 4217 code such as RUB, or points.");
        }
        try {
            return amount.movePointRight(Currencies.minorDigits(unit)).longValueExact();
        } catch (ArithmeticException e) {
            throw CommandException.badInput(
                    "--amount: found " + amount.toPlainString() + ", expected at most " + Currencies.minorDigits(unit)
                            + " digits after the point for " + unit + ", and no more than money can be.",
                    e);
        }
    }
}
