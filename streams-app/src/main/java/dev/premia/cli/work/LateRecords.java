package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.PaymentKind;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.history.ManagerHistory.PlanRecord;
import dev.premia.replay.history.Revision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

/** What was recorded after a close and concerns a month that it closed. */
final class LateRecords {
    private final ManagerHistory history;
    private final BatchResult result;
    private final boolean all;
    private final Output output;

    /** @param all ordinary payments too, which seldom change anything */
    LateRecords(ManagerHistory history, BatchResult result, boolean all, Output output) {
        this.history = history;
        this.result = result;
        this.all = all;
        this.output = output;
    }

    /**
     * Adds the late records.
     *
     * @param close the last one, after whose cutoff they came
     * @param window in which was earned what they concern
     * @param plans of which later versions are told
     */
    void addTo(Tree why, Decision.Close close, Window window, ZoneId zone, Set<String> plans) {
        InstantText time = new InstantText(zone, output);
        Tree late = new Tree("");
        RevisionBranch texts = new RevisionBranch(output, zone);
        int payments = 0;
        for (List<Revision> revisions : history.all()) {
            boolean concerned = revisions.stream().anyMatch(each -> isIn(each, window, zone));
            for (int i = 0; concerned && i < revisions.size(); i++) {
                Revision each = revisions.get(i);
                if (!isAfter(each.recordedAt(), close)) {
                    continue;
                }
                if (i == 0 && !all && isOrdinary(each)) {
                    payments++;
                } else if (each.event() instanceof PaymentEvent) {
                    texts.addPayment(late, each, i == 0 ? null : revisions.get(i - 1));
                } else {
                    texts.addNamed(late, each, i == 0 ? null : revisions.get(i - 1));
                }
            }
        }
        for (PlanRecord each : history.plans()) {
            if (plans.contains(each.plan().getPlan()) && isAfter(each.recordedAt(), close)) {
                late.add(
                                "plan_version",
                                output.text("план ", "plan ") + each.plan().getPlan() + " v"
                                        + each.plan().getVersion() + ", " + time.of(each.recordedAt())
                                        + (each.plan().getRestateClosed()
                                                ? output.text(
                                                        ", пересчитывает закрытые месяцы", ", restates closed months")
                                                : ""))
                        .with("plan", each.plan().getPlan())
                        .with("version", each.plan().getVersion())
                        .with("restate_closed", each.plan().getRestateClosed())
                        .with("recorded_at", InstantText.plain(each.recordedAt()));
            }
        }
        if (payments > 0) {
            late.add(output.text("обычных платежей: ", "ordinary payments: ")
                    + output.numbers().whole(payments)
                    + output.text("; все: --all", "; --all shows them"));
        }
        String title = output.text("записано после границы ", "recorded after the cutoff ")
                + time.withZone(close.cutoff())
                + output.text(" (закрытие ", " (close of ") + close.period() + ")";
        if (late.isEmpty()) {
            why.add(title
                    + output.text(
                            ": у менеджера ничего; изменилось общее (команда, конкурс, справочники)",
                            ": nothing of the manager's own; what is shared changed (team, contest, reference data)"));
        } else {
            why.add(title).addAll(late);
        }
    }

    private static boolean isAfter(Instant recordedAt, Decision.Close close) {
        return recordedAt != null && !recordedAt.isBefore(close.cutoff());
    }

    private static boolean isOrdinary(Revision revision) {
        return revision.event() instanceof PaymentEvent payment && payment.kind() == PaymentKind.PAYMENT;
    }

    private boolean isIn(Revision revision, Window window, ZoneId zone) {
        if (revision.event() instanceof DealEvent deal) {
            return deal.closedAt() != null && window.days().contains(DealMeasuring.day(deal.closedAt(), zone));
        } else if (revision.event() instanceof PaymentEvent payment) {
            return history.of("deal", payment.deal()).stream().anyMatch(deal -> isIn(deal, window, zone))
                    || window.days().contains(DealMeasuring.day(payment.paidAt(), zone));
        } else if (revision.event() instanceof TargetRecord target) {
            return target.window().days().contains(window.firstEpochDay())
                    || window.days().contains(target.window().firstEpochDay());
        }
        return result.organisation().manager(revision.event().id()) != null;
    }
}
