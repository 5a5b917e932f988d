package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.cli.Output;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TeamRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** Names of subjects, and which subjects people mean. */
final class People {
    private static final int SUGGESTIONS = 5;

    private final Organisation organisation;
    private final Output output;

    People(Organisation organisation, Output output) {
        this.organisation = organisation;
        this.output = output;
    }

    /** The name of a subject; its id where it has none. */
    String name(Subject subject) {
        return switch (subject.type()) {
            case MANAGER -> managerName(subject.id());
            case TEAM -> {
                TeamRecord team = organisation.team(subject.id());
                yield team == null || blank(team.name()) ? subject.id() : team.name();
            }
            case COMPANY -> output.text("Компания", "Company");
            case CAMPAIGN, PRODUCT, SEGMENT -> subject.key();
        };
    }

    String managerName(String id) {
        ManagerRecord manager = organisation.manager(id);
        return manager == null || blank(manager.name()) ? id : manager.name();
    }

    /** Name and id, or the id alone where it says the same. */
    String nameAndId(String managerId) {
        String name = managerName(managerId);
        return name.equals(managerId) ? managerId : name + " (" + managerId + ")";
    }

    /** The id that was meant: an id with or without its source, or a name. */
    String managerId(String text) {
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (ManagerRecord manager : organisation.managers()) {
            ids.add(manager.id());
            names.add(manager.name());
        }
        return chosen("--manager", text, ids, names);
    }

    /** The team that was meant. */
    String teamId(String text) {
        List<String> ids = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (TeamRecord team : organisation.teams()) {
            ids.add(team.id());
            names.add(team.name());
        }
        return chosen("--team", text, ids, names);
    }

    /** The one campaign, product or segment that was meant. */
    Subject oneThing(String text, List<Subject> known) {
        BiPredicate<Subject, LocalDate> wanted = thing(text);
        List<Subject> found = known.stream()
                .filter(subject -> wanted.test(subject, LocalDate.EPOCH))
                .toList();
        if (found.size() == 1) {
            return found.get(0);
        }
        List<String> keys = (found.isEmpty() ? known.stream().filter(Subject::isThing) : found.stream())
                .map(Subject::key)
                .limit(SUGGESTIONS)
                .toList();
        throw CommandException.badInput("--subject: found '" + text + "', expected one of "
                + (keys.isEmpty() ? "those that deals and leads name; the input names none" : String.join(", ", keys))
                + ".");
    }

    /** The campaign, product or segment that was meant, or all of a kind where no id is given. */
    static BiPredicate<Subject, LocalDate> thing(String text) {
        int colon = text.indexOf(':');
        for (SubjectType type : SubjectType.values()) {
            if (type.isThing() && colon > 0 && type.label().equals(text.substring(0, colon))) {
                String id = text.substring(colon + 1);
                return (subject, day) -> subject.type() == type
                        && (id.isEmpty()
                                || subject.id().equals(id)
                                || subject.id().endsWith("/" + id));
            }
        }
        throw CommandException.badInput("--subject: found '" + text
                + "', expected campaign:ID, product:ID or segment:ID, or a kind alone such as product:.");
    }

    private static String chosen(String option, String text, List<String> ids, List<String> names) {
        if (ids.contains(text)) {
            return text;
        }
        TreeSet<String> found = new TreeSet<>();
        for (int i = 0; i < ids.size(); i++) {
            String id = ids.get(i);
            if (id.endsWith("/" + text) || text.equalsIgnoreCase(names.get(i))) {
                found.add(id);
            }
        }
        if (found.size() == 1) {
            return found.first();
        }
        if (found.size() > 1) {
            throw CommandException.badInput(
                    option + ": '" + text + "' may be " + String.join(", ", found) + "; expected one of these ids.");
        }
        List<String> some = new TreeSet<>(ids).stream().limit(SUGGESTIONS).toList();
        String known = some.isEmpty()
                ? "the input names none"
                : "known are, among " + ids.size() + ": " + String.join(", ", some);
        throw CommandException.badInput(option + ": found '" + text + "', expected an id or a name; " + known + ".");
    }

    /** Whether a subject is a team or below it on a day, or is assigned there at any other time. */
    boolean belongsTo(Subject subject, String team, LocalDate day) {
        if (subject.equals(Subject.team(team))
                || organisation.groupsOf(subject, day).contains(Subject.team(team))) {
            return true;
        }
        ManagerRecord manager = subject.isManager() ? organisation.manager(subject.id()) : null;
        return manager != null
                && manager.assignments().stream()
                        .anyMatch(each -> each.team() != null
                                && organisation
                                        .groupsOf(Subject.team(each.team()), day)
                                        .contains(Subject.team(team)));
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
