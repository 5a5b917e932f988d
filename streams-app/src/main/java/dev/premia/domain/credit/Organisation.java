package dev.premia.domain.credit;

import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.TeamRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The people and the tree of teams, by day. Credits follow the assignment, and roll-up follows the tree, on the day on
 * which the fact counts. Not thread-safe.
 */
public final class Organisation {
    private final Map<String, ManagerRecord> managers = new HashMap<>();
    private final Map<String, TeamRecord> teams = new HashMap<>();

    /** Sets what the highest revision of a manager's record says. */
    public void put(ManagerRecord manager) {
        if (manager.header().deleted()) {
            managers.remove(manager.id());
        } else {
            managers.put(manager.id(), manager);
        }
    }

    /** Sets what the highest revision of a team's record says. */
    public void put(TeamRecord team) {
        if (team.header().deleted()) {
            teams.remove(team.id());
        } else {
            teams.put(team.id(), team);
        }
    }

    /** The manager's record, or null while it is unknown. */
    public ManagerRecord manager(String id) {
        return managers.get(id);
    }

    public TeamRecord team(String id) {
        return teams.get(id);
    }

    public Iterable<ManagerRecord> managers() {
        return managers.values();
    }

    public Iterable<TeamRecord> teams() {
        return teams.values();
    }

    /**
     * The groups in whose totals a subject counts on a day: its team and that team's parents up to the company, which is
     * always last. A team counts in its own total. A circle in the tree ends where it closes.
     */
    public List<Subject> groupsOf(Subject subject, LocalDate day) {
        return switch (subject.type()) {
            case COMPANY -> List.of(Subject.COMPANY);
            case CAMPAIGN, PRODUCT, SEGMENT -> List.of();
            case TEAM -> chain(subject.id(), day);
            case MANAGER -> {
                ManagerRecord manager = managers.get(subject.id());
                ManagerRecord.Assignment assignment = manager == null ? null : manager.assignmentOn(day);
                yield chain(assignment == null ? null : assignment.team(), day);
            }
        };
    }

    private List<Subject> chain(String firstTeam, LocalDate day) {
        Set<String> path = new LinkedHashSet<>();
        String team = firstTeam;
        while (team != null && path.add(team)) {
            TeamRecord teamRecord = teams.get(team);
            team = teamRecord == null ? null : teamRecord.parentOn(day);
        }
        List<Subject> groups = new ArrayList<>(path.size() + 1);
        path.forEach(id -> groups.add(Subject.team(id)));
        groups.add(Subject.COMPANY);
        return groups;
    }

    /**
     * The team that a plan's {@code team(...)} means for a manager on a day: the one that the manager leads (of several,
     * the one with the lowest id), else the one that the manager is assigned to; null without either.
     */
    public String teamOf(String managerId, LocalDate day) {
        String led = null;
        for (TeamRecord team : teams.values()) {
            boolean leads = managerId.equals(team.head());
            if (leads && (led == null || team.id().compareTo(led) < 0)) {
                led = team.id();
            }
        }
        if (led != null) {
            return led;
        }
        ManagerRecord manager = managers.get(managerId);
        ManagerRecord.Assignment assignment = manager == null ? null : manager.assignmentOn(day);
        return assignment == null ? null : assignment.team();
    }
}
