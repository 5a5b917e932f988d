package dev.premia.domain.plan;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a manager takes part in a contest or a pool, and on which days: those on which the plan applies to the manager, and
 * on which the manager is assigned to the team.
 *
 * @param group the team or the company
 * @param days runs of days, ascending, not empty
 * @param all the days of the contest or pool
 */
record Participation(Subject group, List<DayRange> days, DayRange all) {

    Participation {
        days = List.copyOf(days);
    }

    /** Where a manager takes part in a component. */
    static List<Participation> of(GroupRuling ruling, ManagerRecord manager) {
        if (ruling.component().rule() instanceof PayRule.Contest contest) {
            return inContest(ruling, contest, manager);
        }
        boolean company = ruling.component().scope() == Whose.COMPANY;
        return byGroup(ruling, manager, company);
    }

    /** On which days of a window a version of a plan counts a manager among all whom it pays; null on none. */
    static Participation inCompany(PlanVersion version, Window window, ManagerRecord manager) {
        GroupRuling everybody = new GroupRuling(version, null, window, window.days());
        List<Participation> all = byGroup(everybody, manager, true);
        return all.isEmpty() ? null : all.get(0);
    }

    /** In a contest a manager stands in one place only: in the team of the last day on which the contest counts for him. */
    private static List<Participation> inContest(GroupRuling ruling, PayRule.Contest contest, ManagerRecord manager) {
        List<Participation> all = byGroup(ruling, manager, contest.among() == Whose.COMPANY);
        Participation last = null;
        for (Participation each : all) {
            if (last == null || each.lastDay() > last.lastDay()) {
                last = each;
            }
        }
        return last == null ? List.of() : List.of(last);
    }

    private static List<Participation> byGroup(GroupRuling ruling, ManagerRecord manager, boolean company) {
        Map<Subject, List<DayRange>> runs = new LinkedHashMap<>();
        for (int day = ruling.days().from(); day < ruling.days().to(); day++) {
            LocalDate date = LocalDate.ofEpochDay(day);
            Subject group = ruling.version().appliesTo().matches(manager, date)
                    ? (company ? Subject.COMPANY : teamOn(manager, date))
                    : null;
            if (group != null) {
                append(runs.computeIfAbsent(group, key -> new ArrayList<>(1)), day);
            }
        }
        List<Participation> all = new ArrayList<>(runs.size());
        runs.forEach((group, days) -> all.add(new Participation(group, days, ruling.days())));
        return all;
    }

    private static Subject teamOn(ManagerRecord manager, LocalDate day) {
        ManagerRecord.Assignment assignment = manager.assignmentOn(day);
        return assignment == null || assignment.team() == null ? null : Subject.team(assignment.team());
    }

    private static void append(List<DayRange> runs, int day) {
        int last = runs.size() - 1;
        if (last >= 0 && runs.get(last).to() == day) {
            runs.set(last, new DayRange(runs.get(last).from(), day + 1));
        } else {
            runs.add(new DayRange(day, day + 1));
        }
    }

    /** How many days. */
    int length() {
        return days.stream().mapToInt(DayRange::length).sum();
    }

    private int lastDay() {
        return days.get(days.size() - 1).to();
    }

    boolean contains(int epochDay) {
        return days.stream().anyMatch(run -> run.contains(epochDay));
    }

    /** Whether every day of the contest or pool counts. */
    boolean isWhole() {
        return days.size() == 1 && days.get(0).equals(all);
    }

    /** The cells of a manager without those of the days on which he takes no part. */
    CellReader narrowed(CellReader cells) {
        if (isWhole()) {
            return cells;
        }
        List<DayRange> kept = new ArrayList<>(days.size() + 2);
        kept.add(new DayRange(Integer.MIN_VALUE, all.from()));
        kept.addAll(days);
        kept.add(new DayRange(all.to(), Integer.MAX_VALUE));
        return (from, to, visitor) -> {
            for (DayRange run : kept) {
                int first = Math.max(from, run.from());
                int end = Math.min(to, run.to());
                if (first < end) {
                    cells.forEachDay(first, end, visitor);
                }
            }
        };
    }
}
