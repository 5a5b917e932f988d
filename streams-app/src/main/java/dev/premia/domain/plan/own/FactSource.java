package dev.premia.domain.plan.own;

/** What kind of record a fact comes from: facts of one source are measured at one place. */
public enum FactSource {
    /** Deals with their lines and payments; shared among those who are credited. */
    DEALS,
    LEADS,
    CALLS,
    /** Activities, survey answers and reviews. */
    WORK
}
