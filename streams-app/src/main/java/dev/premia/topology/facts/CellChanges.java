package dev.premia.topology.facts;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Subject;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gathers additions and takings-back of cells; what cancels out leaves nothing behind. Not thread-safe. */
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
        cells.computeIfAbsent(new Place(subject, zone, day), place -> new DayCells())
                .add(measure, dimension, delta);
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
