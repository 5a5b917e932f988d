package dev.premia.topology.facts;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.CustomerAnswer;
import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ContractEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.ContractRenewed;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.ManagerEventSaid;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.ManagerEventState;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds facts of one subject (activities, survey answers, reviews, hours, contracts, spending, sizes of markets) and sends
 * their day cells to whom they belong. Key: the id of
 * the record. A plan with a new zone or measure starts a scan in bounded steps, after which everything counts there too.
 */
public final class ManagerEventProcessor implements Processor<String, Output, String, Output> {
    private final Stores stores;
    private final ZoneId organisationZone;
    private final Duration flushInterval;
    private final PlanDefinitions planDefinitions;
    private KeyValueStore<String, ManagerEventState> events;
    private DefinitionList definitions;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(String events, String definitions) {}

    public ManagerEventProcessor(
            Stores stores, ZoneId organisationZone, Duration flushInterval, PlanDefinitions planDefinitions) {
        this.stores = stores;
        this.organisationZone = organisationZone;
        this.flushInterval = flushInterval;
        this.planDefinitions = planDefinitions;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        events = context.getStateStore(stores.events());
        definitions = new DefinitionList(context.getStateStore(stores.definitions()), organisationZone);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> scan());
    }

    @Override
    public void process(Record<String, Output> message) {
        if (message.value() instanceof Reference.Plan plan) {
            definitions.learn(planDefinitions.read(plan));
        } else if (message.value() instanceof ManagerEventSaid said) {
            String key = key(said.event().type(), said.event().id());
            ManagerEventState before = stateOf(key);
            Fold<LatestFact<ManagerEvent>> fold = LatestFact.fold(before.fact(), said.event());
            if (fold.arrival().rules()) {
                replace(key, before, fold.fact(), before.wonDeals(), said.cause());
            }
        } else if (message.value() instanceof ContractRenewed renewed) {
            String key = key(ContractEvent.TYPE, message.key());
            ManagerEventState before = stateOf(key);
            Set<String> won = new TreeSet<>(before.wonDeals());
            boolean changed = renewed.won() ? won.add(renewed.deal()) : won.remove(renewed.deal());
            if (changed) {
                replace(key, before, before.fact(), won, renewed.cause());
            }
        }
    }

    private static String key(String type, String id) {
        return type + '|' + id;
    }

    private ManagerEventState stateOf(String key) {
        ManagerEventState state = events.get(key);
        return state == null ? ManagerEventState.UNKNOWN : state;
    }

    private void replace(
            String key, ManagerEventState before, LatestFact<ManagerEvent> fact, Set<String> wonDeals, Cause cause) {
        CellChanges changes = new CellChanges();
        addCells(before, -1, changes);
        ManagerEventState after = new ManagerEventState(fact, wonDeals, definitions.size());
        addCells(after, 1, changes);
        events.put(key, after);
        changes.forEachSubject((subject, days) -> context.forward(
                new Record<>(subject.key(), new ManagerInput.CellsAdded(days, cause), cause.timestamp())));
        tellCustomers(before.alive(), after.alive(), cause);
    }

    /** Whether the customer was a VIP is known where its record is. */
    private void tellCustomers(ManagerEvent before, ManagerEvent after, Cause cause) {
        CustomerAnswer was = CustomerAnswer.of(before);
        CustomerAnswer is = CustomerAnswer.of(after);
        if (was != null
                && (is == null || !CustomerAnswer.customerOf(before).equals(CustomerAnswer.customerOf(after)))) {
            tellCustomer(before, null, cause);
        }
        if (is != null
                && !(is.equals(was) && CustomerAnswer.customerOf(before).equals(CustomerAnswer.customerOf(after)))) {
            tellCustomer(after, is, cause);
        }
    }

    private void tellCustomer(ManagerEvent event, CustomerAnswer answer, Cause cause) {
        context.forward(new Record<>(
                CustomerAnswer.customerOf(event),
                new CustomerInput.AnswerSet(event.id(), answer, cause),
                cause.timestamp()));
    }

    private void addCells(ManagerEventState state, int sign, CellChanges changes) {
        ManagerEvent event = state.alive();
        if (event == null) {
            return;
        }
        boolean renewed = !state.wonDeals().isEmpty();
        Subject subject = ManagerEventMeasuring.subjectOf(event);
        DefinitionList.Definitions counted = definitions.first(state.definitions());
        for (ZoneId zone : subject == null ? List.<ZoneId>of() : counted.zones()) {
            CellSink sink = sink(subject, zone, sign, changes);
            ManagerEventMeasuring.addCells(event, renewed, zone, sink);
            OwnMeasuring.addWork(counted.measures(), event, zone, sink);
        }
        Subject thing = ManagerEventMeasuring.thingOf(event);
        if (thing != null && !counted.zones().isEmpty()) {
            // Things are measured in the organisation's zone alone.
            ManagerEventMeasuring.addCells(
                    event, renewed, organisationZone, sink(thing, organisationZone, sign, changes));
        }
    }

    private static CellSink sink(Subject subject, ZoneId zone, int sign, CellChanges changes) {
        return (day, measure, dimension, delta) -> changes.add(subject, zone, day, measure, dimension, sign * delta);
    }

    private void scan() {
        definitions.scan(
                DefinitionList.each(events),
                ManagerEventState::definitions,
                (key, state) -> replace(key, state, state.fact(), state.wonDeals(), planDefinitions.cause()));
    }
}
