package dev.premia.replay.bundle;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.avro.ControlCodec;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.credit.CustomerAnswer;
import dev.premia.domain.credit.Organisation;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.replay.input.ContractEvents;
import dev.premia.replay.input.RecordScan;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;

/**
 * Chooses the records of a bundle. It sees the log twice: first to learn which deals, customers, leads and conversations are
 * concerned, then to choose. Not thread-safe.
 */
final class BundleSelection implements RecordScan.Sink {
    private final String manager;
    private final Reach reach;
    private final Set<String> people = new HashSet<>();
    private final Set<String> teams = new HashSet<>();
    private final Set<String> plans;
    private final Instant from;
    private final Instant until;
    private final Set<String> deals = new HashSet<>();
    private final Set<String> customers = new HashSet<>();
    private final Set<String> leads = new HashSet<>();
    private final Set<String> conversations = new HashSet<>();

    /**
     * @param plans ids of the plans that count for the manager
     * @param from the first day of a window in which something of the statement was earned
     * @param day the last day of the month, on which it is asked who belongs to which team
     */
    BundleSelection(
            String manager, Reach reach, Set<String> plans, Organisation organisation, LocalDate from, LocalDate day) {
        this.manager = manager;
        this.reach = reach;
        this.plans = plans;
        // A day more on both sides, whatever the zone.
        this.from = from.minusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        this.until = day.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
        people.add(manager);
        if (reach == Reach.TEAM) {
            team(organisation, day);
        }
    }

    /** Everybody in a team to which the manager belongs, or which the manager leads, and below it. */
    private void team(Organisation organisation, LocalDate day) {
        for (Subject group : organisation.groupsOf(Subject.manager(manager), day)) {
            if (group.type() == SubjectType.TEAM) {
                teams.add(group.id());
            }
        }
        for (TeamRecord team : organisation.teams()) {
            if (manager.equals(team.head())) {
                teams.add(team.id());
            }
        }
        for (ManagerRecord each : organisation.managers()) {
            for (ManagerRecord.Assignment assignment : each.assignments()) {
                if (assignment.team() != null
                        && (teams.contains(assignment.team())
                                || organisation.groupsOf(Subject.team(assignment.team()), day).stream()
                                        .anyMatch(group -> teams.contains(group.id())))) {
                    people.add(each.id());
                }
            }
        }
    }

    /** Learns from a record; every record must have been seen before the first is chosen. */
    @Override
    public void record(SpecificRecord value, SourcePosition position) {
        if (value instanceof Control control) {
            receivesCredit(control);
        }
        EntityEvent event = event(value);
        if (event instanceof DealEvent deal) {
            if (people.contains(deal.owner())
                    || deal.credits().stream().anyMatch(share -> people.contains(share.manager()))) {
                deals.add(deal.id());
                addIfThere(customers, deal.customer());
                addIfThere(leads, deal.lead());
            }
        } else if (event instanceof LeadEvent lead && people.contains(lead.owner())) {
            leads.add(lead.id());
        } else if (event instanceof CallEvent call && isOurs(call)) {
            conversations.add(call.conversation());
        } else if (event instanceof CustomerRecord customer && people.contains(customer.owner())) {
            customers.add(customer.id());
        }
    }

    /** A deal of which credit was transferred to somebody concerns that person too. */
    private void receivesCredit(Control control) {
        if (control.getKind() == ControlKind.credit_transfer
                && (people.contains(control.getManager()) || people.contains(control.getToManager()))) {
            addIfThere(deals, control.getDeal());
        }
    }

    private boolean isOurs(CallEvent call) {
        return people.contains(call.manager()) || teams.contains(call.team());
    }

    private static void addIfThere(Set<String> ids, String id) {
        if (id != null) {
            ids.add(id);
        }
    }

    /** The event that a valid record is; null for plans and decisions. */
    private static EntityEvent event(SpecificRecord value) {
        try {
            return ContractEvents.of(value).orElse(null);
        } catch (ContractValueException e) {
            // It does not count, so it is not needed.
            return null;
        }
    }

    /** Whether a bundle holds an event. */
    boolean wants(SpecificRecord value) {
        EntityEvent event = event(value);
        return event != null && (reach == Reach.COMPANY || wants(event));
    }

    private boolean wants(EntityEvent event) {
        if (event instanceof DealEvent deal) {
            return deals.contains(deal.id()) || customers.contains(deal.customer()) || leads.contains(deal.lead());
        } else if (event instanceof PaymentEvent payment) {
            return deals.contains(payment.deal())
                    || people.contains(payment.manager())
                    || customers.contains(payment.customer());
        } else if (event instanceof LeadEvent lead) {
            return leads.contains(lead.id());
        } else if (event instanceof CallEvent call) {
            return conversations.contains(call.conversation()) && isInTime(call.startedAt());
        } else if (event instanceof ManagerEvent work) {
            return people.contains(work.manager()) || customers.contains(CustomerAnswer.customerOf(work));
        } else if (event instanceof CustomerRecord customer) {
            return customers.contains(customer.id());
        } else if (event instanceof ManagerRecord person) {
            return people.contains(person.id());
        } else if (event instanceof TargetRecord target) {
            return target.subjectType() != SubjectType.MANAGER || people.contains(target.subject());
        }
        return event instanceof TeamRecord
                || event instanceof CalendarRecord
                || event instanceof FxRateRecord
                || event instanceof ProductRecord;
    }

    private boolean isInTime(Instant instant) {
        return reach != Reach.PERIOD || instant == null || (!instant.isBefore(from) && instant.isBefore(until));
    }

    /** Whether a bundle holds a version of a plan. */
    boolean wantsPlan(String plan) {
        return reach == Reach.COMPANY || plans.contains(plan);
    }

    /** Whether a bundle holds a decision. */
    boolean wants(Control control) {
        if (control.getKind() == ControlKind.day) {
            return true;
        } else if (!ControlCodec.isDecision(control.getKind())) {
            return false;
        }
        Decision decision;
        try {
            decision = ControlCodec.fromAvro(control);
        } catch (ContractValueException e) {
            // It does not count.
            return false;
        }
        if (decision instanceof Decision.Adjustment adjustment) {
            return adjustment.concerns(manager);
        } else if (decision instanceof Decision.CloseResult result) {
            return result.statement().manager().equals(manager);
        } else if (decision instanceof Decision.CreditTransfer transfer) {
            return reach == Reach.COMPANY || deals.contains(transfer.deal());
        } else if (decision instanceof Decision.Dispute dispute) {
            return dispute.manager().equals(manager);
        } else if (decision instanceof Decision.Hold hold) {
            return reach == Reach.COMPANY || deals.contains(hold.deal());
        } else if (decision instanceof Decision.Release release) {
            return reach == Reach.COMPANY || deals.contains(release.deal());
        }
        return !(decision instanceof Decision.ContestResult result) || wantsPlan(result.plan());
    }
}
