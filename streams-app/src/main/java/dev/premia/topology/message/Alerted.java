package dev.premia.topology.message;

import dev.premia.domain.alert.Alert;
import java.time.Instant;

/**
 * Somebody is told something.
 *
 * @param recordedAt when the log accepted its cause
 */
public record Alerted(Alert alert, Instant recordedAt) implements Output {

    /** The message in the form of its contract. */
    public dev.premia.schemas.Alert toAvro() {
        dev.premia.schemas.Alert record = new dev.premia.schemas.Alert();
        record.setId(alert.id());
        record.setKind(alert.kind().label());
        record.setSubjectType(
                dev.premia.schemas.SubjectType.valueOf(alert.subject().type().label()));
        record.setSubject(alert.subject().id());
        record.setMessageRu(alert.ru());
        record.setMessageEn(alert.en());
        record.setValues(alert.values());
        record.setRecordedAt(recordedAt);
        return record;
    }
}
