package dev.premia.replay.history;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.domain.control.SourcePosition;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TargetRecord;
import dev.premia.replay.input.ContractEvents;
import dev.premia.replay.input.RecordScan;
import dev.premia.schemas.Control;
import dev.premia.schemas.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * The revisions of what concerns one manager: deals that name the manager, their payments, the manager's targets and the record
 * of the manager; and when plans and decisions were recorded. Not thread-safe.
 */
public final class ManagerHistory implements RecordScan.Sink {
    private final String manager;
    private final Set<String> deals;
    private final Map<String, TreeMap<Long, Revision>> revisions = new TreeMap<>();
    private final Map<String, Set<String>> paymentsOfDeals = new HashMap<>();
    private final Map<String, Instant> decisions = new HashMap<>();
    private final List<PlanRecord> plans = new ArrayList<>();

    /**
     * A plan version as the log has it.
     *
     * @param recordedAt null where a file does not say
     */
    public record PlanRecord(Plan plan, Instant recordedAt) {}

    /**
     * @param deals deals that concern the manager although their records may not say so, and whose revisions may come before
     *     the one that does
     */
    public ManagerHistory(String manager, Collection<String> deals) {
        this.manager = manager;
        this.deals = new HashSet<>(deals);
    }

    @Override
    public void record(SpecificRecord value, SourcePosition position) {
        Instant at = position.recordedAt().equals(Instant.MIN) ? null : position.recordedAt();
        if (value instanceof Control control) {
            if (at != null) {
                decisions.putIfAbsent(control.getId(), at);
            }
        } else if (value instanceof Plan plan) {
            plans.add(new PlanRecord(plan, at));
        } else {
            event(value, at);
        }
    }

    private void event(SpecificRecord value, Instant at) {
        EntityEvent event;
        try {
            event = ContractEvents.of(value).orElse(null);
        } catch (ContractValueException e) {
            // Loading has rejected it.
            return;
        }
        if (event != null && concerns(event)) {
            String type = type(value);
            Revision revision = new Revision(type, event, value, at);
            // The same again says nothing new; of two contents under one number the first is shown.
            revisions
                    .computeIfAbsent(key(type, event.id()), key -> new TreeMap<>())
                    .putIfAbsent(event.revision(), revision);
        }
    }

    private boolean concerns(EntityEvent event) {
        if (event instanceof DealEvent deal) {
            boolean named = manager.equals(deal.owner())
                    || deal.credits().stream().anyMatch(share -> manager.equals(share.manager()));
            if (named) {
                deals.add(deal.id());
            }
            return deals.contains(deal.id());
        } else if (event instanceof PaymentEvent payment) {
            if (deals.contains(payment.deal())) {
                paymentsOfDeals
                        .computeIfAbsent(payment.deal(), deal -> new HashSet<>())
                        .add(payment.id());
                return true;
            }
            return false;
        } else if (event instanceof TargetRecord target) {
            return target.subjectType() == SubjectType.MANAGER && manager.equals(target.subject());
        }
        return event instanceof ManagerRecord && event.id().equals(manager);
    }

    private static String type(SpecificRecord value) {
        return value.getSchema().getName().toLowerCase(Locale.ROOT);
    }

    private static String key(String type, String id) {
        return type + '|' + id;
    }

    /** The revisions of an entity, ascending; none of an entity that does not concern the manager. */
    public List<Revision> of(String type, String id) {
        return List.copyOf(
                revisions.getOrDefault(key(type, id), new TreeMap<>()).values());
    }

    /** The revisions of the payments that name a deal, by payment and revision. */
    public List<Revision> paymentsOf(String deal) {
        List<Revision> payments = new ArrayList<>();
        paymentsOfDeals.getOrDefault(deal, Set.of()).stream()
                .sorted()
                .forEach(id -> payments.addAll(of("payment", id)));
        return payments;
    }

    /** All revisions, by type, id and revision. */
    public List<List<Revision>> all() {
        return revisions.values().stream()
                .map(each -> List.copyOf(each.values()))
                .toList();
    }

    /** When a decision was recorded; null where that is not known. */
    public Instant recordedAt(String decision) {
        return decisions.get(decision);
    }

    /** The plan versions in the order of the log. */
    public List<PlanRecord> plans() {
        return plans;
    }
}
