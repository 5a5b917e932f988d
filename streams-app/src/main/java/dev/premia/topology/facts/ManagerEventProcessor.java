package dev.premia.topology.facts;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.ManagerEventSaid;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.ManagerEventState;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds activities, survey answers and reviews and sends their day cells to the manager to whom they belong. Key: the id of
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
            String key = said.event().type() + '|' + said.event().id();
            ManagerEventState before = events.get(key);
            Fold<LatestFact<ManagerEvent>> fold = LatestFact.fold(before == null ? null : before.fact(), said.event());
            if (fold.arrival().rules()) {
                replace(key, before, fold.fact(), said.cause());
            }
        }
    }

    private void replace(String key, ManagerEventState before, LatestFact<ManagerEvent> fact, Cause cause) {
        CellChanges changes = new CellChanges();
        if (before != null) {
            addCells(before.fact(), before.definitions(), -1, changes);
        }
        ManagerEventState after = new ManagerEventState(fact, definitions.size());
        addCells(fact, after.definitions(), 1, changes);
        events.put(key, after);
        changes.forEachSubject((subject, days) -> context.forward(
                new Record<>(subject.key(), new ManagerInput.CellsAdded(days, cause), cause.timestamp())));
    }

    private void addCells(LatestFact<ManagerEvent> fact, int definitionCount, int sign, CellChanges changes) {
        ManagerEvent event = fact.alive();
        if (event == null) {
            return;
        }
        Subject subject = ManagerEventMeasuring.subjectOf(event);
        DefinitionList.Definitions counted = definitions.first(definitionCount);
        for (ZoneId zone : counted.zones()) {
            CellSink sink = (day, measure, dimension, delta) ->
                    changes.add(subject, zone, day, measure, dimension, sign * delta);
            ManagerEventMeasuring.addCells(event, zone, sink);
            OwnMeasuring.addWork(counted.measures(), event, zone, sink);
        }
    }

    private void scan() {
        definitions.scan(
                DefinitionList.each(events),
                ManagerEventState::definitions,
                (key, state) -> replace(key, state, state.fact(), planDefinitions.cause()));
    }
}
