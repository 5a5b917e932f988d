package dev.premia.topology.customers;

import dev.premia.domain.credit.CustomerAnswer;
import dev.premia.domain.credit.CustomerMeasuring;
import dev.premia.domain.credit.CustomerPurchases;
import dev.premia.domain.credit.CustomerPurchases.Assignment;
import dev.premia.domain.credit.CustomerPurchases.Party;
import dev.premia.domain.credit.CustomerPurchases.Purchase;
import dev.premia.domain.credit.CustomerPurchases.Resolved;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.credit.SubjectCells;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.fact.LatestFact;
import dev.premia.topology.facts.CellChanges;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.GroupInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.reference.ReferenceView;
import dev.premia.topology.state.CustomerState;
import dev.premia.topology.state.StoreKey;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Keeps the won deals of every customer, one row per deal in canonical order, and sends what follows from their order. Key:
 * customer id. Each row keeps the groups in which it was counted, so that what was sent can be taken back exactly when
 * people, teams or zones change; such a change starts a scan in bounded steps.
 */
public final class CustomerProcessor implements Processor<String, Output, String, Output> {
    private static final int SCAN_STEP = 200;
    private static final String SCAN_CURSOR = "scan";
    private static final String SCAN_AGAIN = "scan again";

    private final Stores stores;
    private final ZoneId organisationZone;
    private final Duration flushInterval;
    private final StoreKey keys = new StoreKey();
    private KeyValueStore<Bytes, Resolved> purchases;
    private KeyValueStore<Bytes, Long> closedAt;
    private KeyValueStore<Bytes, CustomerAnswer> answers;
    private KeyValueStore<String, CustomerState> customers;
    private KeyValueStore<String, String> cursors;
    private ReferenceView references;
    private Cause scanCause = Cause.NONE;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(
            String purchases, String closedAt, String answers, String customers, String cursors, String references) {}

    /** What a customer did. */
    private record History(List<Resolved> purchases, List<CustomerAnswer> answers) {}

    public CustomerProcessor(Stores stores, ZoneId organisationZone, Duration flushInterval) {
        this.stores = stores;
        this.organisationZone = organisationZone;
        this.flushInterval = flushInterval;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        purchases = context.getStateStore(stores.purchases());
        closedAt = context.getStateStore(stores.closedAt());
        answers = context.getStateStore(stores.answers());
        customers = context.getStateStore(stores.customers());
        cursors = context.getStateStore(stores.cursors());
        references = new ReferenceView(context.getStateStore(stores.references()), organisationZone);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> scan());
    }

    @Override
    public void process(Record<String, Output> message) {
        if (message.value() instanceof Reference reference) {
            boolean matters = reference instanceof Reference.Manager
                    || reference instanceof Reference.Team
                    || reference instanceof Reference.Plan;
            if (matters && references.apply(reference)) {
                scanCause = reference.cause();
                startScan();
            }
        } else if (message.value() instanceof CustomerInput input && !(input instanceof CustomerInput.ContactSet)) {
            apply(message.key(), input);
        }
    }

    private void apply(String customer, CustomerInput input) {
        CustomerState state = stateOf(customer);
        History before = history(customer);
        if (input instanceof CustomerInput.PurchaseSet set) {
            putRow(customer, set);
        } else if (input instanceof CustomerInput.AnswerSet set) {
            answers.put(keys.text(customer).text(set.survey()).build(), set.answer());
        }
        LatestFact<CustomerRecord> fact = input instanceof CustomerInput.Said said
                ? LatestFact.fold(state.fact(), said.customer()).fact()
                : state.fact();
        refresh(customer, state, before, fact, input.cause());
    }

    private CustomerState stateOf(String customer) {
        CustomerState state = customers.get(customer);
        return state == null ? CustomerState.UNKNOWN : state;
    }

    /** Brings everything that was sent for a customer to what its rows, people and zones say now. */
    private void refresh(
            String customer, CustomerState state, History before, LatestFact<CustomerRecord> fact, Cause cause) {
        List<ZoneId> zones = references.zones(references.definitionSet());
        History after = new History(resolveRows(customer, zones), answers(customer));
        CustomerRecord record = fact == null ? null : fact.alive();
        Assignment assignment = record == null
                ? Assignment.NONE
                : CustomerPurchases.assignment(record.owner(), record.ownerSince(), references.organisation());
        CustomerState next = new CustomerState(fact, assignment, zones.size());
        if (next.equals(state) && after.equals(before)) {
            return;
        }
        CellChanges changes = new CellChanges();
        addCells(before, state, zones, -1, changes);
        addCells(after, next, zones, 1, changes);
        if (!next.equals(state)) {
            customers.put(customer, next);
        }
        sendCells(changes, cause);
        sendStandings(
                customer, standings(before.purchases(), state.alive()), standings(after.purchases(), record), cause);
    }

    private static void addCells(
            History history, CustomerState state, List<ZoneId> zones, int sign, CellChanges changes) {
        for (int i = 0; i < state.zones(); i++) {
            ZoneId zone = zones.get(i);
            SubjectCells sink = (subject, day, measure, dimension, delta) ->
                    changes.add(subject, zone, day, measure, dimension, sign * delta);
            CustomerMeasuring.addCells(history.purchases(), i, zone, state.assignment(), state.tags(), sink);
            CustomerAnswer.addCells(history.answers(), state.tags(), zone, sink);
        }
    }

    private void sendCells(CellChanges changes, Cause cause) {
        changes.forEachSubject((subject, days) -> {
            if (subject.isManager() || subject.isThing()) {
                forward(subject, new ManagerInput.CellsAdded(days, cause), cause);
            } else {
                days.forEach(day -> forward(subject, new GroupInput(day.zone(), day.day(), day.cells(), cause), cause));
            }
        });
    }

    private void forward(Subject subject, Output message, Cause cause) {
        context.forward(new Record<>(subject.key(), message, cause.timestamp()));
    }

    private void sendStandings(
            String customer, Map<Place, CustomerStanding> was, Map<Place, CustomerStanding> is, Cause cause) {
        is.forEach((place, standing) -> {
            if (!standing.equals(was.remove(place))) {
                sendStanding(place, customer, standing, cause);
            }
        });
        was.keySet().forEach(place -> sendStanding(place, customer, CustomerStanding.NONE, cause));
    }

    private void sendStanding(Place place, String customer, CustomerStanding standing, Cause cause) {
        forward(place.subject(), new ManagerInput.StandingSet(place.deal(), customer, standing, cause), cause);
    }

    private record Place(Subject subject, String deal) {}

    private static Map<Place, CustomerStanding> standings(List<Resolved> rows, CustomerRecord record) {
        Map<Place, CustomerStanding> standings = new HashMap<>();
        List<Purchase> purchases = rows.stream().map(Resolved::purchase).toList();
        CustomerPurchases.eachStanding(purchases, record, (purchase, standing) -> {
            for (Party party : purchase.parties()) {
                standings.put(new Place(party.subject(), purchase.deal()), standing);
            }
        });
        return standings;
    }

    private History history(String customer) {
        return new History(rows(customer), answers(customer));
    }

    private List<Resolved> rows(String customer) {
        return all(purchases, customer);
    }

    private List<CustomerAnswer> answers(String customer) {
        return all(answers, customer);
    }

    private <V> List<V> all(KeyValueStore<Bytes, V> store, String customer) {
        List<V> rows = new ArrayList<>();
        Bytes prefix = keys.text(customer).build();
        try (KeyValueIterator<Bytes, V> all = store.range(prefix, StoreKey.endOf(prefix))) {
            all.forEachRemaining(entry -> rows.add(entry.value));
        }
        return rows;
    }

    private void putRow(String customer, CustomerInput.PurchaseSet set) {
        Bytes index = keys.text(customer).text(set.deal()).build();
        Long knownAt = closedAt.get(index);
        if (knownAt != null) {
            purchases.delete(rowKey(customer, knownAt, set.deal()));
        }
        if (set.purchase() == null) {
            closedAt.delete(index);
            return;
        }
        Instant at = set.purchase().closedAt();
        closedAt.put(index, at.toEpochMilli());
        purchases.put(rowKey(customer, at.toEpochMilli(), set.deal()), new Resolved(set.purchase(), List.of()));
    }

    private Bytes rowKey(String customer, long closedAtMillis, String deal) {
        return keys.text(customer).number(closedAtMillis).text(deal).build();
    }

    private List<Resolved> resolveRows(String customer, List<ZoneId> zones) {
        List<Resolved> resolved = new ArrayList<>();
        for (Resolved row : rows(customer)) {
            Resolved now = CustomerPurchases.resolve(row.purchase(), references.organisation(), zones);
            if (!now.equals(row)) {
                long at = row.purchase().closedAt().toEpochMilli();
                purchases.put(rowKey(customer, at, row.purchase().deal()), now);
            }
            resolved.add(now);
        }
        return resolved;
    }

    private void startScan() {
        boolean running = cursors.get(SCAN_CURSOR) != null;
        if (running) {
            cursors.put(SCAN_AGAIN, "");
        } else {
            cursors.put(SCAN_CURSOR, "");
        }
    }

    private void scan() {
        String cursor = cursors.get(SCAN_CURSOR);
        if (cursor == null) {
            return;
        }
        String next = null;
        List<String> step = new ArrayList<>(SCAN_STEP);
        try (KeyValueIterator<String, CustomerState> rest = customers.range(cursor, null)) {
            while (rest.hasNext()) {
                String customer = rest.next().key;
                if (step.size() == SCAN_STEP) {
                    next = customer;
                    break;
                }
                step.add(customer);
            }
        }
        for (String customer : step) {
            CustomerState state = stateOf(customer);
            refresh(customer, state, history(customer), state.fact(), scanCause);
        }
        boolean again = next == null && cursors.delete(SCAN_AGAIN) != null;
        cursors.put(SCAN_CURSOR, again ? "" : next);
    }
}
