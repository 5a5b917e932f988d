package dev.premia.domain.event;

import java.util.Map;

/**
 * What belongs wholly to one subject: work done, hours, a customer's or reviewer's opinion of it, a contract; what a campaign
 * cost; the size of a market.
 */
public sealed interface ManagerEvent extends EntityEvent
        permits ActivityEvent, SurveyEvent, ReviewEvent, ContractEvent, WorktimeEvent, SpendEvent, MarketEvent {
    /** Qualified id of the manager; null where it belongs to none. */
    String manager();

    /** What it is, as causes name it. Records of different types may have one id. */
    String type();

    /** The source's own fields. */
    Map<String, String> attributes();
}
