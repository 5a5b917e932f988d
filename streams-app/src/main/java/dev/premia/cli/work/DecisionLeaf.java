package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.Decision;
import dev.premia.replay.history.ManagerHistory;
import java.time.Instant;

/** Decisions of people: what was decided, by whom, when, and why. */
final class DecisionLeaf {
    private final Output output;
    private final InstantText time;
    private final ManagerHistory history;

    DecisionLeaf(Output output, InstantText time, ManagerHistory history) {
        this.output = output;
        this.time = time;
        this.history = history;
    }

    /** @param manager whose part of it is told */
    void addTo(Tree tree, Decision decision, String manager) {
        Decision.Heading heading = decision.heading();
        Instant at = heading.at() == null ? history.recordedAt(heading.id()) : heading.at();
        tree.add("decision", what(decision, manager) + who(heading, at))
                .with("id", heading.id())
                .with("kind", DecisionText.kind(decision))
                .with("at", InstantText.plain(at))
                .with("author", heading.author())
                .with("approver", heading.approver())
                .with("reason", heading.reason())
                .with("document", heading.document())
                .with("what", what(decision, manager));
    }

    private String who(Decision.Heading heading, Instant at) {
        StringBuilder text = new StringBuilder("; ").append(time.of(at));
        append(text, output.text("решил ", "by "), heading.author());
        append(text, output.text("утвердил ", "approved by "), heading.approver());
        append(text, output.text("причина: ", "reason: "), heading.reason());
        append(text, output.text("документ: ", "document: "), heading.document());
        return text.append(" [").append(heading.id()).append(']').toString();
    }

    private static void append(StringBuilder text, String name, String value) {
        if (value != null && !value.isBlank()) {
            text.append(", ").append(name).append(value);
        }
    }

    private String what(Decision decision, String manager) {
        String what = new DecisionText(output).what(decision);
        if (decision instanceof Decision.ContestResult result) {
            return what + place(result, manager);
        } else if (decision instanceof Decision.Close close) {
            return what + output.text(", граница ", ", cutoff ") + time.withZone(close.cutoff());
        }
        return what;
    }

    private String place(Decision.ContestResult result, String manager) {
        return result.places().stream()
                .filter(each -> each.manager().equals(manager))
                .findFirst()
                .map(each -> output.text(": место ", ": place ") + each.place())
                .orElse("");
    }
}
