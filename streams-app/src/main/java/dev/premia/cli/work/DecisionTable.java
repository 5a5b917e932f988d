package dev.premia.cli.work;

import dev.premia.cli.Cell;
import dev.premia.cli.Output;
import dev.premia.cli.Table;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.control.DisputedEntry;
import java.util.Collection;
import java.util.List;

/** Decisions by hand in rows: when, who, what, and how they stand. */
final class DecisionTable {
    private final Decisions known;
    private final Output output;
    private final DecisionText text;

    DecisionTable(Decisions known, Output output) {
        this.known = known;
        this.output = output;
        this.text = new DecisionText(output);
    }

    /** Shows one decision with what was done about it. */
    void printOne(Decision decision, String state) {
        print(List.of(decision), state);
    }

    /** Shows decisions with how they stand now. */
    void print(Collection<Decision> decisions) {
        print(decisions, null);
    }

    private void print(Collection<Decision> decisions, String state) {
        Table table = Table.of("decision", null)
                .column("at", output.text("Когда", "When"))
                .column("id", "Id")
                .column("kind", output.text("Вид", "Kind"))
                .column("manager", output.text("Менеджер", "Manager"))
                .column("deal", output.text("Сделка", "Deal"))
                .column("what", output.text("Что", "What"))
                .column("author", output.text("Решил", "Author"))
                .column("approver", output.text("Утвердил", "Approver"))
                .column("reason", output.text("Причина", "Reason"))
                .column("document", output.text("Документ", "Document"))
                .column("status", output.text("Статус", "Status"));
        for (Decision each : decisions) {
            Decision.Heading heading = each.heading();
            table.row(
                    heading.at() == null ? null : heading.at().toString(),
                    heading.id(),
                    DecisionText.kind(each),
                    DecisionText.manager(each),
                    DecisionText.deal(each),
                    text.what(each),
                    heading.author(),
                    heading.approver(),
                    heading.reason(),
                    heading.document(),
                    state == null ? status(each) : state);
        }
        table.print(output);
    }

    private Cell status(Decision decision) {
        if (decision instanceof Decision.Dispute dispute) {
            DisputedEntry entry = known.dispute(dispute.manager(), dispute.sequence());
            String status = entry == null ? DisputedEntry.OPENED : entry.status();
            return new Cell(text.status(status), status);
        }
        return new Cell(output.text("действует", "in force"), "in_force");
    }
}
