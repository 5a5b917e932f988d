package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.LatestFactCodec;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.fact.RevisionMark;
import java.util.ArrayList;
import java.util.List;

/**
 * The legs of one conversation.
 *
 * @param legs each leg at its ruling revision, deleted ones included
 * @param zones for how many definitions its contributions have been sent
 */
public record Conversation(List<LatestFact<CallEvent>> legs, int definitions) {
    public static final Conversation EMPTY = new Conversation(List.of(), 0);

    public Conversation {
        legs = List.copyOf(legs);
    }

    /** The living legs. */
    public List<CallEvent> alive() {
        if (legs.size() == 1) {
            CallEvent only = legs.get(0).alive();
            return only == null ? List.of() : List.of(only);
        }
        List<CallEvent> alive = new ArrayList<>(legs.size());
        for (LatestFact<CallEvent> leg : legs) {
            if (leg.alive() != null) {
                alive.add(leg.event());
            }
        }
        return alive;
    }

    /** The leg of that id, or null. */
    public LatestFact<CallEvent> leg(String id) {
        for (LatestFact<CallEvent> leg : legs) {
            if (leg.event().id().equals(id)) {
                return leg;
            }
        }
        return null;
    }

    /** The conversation with a leg set. */
    public Conversation with(LatestFact<CallEvent> leg) {
        List<LatestFact<CallEvent>> next = without(leg.event().id());
        next.add(leg);
        return new Conversation(next, definitions);
    }

    /** The conversation without a leg that a revision took elsewhere; a leg that is newer than that stays. */
    public Conversation withoutOlder(String legId, RevisionMark mark) {
        LatestFact<CallEvent> leg = leg(legId);
        return leg == null || leg.mark().compareTo(mark) >= 0 ? this : new Conversation(without(legId), definitions);
    }

    public Conversation withDefinitions(int count) {
        return new Conversation(legs, count);
    }

    private List<LatestFact<CallEvent>> without(String legId) {
        List<LatestFact<CallEvent>> next = new ArrayList<>(legs.size() + 1);
        for (LatestFact<CallEvent> leg : legs) {
            if (!leg.event().id().equals(legId)) {
                next.add(leg);
            }
        }
        return next;
    }

    static void write(BinaryWriter out, Conversation conversation) {
        out.each(conversation.legs, LatestFactCodec.CALL::write);
        out.unsigned(conversation.definitions);
    }

    static Conversation read(BinaryReader in) {
        return new Conversation(in.list(LatestFactCodec.CALL::read), (int) in.unsigned());
    }
}
