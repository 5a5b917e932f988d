package dev.premia.topology.customers;

import dev.premia.domain.credit.CustomerPurchases;
import dev.premia.domain.credit.CustomerPurchases.Assignment;
import dev.premia.domain.credit.CustomerPurchases.Party;
import dev.premia.domain.credit.CustomerPurchases.Resolved;
import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.credit.Subject;
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
    private KeyValueStore<String, CustomerState> customers;
    private KeyValueStore<String, String> cursors;
    private ReferenceView references;
    private Cause scanCause = Cause.NONE;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(String purchases, String closedAt, String customers, String cursors, String references) {}

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
        } else if (message.value() instanceof CustomerInput input) {
            apply(message.key(), input);
        }
    }

    private void apply(String customer, CustomerInput input) {
        CustomerState state = stateOf(customer);
        List<Resolved> before = rows(customer);
        if (input instanceof CustomerInput.PurchaseSet set) {
            putRow(customer, set);
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
            String customer, CustomerState state, List<Resolved> before, LatestFact<CustomerRecord> fact, Cause cause) {
        List<ZoneId> zones = references.zones(references.definitionSet());
        List<Resolved> after = resolveRows(customer, zones);
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
        sendOrders(customer, before, after, cause);
    }

    private static void addCells(
            List<Resolved> rows, CustomerState state, List<ZoneId> zones, int sign, CellChanges changes) {
        for (int i = 0; i < state.zones(); i++) {
            ZoneId zone = zones.get(i);
            CustomerPurchases.addCells(
                    rows,
                    i,
                    zone,
                    state.assignment(),
                    (subject, day, measure, dimension, delta) ->
                            changes.add(subject, zone, day, measure, dimension, sign * delta));
        }
    }

    private void sendCells(CellChanges changes, Cause cause) {
        changes.forEachSubject((subject, days) -> {
            if (subject.isManager()) {
                forward(subject, new ManagerInput.CellsAdded(days, cause), cause);
            } else {
                days.forEach(day -> forward(subject, new GroupInput(day.zone(), day.day(), day.cells(), cause), cause));
            }
        });
    }

    private void forward(Subject subject, Output message, Cause cause) {
        context.forward(new Record<>(subject.key(), message, cause.timestamp()));
    }

    private void sendOrders(String customer, List<Resolved> before, List<Resolved> after, Cause cause) {
        record Place(Subject subject, String deal) {}
        Map<Place, CustomerOrder> was = new HashMap<>();
        eachOrder(before, (subject, deal, order) -> was.put(new Place(subject, deal), order));
        eachOrder(after, (subject, deal, order) -> {
            if (was.remove(new Place(subject, deal)) != order) {
                sendOrder(subject, new ManagerInput.OrderSet(deal, customer, order, cause));
            }
        });
        was.forEach((place, order) -> sendOrder(
                place.subject(), new ManagerInput.OrderSet(place.deal(), customer, CustomerOrder.NONE, cause)));
    }

    @FunctionalInterface
    private interface OrderVisitor {
        void order(Subject subject, String deal, CustomerOrder order);
    }

    private static void eachOrder(List<Resolved> rows, OrderVisitor visitor) {
        for (int i = 0; i < rows.size(); i++) {
            CustomerOrder order = i == 0 ? CustomerOrder.FIRST : CustomerOrder.REPEAT;
            for (Party party : rows.get(i).purchase().parties()) {
                visitor.order(party.subject(), rows.get(i).purchase().deal(), order);
            }
        }
    }

    private void sendOrder(Subject subject, ManagerInput.OrderSet order) {
        forward(subject, order, order.cause());
    }

    private List<Resolved> rows(String customer) {
        List<Resolved> rows = new ArrayList<>();
        Bytes prefix = keys.text(customer).build();
        try (KeyValueIterator<Bytes, Resolved> all = purchases.range(prefix, StoreKey.endOf(prefix))) {
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
            refresh(customer, state, rows(customer), state.fact(), scanCause);
        }
        boolean again = next == null && cursors.delete(SCAN_AGAIN) != null;
        cursors.put(SCAN_CURSOR, again ? "" : next);
    }
}
