package dev.premia.cli.work;

import dev.premia.cli.CommandException;
import dev.premia.domain.credit.Subject;
import picocli.CommandLine.Option;

/** Whose figures are analysed. */
final class ScopeOptions {
    @Option(
            names = "--manager",
            paramLabel = "ID",
            order = 14,
            description = "Of this manager: an id, with or without its source, or a name. Default: the company.")
    private String manager;

    @Option(names = "--team", paramLabel = "ID", order = 15, description = "Of this team and what is below it.")
    private String team;

    void check() {
        if (manager != null && team != null) {
            throw CommandException.badInput("--manager and --team exclude each other; expected one of them.");
        }
    }

    Subject subject(People people) {
        if (manager != null) {
            return Subject.manager(people.managerId(manager));
        }
        return team == null ? Subject.COMPANY : Subject.team(people.teamId(team));
    }
}
