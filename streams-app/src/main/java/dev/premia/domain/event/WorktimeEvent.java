package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** The hours that a manager worked on one day. */
public record WorktimeEvent(
        Header header, String manager, LocalDate day, BigDecimal hours, Map<String, String> attributes)
        implements ManagerEvent {

    public WorktimeEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String type() {
        return "worktime";
    }
}
