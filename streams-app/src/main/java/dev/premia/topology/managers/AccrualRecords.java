package dev.premia.topology.managers;

import dev.premia.domain.ledger.Causes;
import dev.premia.domain.ledger.Ledger;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.time.Window;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Cause;
import dev.premia.schemas.ExplanationInput;
import dev.premia.schemas.OffsetRange;
import dev.premia.schemas.WindowKind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Writes ledger entries in the form of their contract. */
final class AccrualRecords {
    private AccrualRecords() {}

    /**
     * One entry.
     *
     * @param sequence numbers the entries of a manager from 1 without gaps
     */
    record Entry(
            String manager,
            long sequence,
            String plan,
            Window window,
            ZoneId zone,
            Ledger.Delta delta,
            Causes causes,
            Explanation explanation,
            String reason,
            Instant recordedAt) {}

    static Accrual accrual(Entry entry) {
        Accrual accrual = new Accrual();
        accrual.setManager(entry.manager());
        accrual.setSequence(entry.sequence());
        accrual.setPlan(entry.plan());
        accrual.setPlanVersion(entry.delta().version());
        accrual.setComponent(entry.delta().component());
        accrual.setWindowKind(windowKind(entry.window()));
        accrual.setWindowStart(entry.window().start());
        accrual.setWindowEnd(entry.window().end());
        accrual.setZone(entry.zone().getId());
        accrual.setPostingPeriod(entry.delta().period().toString());
        accrual.setAmountMinor(entry.delta().deltaMinor());
        accrual.setCurrency(entry.delta().currency());
        accrual.setMinorDigits(Currencies.minorDigits(entry.delta().currency()));
        accrual.setBalanceMinor(entry.delta().balanceMinor());
        accrual.setReason(entry.reason());
        accrual.setCauses(causes(entry.causes()));
        accrual.setMoreCauses(entry.causes().more());
        accrual.setRanges(ranges(entry.causes()));
        accrual.setExplanation(explanation(entry.explanation()));
        accrual.setRecordedAt(entry.recordedAt());
        return accrual;
    }

    static WindowKind windowKind(Window window) {
        return WindowKind.valueOf(window.kind().label());
    }

    private static List<Cause> causes(Causes causes) {
        List<Cause> list = new ArrayList<>(causes.revisions().size());
        for (Causes.EntityRevision revision : causes.revisions()) {
            list.add(new Cause(revision.type(), revision.id(), revision.revision()));
        }
        return list;
    }

    private static List<OffsetRange> ranges(Causes causes) {
        List<OffsetRange> list = new ArrayList<>(causes.ranges().size());
        for (Causes.OffsetRange range : causes.ranges()) {
            list.add(new OffsetRange(range.topic(), range.partition(), range.first(), range.last()));
        }
        return list;
    }

    private static dev.premia.schemas.Explanation explanation(Explanation explanation) {
        if (explanation == null) {
            return null;
        }
        dev.premia.schemas.Explanation written = new dev.premia.schemas.Explanation();
        written.setFormula(explanation.formula());
        List<ExplanationInput> inputs = new ArrayList<>();
        for (Explanation.Input input : explanation.inputs()) {
            inputs.add(new ExplanationInput(input.name(), input.value(), null));
        }
        written.setInputs(inputs);
        written.setSteps(explanation.steps());
        written.setNote(explanation.notes().isEmpty() ? null : String.join("; ", explanation.notes()));
        return written;
    }
}
