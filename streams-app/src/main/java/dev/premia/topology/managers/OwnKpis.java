package dev.premia.topology.managers;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.WindowRelevance;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import dev.premia.topology.kpis.KpiRecords;
import dev.premia.topology.kpis.PlanKpiPublisher;
import dev.premia.topology.kpis.PlanKpiPublisher.Wanted;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Publishes the KPIs that plans define of the managers whom they pay, in the windows that the plans look at. */
final class OwnKpis {
    private final ManagerStores stores;
    private final ReferenceView references;
    private final PlanKpiPublisher publisher;

    OwnKpis(ManagerStores stores, ReferenceView references) {
        this.stores = stores;
        this.references = references;
        this.publisher = new PlanKpiPublisher(stores.published(), references);
    }

    /** Publishes what changed. */
    void publish(String managerId, PendingSubject pending, Consumer<KpiRecords.Keyed> out) {
        Subject manager = Subject.manager(managerId);
        for (String plan : references.plans().plans()) {
            List<Wanted> wanted = publisher.wanted(plan, SubjectType.MANAGER);
            if (!wanted.isEmpty()) {
                ManagerData data = new ManagerData(manager, stores, references);
                Windows windows = new Windows(plan, data, pending);
                for (Wanted each : wanted) {
                    publisher.publish(manager, each, windows.of(each), data, pending.timestamp(), out);
                }
            }
        }
    }

    /** Tells of the targets that were missed in the windows that ended last by the as-of day. */
    void endOfWindows(String managerId, long timestamp, Consumer<KpiRecords.Keyed> out) {
        Subject manager = Subject.manager(managerId);
        for (String plan : references.plans().plans()) {
            for (Wanted each : publisher.wanted(plan, SubjectType.MANAGER)) {
                publisher.endOfWindow(manager, each, new ManagerData(manager, stores, references), timestamp, out);
            }
        }
    }

    /** The windows of one plan. */
    private final class Windows {
        private final WindowRelevance relevance;
        private final AffectedWindows affected;
        private final ManagerData data;
        private final PendingSubject pending;
        private final Map<WindowKind, Set<Window>> byKind = new EnumMap<>(WindowKind.class);

        Windows(String plan, ManagerData data, PendingSubject pending) {
            Collection<PlanVersion> versions = references.plans().versions(plan);
            this.data = data;
            this.pending = pending;
            this.relevance = new WindowRelevance(
                    references.plans(), plan, data, data.subject().id(), references.asOf());
            this.affected = new AffectedWindows(references.plans(), versions, relevance, data, pending);
        }

        Set<Window> of(Wanted wanted) {
            Subject manager = data.subject();
            Set<Window> windows =
                    new TreeSet<>(byKind.computeIfAbsent(wanted.use().kind(), kind -> affected.of(Set.of(kind))));
            windows.removeIf(
                    window -> !relevance.isRelevant(window) && !publisher.isPublished(manager, wanted, window));
            if (pending.isEverything()) {
                windows.addAll(publisher.published(manager, wanted));
            }
            return windows;
        }
    }
}
