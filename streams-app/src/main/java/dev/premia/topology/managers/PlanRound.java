package dev.premia.topology.managers;

import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.plan.PeerFigures;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.WindowRelevance;
import dev.premia.domain.time.Window;
import dev.premia.topology.message.Output;
import dev.premia.topology.state.PendingSubject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** One look at one plan for one manager: which windows may have changed, and what the manager brings to contests and pools. */
final class PlanRound {
    private final PlanBook book;
    private final String plan;
    private final Collection<PlanVersion> versions;
    private final ManagerData data;
    private final ManagerStores stores;
    private final WindowRelevance relevance;

    PlanRound(PlanBook book, String plan, ManagerData data, ManagerStores stores, LocalDate asOf) {
        this.book = book;
        this.plan = plan;
        this.versions = book.versions(plan);
        this.data = data;
        this.stores = stores;
        this.relevance = new WindowRelevance(book, plan, data, data.subject().id(), asOf);
    }

    /** Whether the plan may pay in a window. */
    boolean isRelevant(Window window) {
        return relevance.isRelevant(window);
    }

    /** Whether managers are compared, in contests or pools. */
    boolean compares() {
        return versions.stream().anyMatch(version -> book.reads(version).readsPeers());
    }

    /** Tells all tasks what the manager brings to contests and pools; their pay follows when it has arrived there, here too. */
    void tellPeers(ManagerRecord manager, Set<Window> windows, PendingSubject pending, Consumer<Output> out) {
        String managerId = data.subject().id();
        Set<Window> told = new TreeSet<>(windows);
        if (pending.isEverything()) {
            told.addAll(stores.peers().windows(managerId, plan));
        }
        for (Window window : told) {
            boolean takesPart = manager != null && relevance.isRelevant(window);
            Map<PeerKey, PeerEntry> now = takesPart ? new PeerFigures(book, manager, data).of(plan, window) : Map.of();
            stores.peers().tell(managerId, plan, window, now, pending.merged(), out::accept);
        }
    }

    /** The windows that may have changed. */
    Set<Window> affected(PendingSubject pending) {
        return new AffectedWindows(book, versions, relevance, data, pending).of(PlanEvaluator.windowKinds(versions));
    }
}
