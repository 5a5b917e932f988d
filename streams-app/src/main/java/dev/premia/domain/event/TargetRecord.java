package dev.premia.domain.event;

import dev.premia.domain.time.Window;
import java.math.BigDecimal;

/**
 * A target of one KPI for one subject and window.
 *
 * @param subject the manager's or team's id; ignored for the company
 * @param kpi the KPI's canonical name
 * @param value in the KPI's own unit
 */
public record TargetRecord(
        Header header, SubjectType subjectType, String subject, String kpi, Window window, BigDecimal value)
        implements EntityEvent {}
