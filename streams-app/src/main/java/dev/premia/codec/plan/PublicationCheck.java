package dev.premia.codec.plan;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Objects;

/** Checks what a plan file says about its publication: the record that is made of it carries this, the rules are not concerned. */
final class PublicationCheck {
    private final Problems problems;
    private final Scalars scalars;

    PublicationCheck(Problems problems) {
        this.problems = problems;
        this.scalars = new Scalars(problems);
    }

    void check(Fields plan) {
        if (plan.has("published_at")) {
            instant(plan.get("published_at"));
        }
        String author = plan.has("author") ? scalars.text(plan.get("author")) : null;
        String approver = plan.has("approver") ? scalars.text(plan.get("approver")) : null;
        boolean restates = plan.has("restate_closed") && Boolean.TRUE.equals(scalars.flag(plan.get("restate_closed")));
        if (restates && (approver == null || Objects.equals(approver, author))) {
            problems.error(
                    plan.get("restate_closed"),
                    "not approved",
                    approver == null ? "no `approver`" : "the author as `approver`",
                    "an `approver`, somebody other than the author",
                    "a version that restates closed months is approved by a second person");
        }
    }

    private void instant(Item item) {
        String text = scalars.text(item);
        if (text == null) {
            return;
        }
        try {
            OffsetDateTime.parse(text);
        } catch (DateTimeException e) {
            problems.error(
                    item,
                    "wrong instant",
                    item.shown(),
                    "an instant with its offset from UTC",
                    "write it like 2026-11-05T10:00:00+03:00");
        }
    }
}
