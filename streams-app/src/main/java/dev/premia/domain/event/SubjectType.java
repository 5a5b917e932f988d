package dev.premia.domain.event;

import java.util.Locale;

/** Whose KPI or target it is. */
public enum SubjectType {
    MANAGER,
    TEAM,
    COMPANY,
    /** What brought the customer; it has figures, but no plans and no targets. */
    CAMPAIGN,
    /** What is sold; the same. */
    PRODUCT,
    /** To whom it is sold; the same. */
    SEGMENT;

    /** Whether it is a campaign, a product or a segment, which no group contains. */
    public boolean isThing() {
        return this == CAMPAIGN || this == PRODUCT || this == SEGMENT;
    }

    private final String label = name().toLowerCase(Locale.ROOT);

    /** The lower-case name used in keys and files. */
    public String label() {
        return label;
    }
}
