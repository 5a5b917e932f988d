package dev.premia.topology.message;

import dev.premia.domain.event.CallEvent;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.fact.RevisionMark;

/** What a conversation is told, by the id under which its legs meet. */
public sealed interface LegInput extends Output {
    Cause cause();

    /** A leg at a revision. */
    record Set(LatestFact<CallEvent> leg, Cause cause) implements LegInput {}

    /** A leg that belongs to another conversation from a revision on. */
    record Moved(String leg, RevisionMark mark, Cause cause) implements LegInput {}
}
