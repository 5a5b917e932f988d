package dev.premia.cli.work;

import dev.premia.cli.CauseText;
import dev.premia.cli.Output;
import dev.premia.domain.money.Currencies;
import dev.premia.schemas.Accrual;
import java.util.stream.Collectors;

/** An entry of the ledger in one line: when, how much, and why. */
record EntryText(Output output, InstantText time) {
    private static final int CAUSES = 3;

    Tree addTo(Tree tree, Accrual entry) {
        String causes = entry.getCauses().stream()
                .limit(CAUSES)
                .map(cause -> CauseText.kind(cause.getType(), output) + " " + cause.getId()
                        + output.text(", редакция ", ", revision ") + cause.getRevision())
                .collect(Collectors.joining("; "));
        long more = entry.getMoreCauses() + Math.max(0, entry.getCauses().size() - CAUSES);
        String rest = more > 0
                ? output.text("; ещё ", "; and ") + output.numbers().whole(more) + output.text("", " more")
                : "";
        return tree.add(
                        "entry",
                        output.text("проводка ", "entry ") + entry.getSequence() + ", " + time.of(entry.getRecordedAt())
                                + ": "
                                + output.numbers()
                                        .money(
                                                Currencies.toAmount(entry.getAmountMinor(), entry.getCurrency()),
                                                entry.getCurrency())
                                + ", " + new ExplanationText(output).reason(entry.getReason())
                                + (causes.isEmpty() ? "" : ": " + causes + rest))
                .with("sequence", entry.getSequence())
                .with("recorded_at", InstantText.plain(entry.getRecordedAt()))
                .with("plan", entry.getPlan())
                .with("plan_version", entry.getPlanVersion())
                .with("component", entry.getComponent())
                .with("window_kind", entry.getWindowKind().name())
                .with("window_start", entry.getWindowStart().toString())
                .with("posting_period", entry.getPostingPeriod())
                .with("amount", Currencies.toAmount(entry.getAmountMinor(), entry.getCurrency()))
                .with("currency", entry.getCurrency())
                .with("reason", entry.getReason())
                .with(
                        "causes",
                        entry.getCauses().stream()
                                .map(cause -> cause.getType() + " " + cause.getId() + " " + cause.getRevision())
                                .toList());
    }
}
