package dev.premia.simulator;

/**
 * Where a deal comes from.
 *
 * @param lead number of the lead, 0 for none
 * @param campaign qualified id, or null
 * @param renewal whether it renews a contract
 */
record DealOrigin(long lead, String campaign, boolean renewal) {
    static final DealOrigin REPEAT = new DealOrigin(0, null, false);
    static final DealOrigin RENEWAL = new DealOrigin(0, null, true);
}
