package dev.premia.domain.plan;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Subject;
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
 * or the company has figures that the plan reads, and those that began by the as-of day. It depends on facts and as-of
 * alone.
 */
public final class WindowRelevance {
    private final Collection<PlanVersion> versions;
    private final EvaluationData data;
    private final Subject manager;
    private final LocalDate asOf;
    private final Set<Long> teamMeasures = new HashSet<>();
    private final Set<Long> companyMeasures = new HashSet<>();

    /**
     * @param book where the plan's versions are
     * @param plan the plan's id
     * @param asOf the as-of day, or null when no day has been recorded
     */
    public WindowRelevance(PlanBook book, String plan, EvaluationData data, String managerId, LocalDate asOf) {
        this.versions = book.versions(plan);
        this.data = data;
        this.manager = Subject.manager(managerId);
        this.asOf = asOf;
        for (PlanVersion version : versions) {
            teamMeasures.addAll(book.reads(version).teamMeasures());
            companyMeasures.addAll(book.reads(version).companyMeasures());
        }
    }

    /** Whether one window is evaluated. */
    public boolean isRelevant(Window window) {
        if (asOf != null && !window.start().isAfter(asOf)) {
            return true;
        }
        for (ZoneId zone : zones()) {
            boolean own = hasAny(data.cells(manager, zone), window);
            if (own || hasRead(Subject.COMPANY, zone, window, companyMeasures) || hasTeam(zone, window)) {
                return true;
            }
        }
        return false;
    }

    private boolean hasTeam(ZoneId zone, Window window) {
        String team = teamMeasures.isEmpty() ? null : data.teamOn(window.lastDay());
        return team != null && hasRead(Subject.team(team), zone, window, teamMeasures);
    }

    /** Every relevant window of a kind from the first day of the plan on, ascending. */
    public Set<Window> windows(WindowKind kind) {
        Set<Window> candidates = new TreeSet<>();
        for (ZoneId zone : zones()) {
            collect(data.cells(manager, zone), kind, candidates);
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
        candidates.removeIf(window -> !isRelevant(window));
        return candidates;
    }

    private Set<ZoneId> zones() {
        Set<ZoneId> zones = new HashSet<>();
        versions.forEach(version -> zones.add(version.zone()));
        return zones;
    }

    private static void collect(CellReader cells, WindowKind kind, Set<Window> windows) {
        cells.forEachDay(
                Integer.MIN_VALUE,
                Integer.MAX_VALUE,
                (day, row) -> windows.add(Window.containing(kind, LocalDate.ofEpochDay(day))));
    }

    private static boolean hasAny(CellReader cells, Window window) {
        return !cells.total(window.firstEpochDay(), window.endEpochDay()).isEmpty();
    }

    private boolean hasRead(Subject group, ZoneId zone, Window window, Set<Long> measures) {
        if (measures.isEmpty()) {
            return false;
        }
        DayCells total = data.cells(group, zone).total(window.firstEpochDay(), window.endEpochDay());
        boolean[] found = new boolean[1];
        total.forEach((measure, dimension, value) -> found[0] |= measures.contains(measure));
        return found[0];
    }
}
