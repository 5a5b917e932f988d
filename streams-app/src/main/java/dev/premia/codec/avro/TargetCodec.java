package dev.premia.codec.avro;

import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.schemas.Target;
import java.time.LocalDate;
import java.util.Map;

/** Targets. The contract's unit and attributes have no place in the domain. */
public final class TargetCodec {
    private TargetCodec() {}

    /**
     * A deletion needs neither subject nor window: what cannot be read of them is null then.
     *
     * @throws ContractValueException when the record is no deletion and its subject type or window cannot be held
     */
    public static TargetRecord fromAvro(Target target) {
        String source = target.getSource();
        return new TargetRecord(
                Fields.header(target.getId(), target.getRevision(), target.getChangedAt(), target.getDeleted(), source),
                subjectType(target),
                Qualified.id(source, target.getSubject()),
                target.getKpi(),
                window(target),
                target.getValue());
    }

    /**
     * @throws ContractValueException when the value has more digits than the contract keeps
     */
    public static Target toAvro(TargetRecord event) {
        Target target = new Target();
        target.setId(Fields.required(event.id()));
        target.setRevision(event.revision());
        target.setSource(Fields.required(event.header().source()));
        target.setDeleted(event.header().deleted());
        target.setChangedAt(event.header().changedAt());
        target.setSubjectType(subjectType(event.subjectType()));
        target.setSubject(event.subject());
        target.setKpi(event.kpi());
        target.setWindow(
                event.window() == null ? null : windowKind(event.window().kind()));
        target.setStartsOn(event.window() == null ? null : event.window().start());
        target.setValue(Fields.money("value", event.value()));
        target.setAttributes(Map.of());
        return target;
    }

    private static SubjectType subjectType(Target target) {
        dev.premia.schemas.SubjectType type = target.getSubjectType();
        if (type == null) {
            refuseUnlessDeleted(target, "subject_type", "nothing", "manager, team or company");
            return null;
        }
        return switch (type) {
            case manager -> SubjectType.MANAGER;
            case team -> SubjectType.TEAM;
            case company -> SubjectType.COMPANY;
            case campaign, product, segment, unknown -> {
                refuseUnlessDeleted(target, "subject_type", type.name(), "manager, team or company");
                yield null;
            }
        };
    }

    private static Window window(Target target) {
        WindowKind kind = windowKind(target);
        LocalDate start = target.getStartsOn();
        if (start == null) {
            refuseUnlessDeleted(target, "starts_on", "nothing", "the first day of the window");
            return null;
        }
        if (kind == null) {
            return null;
        }
        if (!kind.startOf(start).equals(start)) {
            refuseUnlessDeleted(
                    target,
                    "starts_on",
                    start.toString(),
                    kind.startOf(start) + ", the first day of that " + kind.label());
            return null;
        }
        return new Window(kind, start);
    }

    private static WindowKind windowKind(Target target) {
        dev.premia.schemas.WindowKind kind = target.getWindow();
        if (kind == null) {
            refuseUnlessDeleted(target, "window", "nothing", "day, week, month, quarter or year");
            return null;
        }
        return switch (kind) {
            case day -> WindowKind.DAY;
            case week -> WindowKind.WEEK;
            case month -> WindowKind.MONTH;
            case quarter -> WindowKind.QUARTER;
            case year -> WindowKind.YEAR;
            case unknown -> {
                refuseUnlessDeleted(target, "window", "unknown", "day, week, month, quarter or year");
                yield null;
            }
        };
    }

    private static void refuseUnlessDeleted(Target target, String field, String found, String expected) {
        if (!target.getDeleted()) {
            throw new ContractValueException(field, found, expected);
        }
    }

    private static dev.premia.schemas.SubjectType subjectType(SubjectType type) {
        if (type == null) {
            return null;
        }
        return switch (type) {
            case MANAGER -> dev.premia.schemas.SubjectType.manager;
            case TEAM -> dev.premia.schemas.SubjectType.team;
            case COMPANY -> dev.premia.schemas.SubjectType.company;
            case CAMPAIGN -> dev.premia.schemas.SubjectType.campaign;
            case PRODUCT -> dev.premia.schemas.SubjectType.product;
            case SEGMENT -> dev.premia.schemas.SubjectType.segment;
        };
    }

    private static dev.premia.schemas.WindowKind windowKind(WindowKind kind) {
        return switch (kind) {
            case DAY -> dev.premia.schemas.WindowKind.day;
            case WEEK -> dev.premia.schemas.WindowKind.week;
            case MONTH -> dev.premia.schemas.WindowKind.month;
            case QUARTER -> dev.premia.schemas.WindowKind.quarter;
            case YEAR -> dev.premia.schemas.WindowKind.year;
        };
    }
}
