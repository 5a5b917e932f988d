package dev.premia.replay.input;

/** What is kept of calls. */
public enum CallDetail {
    /** Everything that any KPI looks at. */
    ALL,
    /**
     * Customers and numbers only where a plan of the log looks at them. That is enough for statements by these plans and takes less
     * memory and time; KPIs that look at them, such as calls that were returned, have no figures otherwise.
     */
    AS_PLANS_READ
}
