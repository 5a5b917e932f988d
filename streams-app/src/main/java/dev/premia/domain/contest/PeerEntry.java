package dev.premia.domain.contest;

import java.math.BigDecimal;

/**
 * What one manager brings to a contest or a pool. Entries are worked out from the manager's own figures, never from the
 * entries of others.
 *
 * @param value what decides on the place; of a pool the weight of the manager's share, never negative
 * @param second what decides between equal values, null for nothing
 * @param reachedAt when the value was reached, epoch milliseconds of business time; null where that decides nothing, or is
 *     not known
 * @param qualified whether the contest's minimum is met
 */
public record PeerEntry(BigDecimal value, BigDecimal second, Long reachedAt, boolean qualified) {

    /** A weight in a pool. */
    public static PeerEntry weight(BigDecimal weight) {
        return new PeerEntry(weight, null, null, true);
    }

    /** Whether two entries say the same; 1 and 1.00 are one value. */
    public boolean sameAs(PeerEntry other) {
        return other != null
                && value.compareTo(other.value) == 0
                && (second == null ? other.second == null : other.second != null && second.compareTo(other.second) == 0)
                && (reachedAt == null ? other.reachedAt == null : reachedAt.equals(other.reachedAt))
                && qualified == other.qualified;
    }
}
