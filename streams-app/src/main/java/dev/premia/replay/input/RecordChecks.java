package dev.premia.replay.input;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.avro.ControlCodec;
import dev.premia.codec.avro.DecodingFailure;
import dev.premia.codec.avro.PlanApproval;
import dev.premia.codec.plan.PlanFile;
import dev.premia.connectors.file.InputRecord;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.DecisionValidator;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.event.Violation;
import dev.premia.domain.plan.PlanUnits;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.Plan;
import java.util.List;
import java.util.function.UnaryOperator;

/** Says why a record would be a dead letter, from the record alone. */
public final class RecordChecks {
    private RecordChecks() {}

    /** The problems of a record of a file; empty when the stream can use it. */
    public static List<RejectedRecord> of(InputRecord record) {
        String place = place(record);
        if (record.value() instanceof Plan plan) {
            String file = record.file().toString();
            return of(plan, PlanFile.read(file, plan.getDocument()), file);
        } else if (record.value() instanceof Control control) {
            return of(control, place);
        }
        try {
            return ContractEvents.of(record.value())
                    .map(event -> of(event, place))
                    .orElse(List.of());
        } catch (ContractValueException e) {
            return List.of(invalidValue(e, place));
        }
    }

    static List<RejectedRecord> of(EntityEvent event, String place) {
        return of(EventValidator.validate(event), place);
    }

    private static List<RejectedRecord> of(List<Violation> violations, String place) {
        return violations.stream()
                .map(violation -> rejected(place, violation.field(), violation.code(), violation.toString()))
                .toList();
    }

    static List<RejectedRecord> of(Plan record, PlanFile.Result document, String place) {
        if (!document.isValid()) {
            return document.errors().stream()
                    .map(error -> new RejectedRecord(place, error.path(), "invalid_plan", error.toString()))
                    .toList();
        }
        PlanVersion version = document.plan();
        boolean matches = version.plan().equals(record.getPlan()) && version.version() == record.getVersion();
        String found = "plan: found " + version.label() + " in the document of " + record.getPlan() + " v"
                + record.getVersion() + ", expected the same plan and version";
        if (!matches) {
            return List.of(rejected(place, "plan", "plan_mismatch", found));
        }
        boolean approved = !record.getRestateClosed() || PlanApproval.isGiven(record);
        return approved
                ? List.of()
                : List.of(rejected(place, "approver", PlanApproval.MISSING_CODE, PlanApproval.text(record)));
    }

    static List<RejectedRecord> of(Control control, String place) {
        if (ControlCodec.isDecision(control.getKind())) {
            try {
                return of(DecisionValidator.validate(ControlCodec.fromAvro(control)), place);
            } catch (ContractValueException e) {
                return List.of(invalidValue(e, place));
            }
        }
        if (control.getKind() != ControlKind.day) {
            String found = "kind: found " + control.getKind() + ", expected a kind that this release acts on";
            return List.of(rejected(place, "kind", "unsupported_control", found));
        }
        if (control.getDay() == null) {
            return List.of(
                    rejected(place, "day", "missing_day", "day: found nothing, expected the day that has begun"));
        }
        return List.of();
    }

    static RejectedRecord undecodable(DecodingFailure failure, String place) {
        return rejected(place, null, failure.code(), failure.message());
    }

    static RejectedRecord conflict(Decision decision, String place, UnaryOperator<String> taken) {
        return rejected(place, "id", Decisions.CONFLICT_CODE, "id: " + Decisions.conflictText(decision, taken));
    }

    static RejectedRecord unitChanged(PlanUnits.Change change, String place) {
        String field = change.component() == null ? "currency" : "components";
        return rejected(place, field, PlanUnits.CODE, change.toString());
    }

    static RejectedRecord invalidValue(ContractValueException e, String place) {
        return rejected(place, null, "invalid_value", e.getMessage());
    }

    static String place(InputRecord record) {
        return record.file() + ":" + record.line();
    }

    private static RejectedRecord rejected(String place, String field, String code, String message) {
        return new RejectedRecord(place, field, code, place + ": " + message + " [" + code + "]");
    }
}
