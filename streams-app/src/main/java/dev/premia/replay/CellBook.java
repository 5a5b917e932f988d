package dev.premia.replay;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.credit.SubjectCells;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Writes cells of one zone. Cells of a manager are rolled up at the end; what belongs to a group directly counts in its whole
 * chain at once. Not thread-safe: every thread has figures and books of its own.
 */
final class CellBook implements SubjectCells {
    private final Map<Subject, Days> days;
    private final Organisation organisation;
    private final ZoneId zone;
    private Subject lastSubject;
    private int lastDay;
    private List<DayCells> lastCells = List.of();

    CellBook(Figures figures, Organisation organisation, ZoneId zone) {
        this.days = figures.days(zone);
        this.organisation = organisation;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    // That another object may be the same subject costs one more look, no error.
    @SuppressWarnings("ReferenceEquality")
    @Override
    public void add(Subject subject, int epochDay, long measure, long dimension, long delta) {
        // A fact adds several cells to the same day of the same subject, one after the other.
        if (subject != lastSubject || epochDay != lastDay) {
            lastCells = cells(subject, epochDay);
            lastSubject = subject;
            lastDay = epochDay;
        }
        for (int i = 0; i < lastCells.size(); i++) {
            lastCells.get(i).add(measure, dimension, delta);
        }
    }

    private List<DayCells> cells(Subject subject, int epochDay) {
        if (subject.isManager() || subject.isThing()) {
            return List.of(of(subject, epochDay));
        }
        return organisation.groupsOf(subject, LocalDate.ofEpochDay(epochDay)).stream()
                .map(group -> of(group, epochDay))
                .toList();
    }

    private DayCells of(Subject subject, int epochDay) {
        return days.computeIfAbsent(subject, any -> new Days()).of(epochDay);
    }

    /** The cells of one subject. */
    CellSink of(Subject subject) {
        return (day, measure, dimension, delta) -> add(subject, day, measure, dimension, delta);
    }
}
