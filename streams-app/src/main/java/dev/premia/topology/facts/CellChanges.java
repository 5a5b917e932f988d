package dev.premia.topology.facts;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.kpi.StandardKpis;
import dev.premia.topology.message.ManagerInput;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers additions and takings-back of cells; what cancels out leaves nothing behind. Of campaigns, products and segments it
 * takes what their published KPIs read, for nothing else is ever asked of them here. Not thread-safe.
 */
public final class CellChanges {
    private final Map<Place, DayCells> cells = new LinkedHashMap<>();

    /** Where a vector of cells belongs. */
    public record Place(Subject subject, ZoneId zone, int day) {}

    /** Receives what is left. */
    @FunctionalInterface
    public interface Visitor {
        void changed(Place place, DayCells cells);
    }

    public void add(Subject subject, ZoneId zone, int day, long measure, long dimension, long delta) {
        if (subject.isThing() && !StandardKpis.read(subject.type(), measure)) {
            return;
        }
        cells.computeIfAbsent(new Place(subject, zone, day), place -> new DayCells())
                .add(measure, dimension, delta);
    }

    /** Receives what is left, one call for each subject. */
    @FunctionalInterface
    public interface SubjectVisitor {
        void changed(Subject subject, List<ManagerInput.CellsOfDay> days);
    }

    /** Visits every subject for which something changed. */
    public void forEachSubject(SubjectVisitor visitor) {
        Map<Subject, List<ManagerInput.CellsOfDay>> bySubject = new LinkedHashMap<>();
        forEach((place, changes) -> bySubject
                .computeIfAbsent(place.subject(), subject -> new ArrayList<>(2))
                .add(new ManagerInput.CellsOfDay(place.zone(), place.day(), changes)));
        bySubject.forEach(visitor::changed);
    }

    /** Visits every place where something changed. */
    public void forEach(Visitor visitor) {
        cells.forEach((place, changes) -> {
            if (!changes.isEmpty()) {
                visitor.changed(place, changes);
            }
        });
    }
}
