package dev.premia.domain.event;

import java.util.Locale;

/** Whose KPI or target it is. */
public enum SubjectType {
    MANAGER,
    TEAM,
    COMPANY;

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in keys and files. */
    public String label() {
        return label;
    }
}
