package dev.premia.cli.work;

import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The managers of a window: whoever is employed on one of its days or has figures in it. */
final class Staff {
    private static final String ROLE = "role:";
    private static final String TEAM = "team:";

    private final BatchResult result;
    private final Organisation organisation;
    private final People people;
    private final Window window;
    private final Set<String> ids = new TreeSet<>();

    Staff(BatchResult result, People people, Window window) {
        this.result = result;
        this.organisation = result.organisation();
        this.people = people;
        this.window = window;
        organisation.managers().forEach(manager -> {
            if (employed(manager)) {
                ids.add(manager.id());
            }
        });
        result.subjects().stream().filter(this::active).map(Subject::id).forEach(ids::add);
    }

    private boolean employed(ManagerRecord manager) {
        return (manager.hiredOn() == null || manager.hiredOn().isBefore(window.end()))
                && (manager.leftOn() == null || !manager.leftOn().isBefore(window.start()));
    }

    private boolean active(Subject subject) {
        return subject.isManager() && result.windows(subject, window.kind()).contains(window);
    }

    /**
     * Those of a role and a team on the last day of the window, or on their own last day before.
     *
     * @param role null for any
     * @param team as people name it; null for any
     */
    List<String> of(String role, String team) {
        Predicate<String> wanted = role == null ? id -> true : hasRole(role);
        return ids.stream()
                .filter(team == null ? wanted : wanted.and(inTeam(people.teamId(team))))
                .toList();
    }

    /** A group as an option names it: {@code role:hunter}, {@code team:north}, or managers between commas. */
    List<String> group(String text) {
        if (text.startsWith(ROLE)) {
            return of(text.substring(ROLE.length()), null);
        } else if (text.startsWith(TEAM)) {
            return of(null, text.substring(TEAM.length()));
        }
        return Arrays.stream(text.split(","))
                .map(each -> people.managerId(each.strip()))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .toList();
    }

    private Predicate<String> hasRole(String role) {
        return id -> {
            ManagerRecord manager = organisation.manager(id);
            ManagerRecord.Assignment found = manager == null ? null : manager.assignmentOn(lastDay(manager));
            return found != null && role.equals(found.role());
        };
    }

    private Predicate<String> inTeam(String team) {
        return id -> {
            ManagerRecord manager = organisation.manager(id);
            return manager != null
                    && organisation
                            .groupsOf(Subject.manager(id), lastDay(manager))
                            .contains(Subject.team(team));
        };
    }

    private LocalDate lastDay(ManagerRecord manager) {
        LocalDate left = manager.leftOn();
        return left != null && left.isBefore(window.lastDay()) ? left : window.lastDay();
    }
}
