package dev.premia.domain.event;

import java.util.Map;

/** What belongs wholly to one manager: work done, or a customer's or reviewer's opinion of it. */
public sealed interface ManagerEvent extends EntityEvent permits ActivityEvent, SurveyEvent, ReviewEvent {
    /** Qualified id of the manager; null counts for the company alone. */
    String manager();

    /** What it is, as causes name it. Records of different types may have one id. */
    String type();

    /** The source's own fields. */
    Map<String, String> attributes();
}
