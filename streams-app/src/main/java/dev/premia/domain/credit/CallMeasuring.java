package dev.premia.domain.credit;

import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;

/** Turns the legs of one conversation into day cells of those who took part. */
public final class CallMeasuring {
    static final Comparator<CallEvent> LEG_ORDER = Comparator.comparingInt(CallEvent::leg)
            .thenComparing(CallEvent::startedAt)
            .thenComparing(CallEvent::id);

    private CallMeasuring() {}

    /** Who is credited for a leg: its employee, else the group that it rang, else the company. */
    public static Subject subjectOf(CallEvent leg) {
        if (leg.manager() != null) {
            return Subject.manager(leg.manager());
        }
        return leg.team() == null ? Subject.COMPANY : Subject.team(leg.team());
    }

    /**
     * @param legs the living legs of one conversation, in any order; internal ones are ignored
     * @param zone the zone whose calendar days count; a leg belongs wholly to the day on which it started
     */
    public static void addCells(Collection<CallEvent> legs, ZoneId zone, SubjectCells sink) {
        for (CallEvent leg : legs) {
            if (!leg.internal()) {
                addLeg(leg, zone, sink);
            }
        }
        CallEvent missed = missedLeg(legs);
        if (missed != null) {
            sink.add(subjectOf(missed), DealMeasuring.day(missed.startedAt(), zone), Measures.MISSED_CALLS, 0, 1);
        }
    }

    /** The last leg of an inbound conversation that nobody answered; null for any other. */
    static CallEvent missedLeg(Collection<CallEvent> legs) {
        CallEvent last = null;
        for (CallEvent leg : legs) {
            if (leg.internal() || leg.direction() != CallDirection.INBOUND) {
                continue;
            }
            if (leg.result() == CallResult.ANSWERED) {
                return null;
            }
            if (last == null || LEG_ORDER.compare(leg, last) > 0) {
                last = leg;
            }
        }
        return last;
    }

    private static void addLeg(CallEvent leg, ZoneId zone, SubjectCells sink) {
        Subject subject = subjectOf(leg);
        int day = DealMeasuring.day(leg.startedAt(), zone);
        boolean inbound = leg.direction() == CallDirection.INBOUND;
        sink.add(subject, day, Measures.CALLS, 0, 1);
        sink.add(subject, day, inbound ? Measures.INBOUND_CALLS : Measures.OUTBOUND_CALLS, 0, 1);
        if (leg.result() == CallResult.ANSWERED) {
            sink.add(subject, day, Measures.ANSWERED_CALLS, 0, 1);
            sink.add(subject, day, Measures.TALK_SECONDS, 0, leg.talkSeconds());
            if (inbound) {
                sink.add(subject, day, Measures.ANSWER_WAIT, leg.waitSeconds(), 1);
            }
        }
    }
}
