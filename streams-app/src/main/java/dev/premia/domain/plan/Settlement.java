package dev.premia.domain.plan;

import java.math.BigDecimal;

/**
 * When what a component pays on a deal is released, and what a refund takes back.
 *
 * @param booking the fraction that is released at the win; the rest follows what the customer pays
 * @param holdDays whole days after the day of the win for which all of it is withheld, 0 for none
 * @param until what must have happened before any of it is released
 * @param original whether a refund takes back its part of the bonus as it was without refunds; else everything is
 *     recomputed on what is left
 */
public record Settlement(BigDecimal booking, int holdDays, Until until, boolean original) {

    /** What a release waits for. */
    public enum Until {
        NOTHING,
        /** A decision that sets the deal free. */
        RELEASE,
        /** The customer has paid the whole deal. */
        PAID
    }

    /** Everything is released at the win, and recomputed after a refund. */
    public static final Settlement AT_THE_WIN = new Settlement(BigDecimal.ONE, 0, Until.NOTHING, false);

    public Settlement {
        booking = booking.stripTrailingZeros();
    }

    /** Whether it takes more than the sums of a window to tell what is paid in it. */
    public boolean looksAtDeals() {
        return !equals(AT_THE_WIN);
    }
}
