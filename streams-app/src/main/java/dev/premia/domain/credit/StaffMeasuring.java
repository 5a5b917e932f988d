package dev.premia.domain.credit;

import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.TeamRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/**
 * Turns a manager's record into the day cells of headcount: for each stretch of employment in unchanged groups one cell on its
 * first day and one on its last, and one on the last day of employment. A stretch ends in the groups in which it began, so
 * whoever changes the team, or whose team gets another parent, is counted in each group for the days spent there.
 */
public final class StaffMeasuring {
    /** Where a stretch begins that has always lasted. */
    public static final LocalDate ALWAYS = LocalDate.of(1900, 1, 1);

    private StaffMeasuring() {}

    /**
     * Adds what the organisation says now of a manager; nothing while it is unknown.
     *
     * @param sink receives calendar days, which are the same in every zone
     */
    public static void addCells(Organisation organisation, String managerId, CellSink sink) {
        ManagerRecord manager = organisation.manager(managerId);
        if (manager == null) {
            return;
        }
        LocalDate first = manager.hiredOn() == null ? ALWAYS : manager.hiredOn();
        LocalDate left = manager.leftOn();
        if (left != null && left.isBefore(first)) {
            return;
        }
        addStretches(organisation, manager, first, sink);
        if (left != null) {
            sink.add(day(left), Measures.LEAVERS, 0, 1);
        }
    }

    private static void addStretches(Organisation organisation, ManagerRecord manager, LocalDate first, CellSink sink) {
        LocalDate start = first;
        List<Subject> groups = organisation.groupsOf(Subject.manager(manager.id()), start);
        addFrom(start, sink);
        for (LocalDate turn : turns(organisation, manager, first)) {
            List<Subject> next = organisation.groupsOf(Subject.manager(manager.id()), turn);
            if (!next.equals(groups)) {
                addUntil(turn.minusDays(1), sink);
                addFrom(turn, sink);
                groups = next;
            }
        }
        if (manager.leftOn() != null) {
            addUntil(manager.leftOn(), sink);
        }
    }

    /** The days after the first one on which the groups may be other ones than on the day before, ascending. */
    private static TreeSet<LocalDate> turns(Organisation organisation, ManagerRecord manager, LocalDate first) {
        TreeSet<LocalDate> turns = new TreeSet<>();
        for (ManagerRecord.Assignment each : manager.assignments()) {
            addTurn(turns, each.from());
            addTurn(turns, each.until() == null ? null : each.until().plusDays(1));
        }
        for (TeamRecord team : organisation.teams()) {
            team.parents().forEach(parent -> addTurn(turns, parent.from()));
        }
        turns.removeIf(turn -> !turn.isAfter(first) || (manager.leftOn() != null && turn.isAfter(manager.leftOn())));
        return turns;
    }

    private static void addTurn(TreeSet<LocalDate> turns, LocalDate day) {
        if (day != null) {
            turns.add(day);
        }
    }

    private static void addFrom(LocalDate day, CellSink sink) {
        sink.add(day(day), Measures.STAFF_FROM, Measures.dayOrNone(day(day)), 1);
    }

    private static void addUntil(LocalDate day, CellSink sink) {
        sink.add(day(day), Measures.STAFF_UNTIL, Measures.dayOrNone(day(day)), 1);
    }

    private static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }
}
