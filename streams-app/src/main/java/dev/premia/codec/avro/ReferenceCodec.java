package dev.premia.codec.avro;

import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.schemas.Assignment;
import dev.premia.schemas.Customer;
import dev.premia.schemas.Manager;
import dev.premia.schemas.Team;
import dev.premia.schemas.TeamParent;
import java.util.List;
import java.util.Map;

/**
 * Managers, teams and customers. The contracts' attributes, the coefficients of managers and the tags of customers have no
 * place in the domain.
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
                manager.getCurrency());
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
        manager.setCoefficients(List.of());
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
        customer.setTags(List.of());
        customer.setCreatedAt(event.createdAt());
        customer.setAttributes(Map.of());
        return customer;
    }

    private static ManagerRecord.Assignment assignment(String source, Assignment assignment) {
        return new ManagerRecord.Assignment(
                assignment.getFrom(),
                assignment.getUntil(),
                Qualified.id(source, assignment.getTeam()),
                assignment.getRole());
    }
}
