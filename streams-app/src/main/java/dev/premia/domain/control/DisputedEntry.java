package dev.premia.domain.control;

/**
 * The dispute of an entry of the ledger.
 *
 * @param opened who contests it; null where only the settlement is known so far
 * @param settled who accepted or rejected it; null while it is open
 */
public record DisputedEntry(Decision.Dispute opened, Decision.Dispute settled) {
    static final DisputedEntry NONE = new DisputedEntry(null, null);

    /** The status of a dispute that nobody has settled. */
    public static final String OPENED = "opened";

    DisputedEntry with(Decision.Dispute dispute) {
        return dispute.settles() ? new DisputedEntry(opened, dispute) : new DisputedEntry(dispute, settled);
    }

    /** {@code opened}, {@code accepted} or {@code rejected}. */
    public String status() {
        return settled == null ? OPENED : settled.resolution();
    }
}
