package dev.premia.replay;

import dev.premia.domain.credit.CallMeasuring;
import dev.premia.domain.credit.Callbacks;
import dev.premia.domain.credit.LeadMeasuring;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.plan.own.FactKind;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.replay.compact.CallStore;
import dev.premia.replay.compact.Conversations;
import dev.premia.replay.compact.LeadStore;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Measures calls and leads into the cells of their subjects. Not thread-safe. */
final class BulkMeasuring {
    private final List<CellBook> books = new ArrayList<>();
    private final CellBook things;
    private final List<OwnMeasure> ofCalls;
    private final List<OwnMeasure> ofLeads;

    /** @param figures receives everything */
    BulkMeasuring(
            Figures figures,
            Organisation organisation,
            Collection<ZoneId> zones,
            ZoneId organisationZone,
            Collection<OwnMeasure> ownMeasures) {
        zones.forEach(zone -> books.add(new CellBook(figures, organisation, zone)));
        things = new CellBook(figures, organisation, organisationZone);
        ofCalls = ownMeasures.stream()
                .filter(measure -> measure.kind() == FactKind.CALLS)
                .toList();
        ofLeads = ownMeasures.stream()
                .filter(measure -> measure.kind() != FactKind.CALLS)
                .toList();
    }

    /**
     * Measures the calls with several threads.
     *
     * @param measurings what each thread writes with
     * @param before what the thread of the first one does before
     * @param withCallbacks whether somebody asks who was called back
     */
    static void calls(CallStore calls, List<BulkMeasuring> measurings, Runnable before, boolean withCallbacks) {
        List<Consumer<List<CallEvent>>> receivers = new ArrayList<>();
        measurings.forEach(measuring -> receivers.add(measuring::call));
        Conversations.forEach(calls, receivers, before);
        // Where nobody knows who called, nobody can say who was called back.
        if (withCallbacks && calls.keepsParties()) {
            measurings.get(0).callbacks(calls);
        }
    }

    private void call(List<CallEvent> legs) {
        for (int i = 0; i < books.size(); i++) {
            CellBook book = books.get(i);
            CallMeasuring.addCells(legs, book.zone(), book);
            if (!ofCalls.isEmpty()) {
                OwnMeasuring.addCalls(ofCalls, legs, book.zone(), book);
            }
        }
    }

    private void callbacks(CallStore calls) {
        Callbacks.MissedCallers callers = new Callbacks.MissedCallers();
        visit(calls, callers::note);
        if (callers.any()) {
            visit(calls, callers::gather);
        }
        for (List<Callbacks.Contact> contacts : callers.contacts()) {
            books.forEach(book -> Callbacks.addCells(contacts, book.zone(), book));
        }
    }

    private static void visit(CallStore calls, Consumer<List<CallEvent>> receiver) {
        Conversations.forEach(calls, List.of(receiver));
    }

    /**
     * @param won the ids of the leads of won deals
     * @param withThings whether campaigns and segments are measured too
     */
    void leads(LeadStore leads, Set<String> won, boolean withThings) {
        for (int part = 0; part < leads.parts(); part++) {
            leads.forEach(part, lead -> lead(lead, won.contains(lead.id()), withThings));
        }
    }

    private void lead(LeadEvent lead, boolean won, boolean withThings) {
        Subject subject = LeadMeasuring.subjectOf(lead);
        for (CellBook book : books) {
            LeadMeasuring.addCells(lead, won, book.zone(), book.of(subject));
            OwnMeasuring.addLead(ofLeads, lead, book.zone(), book.of(subject));
        }
        for (Subject thing : withThings ? LeadMeasuring.thingsOf(lead) : List.<Subject>of()) {
            LeadMeasuring.addCells(lead, won, things.zone(), things.of(thing));
        }
    }
}
