package dev.premia.domain.fact;

import dev.premia.domain.event.ContentDigest;
import dev.premia.domain.event.EntityEvent;

/**
 * Decides between two revisions of one entity: the higher revision rules; of the same revision with different content,
 * the later {@code changed_at}, then the greater digest.
 *
 * @param revision the revision
 * @param changedAt when the source changed it, epoch milliseconds; {@link Long#MIN_VALUE} when it did not say
 * @param digest what it said
 */
public record RevisionMark(long revision, long changedAt, ContentDigest digest) implements Comparable<RevisionMark> {

    public static RevisionMark of(EntityEvent event) {
        return new RevisionMark(
                event.revision(),
                event.header().changedAt() == null
                        ? Long.MIN_VALUE
                        : event.header().changedAt().toEpochMilli(),
                ContentDigest.of(event));
    }

    @Override
    public int compareTo(RevisionMark other) {
        int byRevision = Long.compare(revision, other.revision);
        if (byRevision != 0) {
            return byRevision;
        }
        int byChange = Long.compare(changedAt, other.changedAt);
        return byChange != 0 ? byChange : digest.compareTo(other.digest);
    }

    /** How an incoming record relates to what is known, for counters and for the decision to go on. */
    public Arrival arrivalAfter(RevisionMark known) {
        if (known == null) {
            return Arrival.NEWER;
        }
        if (equals(known)) {
            return Arrival.DUPLICATE;
        }
        if (revision == known.revision) {
            return compareTo(known) > 0 ? Arrival.CONFLICT_WON : Arrival.CONFLICT_LOST;
        }
        return compareTo(known) > 0 ? Arrival.NEWER : Arrival.STALE;
    }
}
