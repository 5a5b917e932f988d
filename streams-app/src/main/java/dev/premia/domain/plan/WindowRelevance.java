package dev.premia.domain.plan;

import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.time.DayRange;
import dev.premia.domain.time.Window;
import dev.premia.domain.time.WindowKind;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Says which windows of a plan are evaluated for a manager: those in which the manager has figures, those in which its team
 * or the company has figures that the plan reads, those in which something that was won before may be released, and those
 * that began by the as-of day. It depends on facts and as-of
 * alone.
 */
public final class WindowRelevance {
    private final PlanBook book;
    private final String plan;
    private final Collection<PlanVersion> versions;
    private final EvaluationData data;
    private final Subject manager;
    private final LocalDate asOf;
    private final ReleaseWindows releases;
    private final Set<Long> teamMeasures = new HashSet<>();
    private final Set<Long> companyMeasures = new HashSet<>();

    /**
     * @param book where the plan's versions are
     * @param plan the plan's id
     * @param asOf the as-of day, or null when no day has been recorded
     */
    public WindowRelevance(PlanBook book, String plan, EvaluationData data, String managerId, LocalDate asOf) {
        this.book = book;
        this.plan = plan;
        this.versions = book.versions(plan);
        this.data = data;
        this.manager = Subject.manager(managerId);
        this.asOf = asOf;
        this.releases = new ReleaseWindows(versions, data);
        for (PlanVersion version : versions) {
            teamMeasures.addAll(book.reads(version).teamMeasures());
            companyMeasures.addAll(book.reads(version).companyMeasures());
        }
        // Who is employed is no result: a window matters for what was done in it, or once it has begun.
        teamMeasures.removeIf(Measures::isStaff);
        companyMeasures.removeIf(Measures::isStaff);
    }

    /** Whether one window is evaluated. */
    public boolean isRelevant(Window window) {
        if (asOf != null && !window.start().isAfter(asOf)) {
            return true;
        }
        if (hasFigures(window.days())) {
            return true;
        }
        for (DayRange further : GroupRuling.furtherDays(book, versions, window)) {
            if (hasFigures(further)) {
                return true;
            }
        }
        return hasResult(window) || !releases.sourcesOf(window).isEmpty();
    }

    private boolean hasFigures(DayRange days) {
        for (ZoneId zone : zones()) {
            boolean own = hasAny(data.cells(manager, zone), days);
            if (own || hasRead(Subject.COMPANY, zone, days, companyMeasures) || hasTeam(zone, days)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTeam(ZoneId zone, DayRange days) {
        if (teamMeasures.isEmpty()) {
            return false;
        }
        for (String team : teams(days)) {
            if (hasRead(Subject.team(team), zone, days, teamMeasures)) {
                return true;
            }
        }
        return false;
    }

    /** The team that counts at the end, and every other one to which the manager belonged on the way. */
    private Set<String> teams(DayRange days) {
        Set<String> teams = new TreeSet<>();
        String last = data.teamOn(days.lastDay());
        if (last != null) {
            teams.add(last);
        }
        ManagerRecord employee = data.manager();
        if (employee != null) {
            for (ManagerRecord.Assignment each : employee.assignments()) {
                boolean touches = (each.from() == null || !each.from().isAfter(days.lastDay()))
                        && (each.until() == null || !each.until().isBefore(days.firstDay()));
                if (touches && each.team() != null) {
                    teams.add(each.team());
                }
            }
        }
        return teams;
    }

    /** A published result pays, whatever has become of the facts behind it. */
    private boolean hasResult(Window window) {
        for (Decision.ContestResult result : data.decisions().contestResults()) {
            if (result.plan().equals(plan) && result.window().equals(window)) {
                return true;
            }
        }
        return false;
    }

    /** Every relevant window of a kind from the first day of the plan on, ascending. */
    public Set<Window> windows(WindowKind kind) {
        Set<Window> candidates = new TreeSet<>();
        for (ZoneId zone : zones()) {
            collect(data.cells(manager, zone), kind, candidates);
            for (Decision.ContestResult result : data.decisions().contestResults()) {
                if (result.plan().equals(plan) && result.window().kind() == kind) {
                    candidates.add(result.window());
                }
            }
            if (!companyMeasures.isEmpty()) {
                collect(data.cells(Subject.COMPANY, zone), kind, candidates);
            }
            if (!teamMeasures.isEmpty()) {
                // A team's windows are a subset of the company's days: every cell of a team rolls up to the company.
                collect(data.cells(Subject.COMPANY, zone), kind, candidates);
            }
        }
        if (asOf != null) {
            LocalDate first = versions.stream()
                    .map(PlanVersion::validFrom)
                    .min(LocalDate::compareTo)
                    .orElse(asOf);
            for (Window window = Window.containing(kind, first);
                    !window.start().isAfter(asOf);
                    window = window.next()) {
                candidates.add(window);
            }
        }
        candidates.addAll(releases.all(kind));
        candidates.removeIf(window -> !isRelevant(window));
        return candidates;
    }

    private Set<ZoneId> zones() {
        Set<ZoneId> zones = new HashSet<>();
        versions.forEach(version -> zones.add(version.zone()));
        return zones;
    }

    private void collect(CellReader cells, WindowKind kind, Set<Window> windows) {
        cells.forEachDay(Integer.MIN_VALUE, Integer.MAX_VALUE, (day, row) -> {
            if (!Measures.hasFigures(row)) {
                return;
            }
            windows.add(Window.containing(kind, LocalDate.ofEpochDay(day)));
            for (PlanVersion version : versions) {
                GroupRuling.furtherWindows(book, version, day).stream()
                        .filter(window -> window.kind() == kind)
                        .forEach(windows::add);
            }
        });
    }

    private static boolean hasAny(CellReader cells, DayRange days) {
        return Measures.hasFigures(cells.total(days.from(), days.to()));
    }

    private boolean hasRead(Subject group, ZoneId zone, DayRange days, Set<Long> measures) {
        if (measures.isEmpty()) {
            return false;
        }
        DayCells total = data.cells(group, zone).total(days.from(), days.to());
        boolean[] found = new boolean[1];
        total.forEach((measure, dimension, value) -> found[0] |= measures.contains(measure));
        return found[0];
    }
}
