package dev.premia.topology.managers;

import dev.premia.domain.plan.EvaluationData;
import dev.premia.domain.plan.GroupRuling;
import dev.premia.domain.plan.PlanBook;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.ReleaseWindows;
import dev.premia.domain.plan.WindowRelevance;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.topology.state.PendingSubject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The windows of a plan in which something may have changed for a manager. */
final class AffectedWindows {
    private final PlanBook plans;
    private final Collection<PlanVersion> versions;
    private final WindowRelevance relevance;
    private final ReleaseWindows releases;
    private final PendingSubject pending;

    /**
     * @param versions of the plan
     * @param data the manager's figures
     * @param pending what changed
     */
    AffectedWindows(
            PlanBook plans,
            Collection<PlanVersion> versions,
            WindowRelevance relevance,
            EvaluationData data,
            PendingSubject pending) {
        this.plans = plans;
        this.versions = versions;
        this.relevance = relevance;
        this.releases = new ReleaseWindows(versions, data);
        this.pending = pending;
    }

    /** Those of some kinds, ascending. */
    Set<Window> of(Collection<WindowKind> kinds) {
        Set<Window> windows = new TreeSet<>();
        int windowsBack = 0;
        boolean cumulative = false;
        for (PlanVersion version : versions) {
            PlanReads reads = plans.reads(version);
            windowsBack = Math.max(windowsBack, reads.windowsBack());
            cumulative |= reads.readsCumulative();
        }
        for (WindowKind kind : kinds) {
            if (pending.isEverything()) {
                windows.addAll(relevance.windows(kind));
                continue;
            }
            Set<Window> touched = touched(kind, releases.holdDays());
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
    private Set<Window> touched(WindowKind kind, Set<Integer> holdDays) {
        Set<Window> touched = new TreeSet<>();
        for (PlanVersion version : versions) {
            for (int day : pending.days(version.zone())) {
                touched.add(Window.containing(kind, LocalDate.ofEpochDay(day)));
                GroupRuling.furtherWindows(plans, version, day).stream()
                        .filter(window -> window.kind() == kind)
                        .forEach(touched::add);
                holdDays.forEach(hold -> touched.add(Window.containing(kind, LocalDate.ofEpochDay(day + hold))));
            }
        }
        return touched;
    }
}
