package dev.premia.topology.managers;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.StaffMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.PendingSubject;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the cells of headcount among a manager's own: what its record and the tree of teams say now minus what its cells say.
 * They change with these records alone, and roll up as all cells do.
 */
final class StaffKeeper {
    private final ManagerStores stores;
    private final ReferenceView references;

    StaffKeeper(ManagerStores stores, ReferenceView references) {
        this.stores = stores;
        this.references = references;
    }

    /** Brings a manager's cells up to date, and marks the first day that changed: what looks back to it follows. */
    void keep(Subject manager, PendingSubject pending) {
        for (ZoneId zone : references.zones(references.definitionSet())) {
            TreeMap<Integer, DayCells> changes = new TreeMap<>();
            StaffMeasuring.addCells(
                    references.organisation(), manager.id(), (day, measure, dimension, delta) -> cellsOf(changes, day)
                            .add(measure, dimension, delta));
            stores.eachCellRow(manager, zone, (day, row) -> takeOff(row.cells(), day, changes));
            changes.values().removeIf(DayCells::isEmpty);
            if (!changes.isEmpty()) {
                changes.forEach((day, cells) -> stores.addCells(manager, zone, day, cells));
                pending.day(zone, changes.firstKey());
            }
        }
    }

    private static void takeOff(DayCells cells, int day, Map<Integer, DayCells> changes) {
        cells.forEach((measure, dimension, value) -> {
            if (Measures.isStaff(measure)) {
                cellsOf(changes, day).add(measure, dimension, -value);
            }
        });
    }

    private static DayCells cellsOf(Map<Integer, DayCells> changes, int day) {
        return changes.computeIfAbsent(day, key -> new DayCells(1));
    }
}
