package dev.premia.codec.avro;

import dev.premia.domain.event.ActivityEvent;
import dev.premia.domain.event.ActivityKind;
import dev.premia.schemas.Activity;
import java.util.Locale;

/** Activities. */
public final class ActivityCodec {
    private ActivityCodec() {}

    public static ActivityEvent fromAvro(Activity activity) {
        String source = activity.getSource();
        return new ActivityEvent(
                Fields.header(
                        activity.getId(),
                        activity.getRevision(),
                        activity.getChangedAt(),
                        activity.getDeleted(),
                        source),
                kind(activity.getKind()),
                activity.getStatus(),
                Qualified.id(source, activity.getManager()),
                Qualified.id(source, activity.getCustomer()),
                Qualified.id(source, activity.getDeal()),
                Qualified.id(source, activity.getLead()),
                activity.getCreatedAt(),
                activity.getPlannedAt(),
                activity.getDueAt(),
                activity.getHeldAt(),
                activity.getResult(),
                activity.getAttributes());
    }

    public static Activity toAvro(ActivityEvent event) {
        Activity activity = new Activity();
        activity.setId(Fields.required(event.id()));
        activity.setRevision(event.revision());
        activity.setSource(Fields.required(event.header().source()));
        activity.setDeleted(event.header().deleted());
        activity.setChangedAt(event.header().changedAt());
        activity.setKind(kind(event.kind()));
        activity.setStatus(event.status());
        activity.setManager(event.manager());
        activity.setCustomer(event.customer());
        activity.setDeal(event.deal());
        activity.setLead(event.lead());
        activity.setCreatedAt(event.createdAt());
        activity.setPlannedAt(event.plannedAt());
        activity.setDueAt(event.dueAt());
        activity.setHeldAt(event.heldAt());
        activity.setResult(event.result());
        activity.setAttributes(event.attributes());
        return activity;
    }

    private static ActivityKind kind(dev.premia.schemas.ActivityKind kind) {
        if (kind == null) {
            return null;
        }
        return switch (kind) {
            case meeting -> ActivityKind.MEETING;
            case trip -> ActivityKind.TRIP;
            case email -> ActivityKind.EMAIL;
            case message -> ActivityKind.MESSAGE;
            case task -> ActivityKind.TASK;
            case project -> ActivityKind.PROJECT;
            case training -> ActivityKind.TRAINING;
            case unknown -> null;
        };
    }

    private static dev.premia.schemas.ActivityKind kind(ActivityKind kind) {
        return kind == null
                ? null
                : dev.premia.schemas.ActivityKind.valueOf(kind.name().toLowerCase(Locale.ROOT));
    }
}
