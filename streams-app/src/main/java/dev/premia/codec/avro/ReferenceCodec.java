package dev.premia.codec.avro;

import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.domain.time.WorkingCalendar;
import dev.premia.schemas.Assignment;
import dev.premia.schemas.Calendar;
import dev.premia.schemas.CalendarDay;
import dev.premia.schemas.Coefficient;
import dev.premia.schemas.Customer;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Team;
import dev.premia.schemas.TeamParent;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Managers, teams, customers and calendars. The contracts' attributes have no place in the domain.
 */
public final class ReferenceCodec {
    private ReferenceCodec() {}

    public static ManagerRecord fromAvro(Manager manager) {
        String source = manager.getSource();
        return new ManagerRecord(
                Fields.header(
                        manager.getId(), manager.getRevision(), manager.getChangedAt(), manager.getDeleted(), source),
                manager.getName(),
                manager.getAssignments().stream()
                        .map(each -> assignment(source, each))
                        .toList(),
                manager.getHiredOn(),
                manager.getLeftOn(),
                manager.getOrganisation(),
                manager.getEmployeeNumber(),
                manager.getBaseSalary(),
                manager.getCurrency(),
                manager.getCoefficients().stream()
                        .map(each -> new ManagerRecord.Coefficient(each.getFrom(), each.getName(), each.getValue()))
                        .toList());
    }

    /**
     * @throws ContractValueException when the base salary has more digits than the contract keeps
     */
    public static Manager toAvro(ManagerRecord event) {
        Manager manager = new Manager();
        manager.setId(Fields.required(event.id()));
        manager.setRevision(event.revision());
        manager.setSource(Fields.required(event.header().source()));
        manager.setDeleted(event.header().deleted());
        manager.setChangedAt(event.header().changedAt());
        manager.setName(event.name());
        manager.setAssignments(event.assignments().stream()
                .map(each -> new Assignment(each.from(), each.until(), each.team(), each.role()))
                .toList());
        manager.setHiredOn(event.hiredOn());
        manager.setLeftOn(event.leftOn());
        manager.setOrganisation(event.organisation());
        manager.setEmployeeNumber(event.employeeNumber());
        manager.setBaseSalary(Fields.money("base_salary", event.baseSalary()));
        manager.setCurrency(event.currency());
        manager.setCoefficients(event.coefficients().stream()
                .map(each ->
                        new Coefficient(each.from(), each.name(), Fields.factor("coefficients.value", each.value())))
                .toList());
        manager.setAttributes(Map.of());
        return manager;
    }

    public static TeamRecord fromAvro(Team team) {
        String source = team.getSource();
        return new TeamRecord(
                Fields.header(team.getId(), team.getRevision(), team.getChangedAt(), team.getDeleted(), source),
                team.getName(),
                Qualified.id(source, team.getHead()),
                team.getParents().stream()
                        .map(each -> new TeamRecord.Parent(each.getFrom(), Qualified.id(source, each.getParent())))
                        .toList());
    }

    public static Team toAvro(TeamRecord event) {
        Team team = new Team();
        team.setId(Fields.required(event.id()));
        team.setRevision(event.revision());
        team.setSource(Fields.required(event.header().source()));
        team.setDeleted(event.header().deleted());
        team.setChangedAt(event.header().changedAt());
        team.setName(event.name());
        team.setHead(event.head());
        team.setParents(event.parents().stream()
                .map(each -> new TeamParent(each.from(), each.parent()))
                .toList());
        team.setAttributes(Map.of());
        return team;
    }

    public static CustomerRecord fromAvro(Customer customer) {
        String source = customer.getSource();
        return new CustomerRecord(
                Fields.header(
                        customer.getId(),
                        customer.getRevision(),
                        customer.getChangedAt(),
                        customer.getDeleted(),
                        source),
                customer.getName(),
                Qualified.id(source, customer.getOwner()),
                customer.getOwnerSince(),
                customer.getSegment(),
                customer.getTags().stream()
                        .map(each -> new DatedTag(each.getTag(), each.getFrom(), each.getUntil()))
                        .toList(),
                customer.getCreatedAt());
    }

    public static Customer toAvro(CustomerRecord event) {
        Customer customer = new Customer();
        customer.setId(Fields.required(event.id()));
        customer.setRevision(event.revision());
        customer.setSource(Fields.required(event.header().source()));
        customer.setDeleted(event.header().deleted());
        customer.setChangedAt(event.header().changedAt());
        customer.setName(event.name());
        customer.setOwner(event.owner());
        customer.setOwnerSince(event.ownerSince());
        customer.setSegment(event.segment());
        customer.setTags(event.tags().stream()
                .map(each -> new dev.premia.schemas.DatedTag(each.tag(), each.from(), each.until()))
                .toList());
        customer.setCreatedAt(event.createdAt());
        customer.setAttributes(Map.of());
        return customer;
    }

    public static CalendarRecord fromAvro(Calendar calendar) {
        Map<LocalDate, Boolean> days = new HashMap<>();
        calendar.getDays().forEach(day -> days.put(day.getDate(), day.getWorking()));
        return new CalendarRecord(
                Fields.header(
                        calendar.getId(),
                        calendar.getRevision(),
                        calendar.getChangedAt(),
                        calendar.getDeleted(),
                        calendar.getSource()),
                calendar.getName(),
                calendar.getZone(),
                new WorkingCalendar(days));
    }

    public static Calendar toAvro(CalendarRecord event) {
        Calendar calendar = new Calendar();
        calendar.setId(Fields.required(event.id()));
        calendar.setRevision(event.revision());
        calendar.setSource(Fields.required(event.header().source()));
        calendar.setDeleted(event.header().deleted());
        calendar.setChangedAt(event.header().changedAt());
        calendar.setName(event.name());
        calendar.setZone(event.zone());
        calendar.setDays(new TreeMap<>(event.days().exceptions())
                .entrySet().stream()
                        .map(day -> new CalendarDay(day.getKey(), day.getValue()))
                        .toList());
        calendar.setAttributes(Map.of());
        return calendar;
    }

    private static ManagerRecord.Assignment assignment(String source, Assignment assignment) {
        return new ManagerRecord.Assignment(
                assignment.getFrom(),
                assignment.getUntil(),
                Qualified.id(source, assignment.getTeam()),
                assignment.getRole());
    }
}
