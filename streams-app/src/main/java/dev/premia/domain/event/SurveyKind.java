package dev.premia.domain.event;

/** The scale of a survey question. */
public enum SurveyKind {
    /** 0 to 10: would recommend. */
    NPS,
    /** 1 to 5: satisfaction. */
    CSAT,
    /** Effort. */
    CES,
    /** Any further scale. */
    OTHER,
    /** What an employee says of the work: any scale, usually 1 to 5. */
    STAFF
}
