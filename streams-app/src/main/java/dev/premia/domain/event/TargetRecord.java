package dev.premia.domain.event;

import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A target of one KPI for one subject and window.
 *
 * @param subject the manager's or team's id; ignored for the company
 * @param kpi the KPI's canonical name
 * @param value in the KPI's own unit
 */
public record TargetRecord(
        Header header, SubjectType subjectType, String subject, String kpi, Window window, BigDecimal value)
        implements EntityEvent {

    /** Targets of members add up in ten-thousandths of the KPI's unit. */
    public static final int MEMBER_SCALE = 4;

    /** The target in ten-thousandths of the KPI's unit, rounded HALF_UP. */
    public long memberUnits() {
        return value.setScale(MEMBER_SCALE, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    /** What the target is looked up by: subject, KPI and window. */
    public String lookupKey() {
        return lookupKey(subjectType, subject, kpi, window);
    }

    /** The key under which a target of a subject, KPI and window is looked up. */
    public static String lookupKey(SubjectType type, String subject, String kpi, Window window) {
        String id = type == SubjectType.COMPANY ? "" : subject;
        return type.label() + ":" + id + "|" + kpi + "|" + window.kind().label() + "|" + window.start();
    }
}
