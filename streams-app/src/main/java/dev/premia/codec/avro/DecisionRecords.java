package dev.premia.codec.avro;

import dev.premia.domain.control.Decision;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import java.util.List;

/** Decisions that people write one by one, as records. */
public final class DecisionRecords {
    private DecisionRecords() {}

    /**
     * The record of an adjustment, a transfer of credit, a hold, a release or a dispute.
     *
     * @throws IllegalArgumentException for another decision, which is written by what computes it
     */
    public static Control of(Decision decision) {
        Control control = heading(decision.heading());
        if (decision instanceof Decision.Adjustment adjustment) {
            adjustment(control, adjustment);
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            control.setKind(ControlKind.credit_transfer);
            control.setDeal(transfer.deal());
            control.setManager(transfer.manager());
            control.setToManager(transfer.toManager());
            control.setShare(transfer.share());
            control.setDay(transfer.from());
        } else if (decision instanceof Decision.Hold hold) {
            control.setKind(ControlKind.hold);
            control.setDeal(hold.deal());
            control.setPlan(hold.plan());
            control.setComponent(hold.component());
            control.setDay(hold.from());
        } else if (decision instanceof Decision.Release release) {
            control.setKind(ControlKind.release);
            control.setDeal(release.deal());
            control.setPlan(release.plan());
            control.setComponent(release.component());
            control.setDay(release.from());
            control.setShare(release.share());
        } else if (decision instanceof Decision.Dispute dispute) {
            control.setKind(ControlKind.dispute);
            control.setManager(dispute.manager());
            control.setSequence(dispute.sequence());
            control.setResolution(dispute.resolution());
        } else {
            throw new IllegalArgumentException(
                    "not written by hand: " + decision.heading().id());
        }
        return control;
    }

    private static void adjustment(Control control, Decision.Adjustment adjustment) {
        control.setKind(ControlKind.adjustment);
        control.setManager(adjustment.manager());
        control.setToManager(adjustment.toManager());
        control.setAdjustmentType(adjustment.type());
        control.setPostingPeriod(adjustment.period().toString());
        control.setAmountMinor(adjustment.minor());
        control.setCurrency(adjustment.unit());
    }

    /** A record that says who decided, and nothing of what. */
    static Control heading(Decision.Heading heading) {
        Control control = new Control();
        control.setId(heading.id());
        control.setAt(heading.at());
        control.setAuthor(heading.author());
        control.setApprover(heading.approver());
        control.setReason(heading.reason());
        control.setDocument(heading.document());
        control.setOffsets(List.of());
        control.setPlaces(List.of());
        control.setLines(List.of());
        control.setBalances(List.of());
        return control;
    }
}
