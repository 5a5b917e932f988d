package dev.premia.domain.credit;

/**
 * A condition on a won, lost or open deal that a plan states, such as {@code amount >= 500000}.
 */
public interface DealFilter {
    /** The condition in normal form; two filters with the same text are the same filter. */
    String canonicalText();

    /** The deal as the condition sees it, and as it is measured when it meets the condition. */
    default DealCredit view(DealCredit credit) {
        return credit;
    }

    /**
     * Whether the deal, as {@link #view} gives it, meets the condition. An undefined comparison does not.
     *
     * @param credit as the plan reads it: its amounts are in the plan's currency
     */
    boolean accepts(DealCredit credit);
}
