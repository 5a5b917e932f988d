package dev.premia.domain.credit;

import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.SubjectType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Turns a lead into day cells of its latest owner. */
public final class LeadMeasuring {
    private LeadMeasuring() {}

    /** Who is credited for the lead: its latest owner, the company where it has none. */
    public static Subject subjectOf(LeadEvent lead) {
        return lead.owner() == null ? Subject.COMPANY : Subject.manager(lead.owner());
    }

    /** The campaign and the segment that the lead names. */
    public static List<Subject> thingsOf(LeadEvent lead) {
        List<Subject> things = new ArrayList<>(2);
        add(SubjectType.CAMPAIGN, lead.campaign(), things);
        add(SubjectType.SEGMENT, lead.segment(), things);
        return things;
    }

    private static void add(SubjectType type, String id, List<Subject> things) {
        if (id != null && !id.isEmpty()) {
            things.add(new Subject(type, id));
        }
    }

    /**
     * @param won whether a deal that came from the lead is won
     * @param zone the zone whose calendar days count
     */
    public static void addCells(LeadEvent lead, boolean won, ZoneId zone, CellSink sink) {
        int created = DealMeasuring.day(lead.createdAt(), zone);
        sink.add(created, Measures.LEADS_CREATED, 0, 1);
        if (lead.qualifiedAt() != null) {
            sink.add(created, Measures.COHORT_QUALIFIED, 0, 1);
        }
        if (lead.convertedAt() != null) {
            sink.add(created, Measures.COHORT_CONVERTED, 0, 1);
        }
        if (won) {
            sink.add(created, Measures.COHORT_WON, 0, 1);
        }
        count(lead.firstTouchAt(), Measures.LEADS_TOUCHED, zone, sink);
        time(lead, lead.firstTouchAt(), Measures.RESPONSE_SECONDS, zone, sink);
        count(lead.closedAt(), Measures.LEADS_CLOSED, zone, sink);
        time(lead, lead.closedAt(), Measures.HANDLING_SECONDS, zone, sink);
        count(lead.qualifiedAt(), Measures.LEADS_QUALIFIED, zone, sink);
        count(lead.convertedAt(), Measures.LEADS_CONVERTED, zone, sink);
    }

    /** Seconds since the lead was created; a clock that ran back counts as none. */
    private static void time(LeadEvent lead, Instant until, long measure, ZoneId zone, CellSink sink) {
        if (until != null) {
            long seconds = Math.max(0, Duration.between(lead.createdAt(), until).toSeconds());
            sink.add(DealMeasuring.day(until, zone), measure, 0, seconds);
        }
    }

    private static void count(Instant at, long measure, ZoneId zone, CellSink sink) {
        if (at != null) {
            sink.add(DealMeasuring.day(at, zone), measure, 0, 1);
        }
    }
}
