package dev.premia.topology.facts;

import dev.premia.domain.credit.ManagerEventMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
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
 * the record. A plan in a new zone starts a scan in bounded steps, after which everything counts in that zone too.
 */
public final class ManagerEventProcessor implements Processor<String, Output, String, Output> {
    private final Stores stores;
    private final ZoneId organisationZone;
    private final Duration flushInterval;
    private final PlanZones planZones;
    private KeyValueStore<String, ManagerEventState> events;
    private ZoneList zones;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(String events, String zones) {}

    public ManagerEventProcessor(Stores stores, ZoneId organisationZone, Duration flushInterval, PlanZones planZones) {
        this.stores = stores;
        this.organisationZone = organisationZone;
        this.flushInterval = flushInterval;
        this.planZones = planZones;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        events = context.getStateStore(stores.events());
        zones = new ZoneList(context.getStateStore(stores.zones()), organisationZone);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> scan());
    }

    @Override
    public void process(Record<String, Output> message) {
        if (message.value() instanceof Reference.Plan plan) {
            zones.learn(planZones.zoneOf(plan));
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
            addCells(before.fact(), before.zones(), -1, changes);
        }
        ManagerEventState after = new ManagerEventState(fact, zones.size());
        addCells(fact, after.zones(), 1, changes);
        events.put(key, after);
        changes.forEachSubject((subject, days) -> context.forward(
                new Record<>(subject.key(), new ManagerInput.CellsAdded(days, cause), cause.timestamp())));
    }

    private void addCells(LatestFact<ManagerEvent> fact, int zoneCount, int sign, CellChanges changes) {
        ManagerEvent event = fact.alive();
        if (event == null) {
            return;
        }
        Subject subject = ManagerEventMeasuring.subjectOf(event);
        for (ZoneId zone : zones.first(zoneCount)) {
            ManagerEventMeasuring.addCells(
                    event,
                    zone,
                    (day, measure, dimension, delta) ->
                            changes.add(subject, zone, day, measure, dimension, sign * delta));
        }
    }

    private void scan() {
        zones.scan(
                ZoneList.each(events),
                ManagerEventState::zones,
                (key, state) -> replace(key, state, state.fact(), planZones.cause()));
    }
}
