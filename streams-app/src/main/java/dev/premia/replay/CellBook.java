package dev.premia.replay;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.credit.SubjectCells;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes cells of one zone. Cells of a manager are rolled up at the end; what belongs to a group directly counts in its whole
 * chain at once. Not thread-safe: every thread has figures and books of its own.
 */
final class CellBook implements SubjectCells {
    private static final int RECENT_BITS = 14;
    /** The golden ratio as a fraction of 2^32: neighbours come to lie far apart. */
    private static final int SPREAD = 0x9E3779B9;

    private final Map<Subject, Days> days;
    private final Organisation organisation;
    private final ZoneId zone;
    /** For what belongs to a group directly, where it counts on a day. */
    private final Map<Subject, Map<Integer, List<DayCells>>> ofGroups = new HashMap<>();

    private final Recent[] recent = new Recent[1 << RECENT_BITS];

    private Recent last;

    /** The cells of one day of one subject; of a group those of its whole chain. */
    private record Recent(Subject subject, int epochDay, List<DayCells> cells) {}

    CellBook(Figures figures, Organisation organisation, ZoneId zone) {
        this.days = figures.days(zone);
        this.organisation = organisation;
        this.zone = zone;
    }

    ZoneId zone() {
        return zone;
    }

    @Override
    public void add(Subject subject, int epochDay, long measure, long dimension, long delta) {
        List<DayCells> cells = recent(subject, epochDay).cells();
        for (int i = 0; i < cells.size(); i++) {
            cells.get(i).add(measure, dimension, delta);
        }
    }

    /** A fact adds several cells to one day of one subject, and soon after come others of the same day. */
    // That another object may be the same subject costs one more look, no error.
    @SuppressWarnings("ReferenceEquality")
    private Recent recent(Subject subject, int epochDay) {
        if (last != null && last.subject() == subject && last.epochDay() == epochDay) {
            return last;
        }
        last = find(subject, epochDay);
        return last;
    }

    private Recent find(Subject subject, int epochDay) {
        int slot = ((subject.id().hashCode() * 31 + epochDay) * SPREAD) >>> (Integer.SIZE - RECENT_BITS);
        Recent known = recent[slot];
        if (known == null || known.epochDay() != epochDay || !isSame(known.subject(), subject)) {
            known = new Recent(subject, epochDay, cells(subject, epochDay));
            recent[slot] = known;
        }
        return known;
    }

    private static boolean isSame(Subject left, Subject right) {
        return left.type() == right.type() && left.id().equals(right.id());
    }

    private List<DayCells> cells(Subject subject, int epochDay) {
        if (subject.isManager() || subject.isThing()) {
            return List.of(of(subject, epochDay));
        }
        return ofGroups.computeIfAbsent(subject, any -> new HashMap<>())
                .computeIfAbsent(
                        epochDay, any -> organisation.groupsOf(subject, LocalDate.ofEpochDay(epochDay)).stream()
                                .map(group -> of(group, epochDay))
                                .toList());
    }

    private DayCells of(Subject subject, int epochDay) {
        return days.computeIfAbsent(subject, any -> new Days()).of(epochDay);
    }

    /** The cells of one subject. */
    CellSink of(Subject subject) {
        return (day, measure, dimension, delta) -> add(subject, day, measure, dimension, delta);
    }
}
