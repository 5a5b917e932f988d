package dev.premia.replay;

import dev.premia.domain.credit.CallMeasuring;
import dev.premia.domain.credit.Callbacks;
import dev.premia.domain.credit.LeadMeasuring;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.replay.compact.CallStore;
import dev.premia.replay.compact.Conversations;
import dev.premia.replay.compact.LeadStore;
import dev.premia.replay.compact.Workers;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Measures calls and leads in several threads, each with figures of its own, which are added up. */
final class BulkMeasuring {
    /** So few facts are measured before a second thread has begun. */
    private static final int FEW = 20_000;

    private final Figures figures;
    private final Organisation organisation;
    private final Collection<ZoneId> zones;
    private final ZoneId organisationZone;
    private final Collection<OwnMeasure> ownMeasures;

    /** @param figures receives everything */
    BulkMeasuring(
            Figures figures,
            Organisation organisation,
            Collection<ZoneId> zones,
            ZoneId organisationZone,
            Collection<OwnMeasure> ownMeasures) {
        this.figures = figures;
        this.organisation = organisation;
        this.zones = List.copyOf(zones);
        this.organisationZone = organisationZone;
        this.ownMeasures = ownMeasures;
    }

    void calls(CallStore calls) {
        List<Share> shares = shares(calls.size());
        Conversations.forEach(
                calls,
                shares.stream()
                        .map(share -> (Consumer<List<CallEvent>>) share::call)
                        .toList());
        if (calls.keepsParties()) {
            callbacks(calls, shares);
        }
        addUp(shares);
    }

    /** Where nobody knows who called, nobody can say who was called back. */
    private void callbacks(CallStore calls, List<Share> shares) {
        Callbacks.MissedCallers callers = new Callbacks.MissedCallers();
        Conversations.forEach(calls, receivers(shares, callers::note));
        if (callers.any()) {
            Conversations.forEach(calls, receivers(shares, callers::gather));
            callers.contacts().forEach(shares.get(0)::callbacks);
        }
    }

    private static List<Consumer<List<CallEvent>>> receivers(List<Share> shares, Consumer<List<CallEvent>> receiver) {
        return shares.stream().map(share -> receiver).toList();
    }

    /** @param won the ids of the leads of won deals */
    void leads(LeadStore leads, Set<String> won) {
        List<Share> shares = shares(leads.size());
        Workers.run(shares.size(), worker -> {
            for (int part = worker; part < leads.parts(); part += shares.size()) {
                leads.forEach(part, lead -> shares.get(worker).lead(lead, won.contains(lead.id())));
            }
        });
        addUp(shares);
    }

    private List<Share> shares(int facts) {
        int count = facts < FEW ? 1 : Workers.available();
        return IntStream.range(0, count)
                .mapToObj(i -> new Share(count == 1 ? figures : new Figures()))
                .toList();
    }

    private void addUp(List<Share> shares) {
        for (Share share : shares) {
            if (share.mine != figures) {
                figures.addAll(share.mine);
            }
        }
    }

    /** What one thread writes into. */
    private final class Share {
        private final Figures mine;
        private final List<CellBook> books = new ArrayList<>();
        private final CellBook things;

        Share(Figures mine) {
            this.mine = mine;
            zones.forEach(zone -> books.add(new CellBook(mine, organisation, zone)));
            things = new CellBook(mine, organisation, organisationZone);
        }

        void call(List<CallEvent> legs) {
            for (CellBook book : books) {
                CallMeasuring.addCells(legs, book.zone(), book);
                OwnMeasuring.addCalls(ownMeasures, legs, book.zone(), book);
            }
        }

        void callbacks(List<Callbacks.Contact> contacts) {
            for (CellBook book : books) {
                Callbacks.addCells(contacts, book.zone(), book);
            }
        }

        void lead(LeadEvent lead, boolean won) {
            Subject subject = LeadMeasuring.subjectOf(lead);
            for (CellBook book : books) {
                LeadMeasuring.addCells(lead, won, book.zone(), book.of(subject));
                OwnMeasuring.addLead(ownMeasures, lead, book.zone(), book.of(subject));
            }
            for (Subject thing : LeadMeasuring.thingsOf(lead)) {
                LeadMeasuring.addCells(lead, won, organisationZone, things.of(thing));
            }
        }
    }
}
