package dev.premia.casebook;

import dev.premia.schemas.Assignment;
import dev.premia.schemas.Coefficient;
import dev.premia.schemas.Customer;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Team;
import dev.premia.schemas.TeamParent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a story says of people and teams, from revision to revision. */
final class People {
    private People() {}

    /** A manager: without assignments, employed for ever, until the story says otherwise. */
    static final class ManagerDraft {
        private final String id;
        private long revision;
        private boolean deleted;
        private final List<Assignment> assignments = new ArrayList<>();
        private LocalDate hiredOn;
        private LocalDate leftOn;
        private BigDecimal salary;
        private final List<Coefficient> coefficients = new ArrayList<>();

        ManagerDraft(String id) {
            this.id = id;
        }

        ManagerDraft next() {
            revision++;
            return this;
        }

        /** Days inclusive; null for always, for while it lasts, for no team, for no role. */
        ManagerDraft assigned(String from, String until, String team, String role) {
            assignments.add(new Assignment(When.day(from), When.day(until), team, role));
            return this;
        }

        ManagerDraft unassigned() {
            assignments.clear();
            return this;
        }

        ManagerDraft hired(String day) {
            hiredOn = When.day(day);
            return this;
        }

        ManagerDraft left(String day) {
            leftOn = When.day(day);
            return this;
        }

        /** Base salary of a month in roubles. */
        ManagerDraft salary(String amount) {
            salary = new BigDecimal(amount).setScale(4);
            return this;
        }

        /** A dated personal factor; a null day for always. */
        ManagerDraft coefficient(String name, String from, String value) {
            coefficients.add(new Coefficient(When.day(from), name, new BigDecimal(value).setScale(10)));
            return this;
        }

        ManagerDraft delete() {
            deleted = true;
            return this;
        }

        Manager toRecord(String source) {
            Manager manager = new Manager();
            manager.setId(source + "/" + id);
            manager.setRevision(revision);
            manager.setSource(source);
            manager.setDeleted(deleted);
            manager.setAssignments(List.copyOf(assignments));
            manager.setHiredOn(hiredOn);
            manager.setLeftOn(leftOn);
            manager.setBaseSalary(salary);
            manager.setCurrency(salary == null ? null : "RUB");
            manager.setCoefficients(List.copyOf(coefficients));
            manager.setAttributes(Map.of());
            return manager;
        }
    }

    /** A team directly under the company, without a head, until the story says otherwise. */
    static final class TeamDraft {
        private final String id;
        private long revision;
        private boolean deleted;
        private String head;
        private final List<TeamParent> parents = new ArrayList<>();

        TeamDraft(String id) {
            this.id = id;
        }

        TeamDraft next() {
            revision++;
            return this;
        }

        TeamDraft head(String manager) {
            head = manager;
            return this;
        }

        TeamDraft under(String parent) {
            return under(null, parent);
        }

        TeamDraft under(String from, String parent) {
            parents.add(new TeamParent(When.day(from), parent));
            return this;
        }

        TeamDraft delete() {
            deleted = true;
            return this;
        }

        Team toRecord(String source) {
            Team team = new Team();
            team.setId(source + "/" + id);
            team.setRevision(revision);
            team.setSource(source);
            team.setDeleted(deleted);
            team.setHead(head);
            team.setParents(List.copyOf(parents));
            team.setAttributes(Map.of());
            return team;
        }
    }

    /** A customer's record. */
    static Customer customer(String source, String id, long revision, String owner, String since) {
        Customer customer = new Customer();
        customer.setId(source + "/" + id);
        customer.setRevision(revision);
        customer.setSource(source);
        customer.setOwner(owner);
        customer.setOwnerSince(When.day(since));
        customer.setTags(List.of());
        customer.setAttributes(Map.of());
        return customer;
    }
}
