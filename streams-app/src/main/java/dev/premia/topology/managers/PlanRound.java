package dev.premia.topology.managers;

import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.plan.GroupRuling;
import dev.premia.domain.plan.PeerFigures;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanEvaluator;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.ReleaseWindows;
import dev.premia.domain.plan.WindowRelevance;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
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
        ReleaseWindows releases = new ReleaseWindows(versions, data);
        Set<Window> windows = new TreeSet<>();
        int windowsBack = 0;
        boolean cumulative = false;
        for (PlanVersion version : versions) {
            PlanReads reads = book.reads(version);
            windowsBack = Math.max(windowsBack, reads.windowsBack());
            cumulative |= reads.readsCumulative();
        }
        for (WindowKind kind : PlanEvaluator.windowKinds(versions)) {
            if (pending.isEverything()) {
                windows.addAll(relevance.windows(kind));
                continue;
            }
            Set<Window> touched = touched(kind, releases.holdDays(), pending);
            Set<Window> ofKind = new TreeSet<>();
            for (Window window : touched) {
                Window next = window;
                ofKind.add(next);
                for (int i = 0; i < windowsBack; i++) {
                    next = next.next();
                    ofKind.add(next);
                }
            }
            if (cumulative && !touched.isEmpty()) {
                Window first = touched.iterator().next();
                relevance.windows(kind).stream()
                        .filter(window -> window.compareTo(first) > 0)
                        .forEach(ofKind::add);
            }
            windows.addAll(ofKind);
            ofKind.forEach(window -> windows.addAll(releases.releasesOf(window)));
        }
        return windows;
    }

    /** The windows of the marked days, and those in which what was won on such a day comes out of a hold. */
    private Set<Window> touched(WindowKind kind, Set<Integer> holdDays, PendingSubject pending) {
        Set<Window> touched = new TreeSet<>();
        for (PlanVersion version : versions) {
            for (int day : pending.days(version.zone())) {
                touched.add(Window.containing(kind, LocalDate.ofEpochDay(day)));
                GroupRuling.furtherWindows(book, version, day).stream()
                        .filter(window -> window.kind() == kind)
                        .forEach(touched::add);
                holdDays.forEach(hold -> touched.add(Window.containing(kind, LocalDate.ofEpochDay(day + hold))));
            }
        }
        return touched;
    }
}
