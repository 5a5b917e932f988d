package dev.premia.topology.managers;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.GroupInput;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.CellRow;
import dev.premia.topology.state.PendingSubject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Sends what subjects have to the groups in which they count, combined over all subjects of a flush. What a group gets is
 * what the cells say now minus what was sent, so a late team record moves cells and needs no scan of deals.
 */
final class RollUp {
    private final ManagerStores stores;
    private final ReferenceView references;
    private final Map<Place, Gathered> gathered = new LinkedHashMap<>();

    RollUp(ManagerStores stores, ReferenceView references) {
        this.stores = stores;
        this.references = references;
    }

    private record Place(Subject group, ZoneId zone, int day) {}

    private static final class Gathered {
        private final DayCells cells = new DayCells();
        private Cause cause = Cause.NONE;
    }

    /** Gathers what changed for a subject. */
    void gather(Subject subject, PendingSubject pending) {
        for (ZoneId zone : references.zones(references.definitionSet())) {
            if (pending.isEverything()) {
                stores.eachCellRow(subject, zone, (day, row) -> settle(subject, zone, day, row, pending.merged()));
            } else {
                for (int day : pending.days(zone)) {
                    settle(subject, zone, day, stores.cellRow(subject, zone, day), pending.merged());
                }
            }
        }
    }

    private void settle(Subject subject, ZoneId zone, int day, CellRow row, Cause cause) {
        List<Subject> path = references.organisation().groupsOf(subject, LocalDate.ofEpochDay(day));
        if (path.equals(row.path()) && row.cells().equals(row.rolled())) {
            return;
        }
        row.path().forEach(group -> add(group, zone, day, row.rolled(), -1, cause));
        path.forEach(group -> add(group, zone, day, row.cells(), 1, cause));
        stores.putCellRow(
                subject, zone, day, new CellRow(row.cells(), row.cells().copy(), path));
    }

    private void add(Subject group, ZoneId zone, int day, DayCells cells, int factor, Cause cause) {
        Gathered place = gathered.computeIfAbsent(new Place(group, zone, day), key -> new Gathered());
        place.cause = place.cause.mergedWith(cause);
        cells.forEach((measure, dimension, value) -> {
            if (Measures.rollsUp(measure)) {
                place.cells.add(measure, dimension, factor * value);
            }
        });
    }

    /** Hands out what was gathered, one message per group, zone and day, and forgets it. */
    void send(BiConsumer<Subject, GroupInput> consumer) {
        gathered.forEach((place, sums) -> {
            if (!sums.cells.isEmpty()) {
                consumer.accept(place.group(), new GroupInput(place.zone(), place.day(), sums.cells, sums.cause));
            }
        });
        gathered.clear();
    }
}
