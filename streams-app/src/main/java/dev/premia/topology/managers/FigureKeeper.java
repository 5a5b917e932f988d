package dev.premia.topology.managers;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasure;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.plan.ReleaseWindows;
import dev.premia.topology.facts.CellChanges;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import dev.premia.topology.state.SubjectMeta;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Applies what a subject is told to its day cells: takes back what the old credit gave, adds what the new one gives. Every
 * subject's deals are measured under one definition set; a newer set is caught up before anything else is applied.
 */
final class FigureKeeper {
    private final ManagerStores stores;
    private final ReferenceView references;
    private Definitions current;

    FigureKeeper(ManagerStores stores, ReferenceView references) {
        this.stores = stores;
        this.references = references;
    }

    private record Definitions(int set, List<ZoneId> zones, Map<Long, DealMeasure> measures) {}

    private Definitions definitions(int set) {
        return new Definitions(set, references.zones(set), references.dealMeasures(set));
    }

    private Definitions current() {
        if (current == null || current.set() != references.definitionSet()) {
            current = definitions(references.definitionSet());
        }
        return current;
    }

    /** Makes the subject known, and brings its figures to the definition set in force. */
    void catchUp(Subject subject, PendingSubject pending) {
        SubjectMeta meta = stores.subjects().get(subject.key());
        if (meta == null) {
            stores.subjects()
                    .put(
                            subject.key(),
                            SubjectMeta.NEW.withDefinitionSet(current().set()));
        } else if (meta.definitionSet() < current().set()) {
            measureNewDefinitions(subject, definitions(meta.definitionSet()), pending);
            if (!subject.isThing()) {
                markAllDays(subject, pending);
            }
            stores.subjects()
                    .put(subject.key(), meta.withDefinitionSet(current().set()));
        }
    }

    /** A new plan may read KPIs that were not published before, of windows in which nothing changes any more. */
    void markAllDays(Subject subject, PendingSubject pending) {
        for (ZoneId zone : current().zones()) {
            stores.eachCellRow(subject, zone, (day, row) -> {
                if (row.cells().isEmpty() || Measures.hasFigures(row.cells())) {
                    pending.day(zone, day);
                }
            });
        }
    }

    private void measureNewDefinitions(Subject subject, Definitions old, PendingSubject pending) {
        List<ZoneId> newZones = new ArrayList<>(current().zones());
        newZones.removeAll(old.zones());
        Map<Long, DealMeasure> newMeasures = new TreeMap<>(current().measures());
        newMeasures.keySet().removeAll(old.measures().keySet());
        if (subject.isThing() || (newZones.isEmpty() && newMeasures.isEmpty())) {
            return;
        }
        CellChanges changes = new CellChanges();
        stores.eachCredit(subject, credit -> {
            CustomerStanding standing = stores.standing(subject, credit);
            for (ZoneId zone : current().zones()) {
                CellSink sink =
                        (day, measure, dimension, delta) -> changes.add(subject, zone, day, measure, dimension, delta);
                boolean isNew = newZones.contains(zone);
                if (isNew) {
                    DealMeasuring.addCells(credit, standing, zone, sink);
                }
                Collection<DealMeasure> measures = isNew ? current().measures().values() : newMeasures.values();
                DealMeasuring.addDefinedCells(credit, standing, zone, measures, sink);
            }
        });
        newTargets(subject, newZones, changes);
        apply(changes, pending);
    }

    private void newTargets(Subject subject, List<ZoneId> newZones, CellChanges changes) {
        stores.eachTarget(subject, target -> {
            boolean rules = target.id()
                    .equals(stores.rulingTarget(subject, target.lookupKey()).id());
            if (rules) {
                addTarget(subject, target, newZones, 1, changes);
            }
        });
    }

    /** Applies one message. */
    void apply(Record<String, ? extends ManagerInput> message, Subject subject, PendingSubject pending) {
        CellChanges changes = new CellChanges();
        ManagerInput input = message.value();
        if (input instanceof ManagerInput.CreditSet set) {
            recredit(subject, set, changes, pending);
        } else if (input instanceof ManagerInput.StandingSet set) {
            restand(subject, set, changes);
        } else if (input instanceof ManagerInput.CellsAdded added) {
            for (ManagerInput.CellsOfDay day : added.days()) {
                stores.addCells(subject, day.zone(), day.day(), day.cells());
                pending.day(day.zone(), day.day());
            }
        } else if (input instanceof ManagerInput.TargetSet set) {
            retarget(subject, set, changes, pending);
        } else if (input instanceof ManagerInput.Known) {
            pending.everything();
        }
        apply(changes, pending);
    }

    private void recredit(Subject subject, ManagerInput.CreditSet set, CellChanges changes, PendingSubject pending) {
        DealCredit before = stores.credit(subject, set.creditKey());
        boolean saidAgain = before == null ? set.credit() == null : before.sameContent(set.credit());
        if (saidAgain) {
            return;
        }
        addCredit(subject, before, stores.standing(subject, before), -1, changes);
        addCredit(subject, set.credit(), stores.standing(subject, set.credit()), 1, changes);
        stores.putCredit(subject, set.creditKey(), before, set.credit());
        if (!subject.isThing()) {
            markDays(before, pending);
            markDays(set.credit(), pending);
        }
    }

    /**
     * A changed deal may change pay although no sum changes, for instance the order of deals under a running scale, and
     * what is released of it on the days of its payments and decisions.
     */
    private void markDays(DealCredit credit, PendingSubject pending) {
        if (credit == null || !credit.wasWon()) {
            return;
        }
        for (ZoneId zone : current().zones()) {
            pending.day(zone, DealMeasuring.day(credit.closedAt(), zone));
            for (DealCredit.Payment payment : credit.cash().payments()) {
                pending.day(zone, DealMeasuring.day(payment.paidAt(), zone));
            }
            for (int day : ReleaseWindows.decidedDays(references.decisions(), credit.deal())) {
                pending.day(zone, day);
            }
        }
    }

    private void restand(Subject subject, ManagerInput.StandingSet set, CellChanges changes) {
        CustomerStanding before = stores.standing(subject, set.deal(), set.customer());
        if (before.equals(set.standing())) {
            return;
        }
        for (String creditKey : DealCredit.keysOf(set.deal())) {
            DealCredit credit = stores.credit(subject, creditKey);
            if (credit != null && set.customer().equals(credit.customer())) {
                addCredit(subject, credit, before, -1, changes);
                addCredit(subject, credit, set.standing(), 1, changes);
            }
        }
        stores.putStanding(subject, set.deal(), set.customer(), set.standing());
    }

    /** Things are measured in the organisation's zone alone, which is the first, and no plan narrows their deals. */
    private List<ZoneId> zonesOf(Subject subject) {
        return subject.isThing() ? current().zones().subList(0, 1) : current().zones();
    }

    private void addCredit(
            Subject subject, DealCredit credit, CustomerStanding standing, int sign, CellChanges changes) {
        if (credit == null) {
            return;
        }
        for (ZoneId zone : zonesOf(subject)) {
            CellSink sink = (day, measure, dimension, delta) ->
                    changes.add(subject, zone, day, measure, dimension, sign * delta);
            DealMeasuring.addCells(credit, standing, zone, sink);
            if (!subject.isThing()) {
                DealMeasuring.addDefinedCells(
                        credit, standing, zone, current().measures().values(), sink);
            }
        }
    }

    private void retarget(Subject subject, ManagerInput.TargetSet set, CellChanges changes, PendingSubject pending) {
        TargetRecord before = stores.targetRecord(subject, set.target());
        for (TargetRecord each : new TargetRecord[] {before, set.value()}) {
            if (each != null) {
                addTarget(
                        subject,
                        stores.rulingTarget(subject, each.lookupKey()),
                        current().zones(),
                        -1,
                        changes);
            }
            if (sameLookup(before, set.value())) {
                break;
            }
        }
        stores.putTarget(subject, set.target(), set.value());
        for (TargetRecord each : new TargetRecord[] {before, set.value()}) {
            if (each != null) {
                addTarget(
                        subject,
                        stores.rulingTarget(subject, each.lookupKey()),
                        current().zones(),
                        1,
                        changes);
                for (ZoneId zone : current().zones()) {
                    pending.day(zone, each.window().endEpochDay() - 1);
                }
            }
            if (sameLookup(before, set.value())) {
                break;
            }
        }
    }

    private static boolean sameLookup(TargetRecord left, TargetRecord right) {
        return left != null && right != null && left.lookupKey().equals(right.lookupKey());
    }

    private static void addTarget(
            Subject subject, TargetRecord target, Collection<ZoneId> zones, int sign, CellChanges changes) {
        if (target == null) {
            return;
        }
        long measure =
                Measures.memberTarget(target.kpi(), target.window().kind().number());
        for (ZoneId zone : zones) {
            changes.add(subject, zone, target.window().endEpochDay() - 1, measure, 0, sign * target.memberUnits());
        }
    }

    private void apply(CellChanges changes, PendingSubject pending) {
        changes.forEach((place, added) -> {
            stores.addCells(place.subject(), place.zone(), place.day(), added);
            pending.day(place.zone(), place.day());
        });
    }
}
