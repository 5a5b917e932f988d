package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.DisputedEntry;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Says to people what was decided, by whom, and when. */
final class DecisionText {
    private final Output output;

    DecisionText(Output output) {
        this.output = output;
    }

    /** The kind of a decision, as in its record. */
    static String kind(Decision decision) {
        if (decision instanceof Decision.Adjustment) {
            return "adjustment";
        } else if (decision instanceof Decision.CreditTransfer) {
            return "credit_transfer";
        } else if (decision instanceof Decision.Hold) {
            return "hold";
        } else if (decision instanceof Decision.Release) {
            return "release";
        } else if (decision instanceof Decision.Dispute) {
            return "dispute";
        } else if (decision instanceof Decision.ContestResult) {
            return "contest_result";
        } else if (decision instanceof Decision.RestateRate) {
            return "restate_rate";
        }
        return "close";
    }

    /** Whom it concerns; null where it names nobody. */
    static String manager(Decision decision) {
        if (decision instanceof Decision.Adjustment adjustment) {
            return adjustment.manager();
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            return transfer.manager();
        }
        return decision instanceof Decision.Dispute dispute ? dispute.manager() : null;
    }

    /** Whether it names a manager. */
    static boolean concerns(Decision decision, String manager) {
        if (decision instanceof Decision.Adjustment adjustment) {
            return adjustment.concerns(manager);
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            return manager.equals(transfer.manager()) || manager.equals(transfer.toManager());
        }
        return manager.equals(manager(decision));
    }

    /** The deal that it names, or null. */
    static String deal(Decision decision) {
        if (decision instanceof Decision.CreditTransfer transfer) {
            return transfer.deal();
        } else if (decision instanceof Decision.Hold hold) {
            return hold.deal();
        }
        return decision instanceof Decision.Release release ? release.deal() : null;
    }

    /** What is decided, in words. */
    String what(Decision decision) {
        if (decision instanceof Decision.Adjustment each) {
            return adjustment(each);
        } else if (decision instanceof Decision.CreditTransfer each) {
            return output.text("зачёт сделки ", "credit of deal ") + each.deal() + ": " + percent(each.share()) + " "
                    + each.manager() + " → " + each.toManager() + from(each.from());
        } else if (decision instanceof Decision.Hold each) {
            return output.text("выплата по сделке ", "pay of deal ")
                    + each.deal()
                    + output.text(" удержана", " is held")
                    + rule(each.plan(), each.component())
                    + from(each.from());
        } else if (decision instanceof Decision.Release each) {
            return output.text("выплата по сделке ", "pay of deal ")
                    + each.deal()
                    + output.text(" освобождена: ", " is released: ")
                    + percent(each.share())
                    + rule(each.plan(), each.component())
                    + from(each.from());
        } else if (decision instanceof Decision.Dispute each) {
            return output.text("спор о проводке ", "dispute of entry ") + each.sequence() + ", "
                    + status(each.settles() ? each.resolution() : DisputedEntry.OPENED);
        } else if (decision instanceof Decision.ContestResult each) {
            return output.text("итог конкурса ", "result of contest ") + each.plan() + "/" + each.component() + ", "
                    + each.window();
        } else if (decision instanceof Decision.RestateRate each) {
            return output.text("курс ", "rate of ") + each.base() + "/" + each.quote() + " " + each.day()
                    + output.text(", редакция ", ", revision ") + each.revision();
        }
        return output.text("закрытие ", "close of ") + Decisions.closedBy(decision);
    }

    private String adjustment(Decision.Adjustment each) {
        String amount = output.numbers().money(Currencies.toAmount(each.minor(), each.unit()), each.unit());
        String receiver = each.toManager() == null ? "" : " → " + each.toManager();
        return each.type() + " " + amount + receiver + ", " + each.period();
    }

    private static String rule(String plan, String component) {
        if (plan == null && component == null) {
            return "";
        }
        return " (" + (plan == null ? "*" : plan) + (component == null ? "" : "/" + component) + ")";
    }

    private String from(LocalDate day) {
        return day == null ? "" : output.text(", с ", ", from ") + day;
    }

    private String percent(BigDecimal share) {
        return output.numbers().exact(share.movePointRight(2).stripTrailingZeros()) + "%";
    }

    /** How a dispute stands, in words. */
    String status(String status) {
        return switch (status) {
            case DisputedEntry.OPENED -> output.text("открыт", "opened");
            case Decision.Dispute.ACCEPTED -> output.text("принят", "accepted");
            default -> output.text("отклонён", "rejected");
        };
    }

    /** What was decided, by whom, when and why, on one line. */
    String line(Decision decision) {
        Decision.Heading heading = decision.heading();
        StringBuilder text = new StringBuilder(what(decision)).append("; ").append(heading.id());
        if (heading.at() != null) {
            text.append(", ").append(heading.at().truncatedTo(ChronoUnit.SECONDS));
        }
        text.append(output.text(", решил: ", ", decided by ")).append(heading.author());
        if (heading.approver() != null) {
            text.append(output.text(", утвердил: ", ", approved by ")).append(heading.approver());
        }
        if (heading.reason() != null) {
            text.append("; ").append(heading.reason());
        }
        return heading.document() == null
                ? text.toString()
                : text.append("; ").append(heading.document()).toString();
    }
}
