package dev.premia.cli.work;

import dev.premia.cli.CauseText;
import dev.premia.cli.Output;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.history.Revision;
import dev.premia.schemas.Cause;
import java.time.ZoneId;
import java.util.List;

/** The causes of an entry: of deals, payments and targets of the manager with what the revision changed. */
record CauseBranch(ManagerHistory history, ZoneId zone, Output output) {

    void addTo(Tree tree, Cause cause) {
        List<Revision> revisions = history.of(cause.getType(), cause.getId());
        for (int i = 0; i < revisions.size(); i++) {
            if (revisions.get(i).event().revision() == cause.getRevision()) {
                RevisionBranch texts = new RevisionBranch(output, zone);
                if (cause.getType().equals("payment")) {
                    texts.addPayment(tree, revisions.get(i), i == 0 ? null : revisions.get(i - 1));
                } else {
                    texts.addNamed(tree, revisions.get(i), i == 0 ? null : revisions.get(i - 1));
                }
                return;
            }
        }
        tree.add(
                        "cause",
                        CauseText.kind(cause.getType(), output) + " " + cause.getId()
                                + output.text(", редакция ", ", revision ") + cause.getRevision())
                .with("entity_type", cause.getType())
                .with("entity", cause.getId())
                .with("revision", cause.getRevision());
    }
}
