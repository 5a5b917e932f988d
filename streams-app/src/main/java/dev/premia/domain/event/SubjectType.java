package dev.premia.domain.event;

import java.util.Locale;

/** Whose KPI or target it is. */
public enum SubjectType {
    MANAGER,
    TEAM,
    COMPANY;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
