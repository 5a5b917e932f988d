package dev.premia.topology.facts;

import dev.premia.domain.credit.CallMeasuring;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.fact.LatestFact;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.LegInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.Conversation;
import dev.premia.topology.state.FlushPace;
import dev.premia.topology.state.PendingCells;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds the legs of conversations and sends day cells to those who took part. Changes of one subject and day are gathered
 * and sent on together, so that what travels is a small part of what arrives; what is gathered is kept in a store and
 * survives a crash. Key: conversation id.
 */
public final class ConversationProcessor implements Processor<String, Output, String, Output> {
    /** Under load, up to this many flush intervals are combined into one. */
    private static final int MAX_POSTPONED_FLUSHES = 10;

    private final Stores stores;
    private final ZoneId organisationZone;
    private final Duration flushInterval;
    private final PlanZones planZones;
    private KeyValueStore<String, Conversation> conversations;
    private final FlushPace pace = new FlushPace(MAX_POSTPONED_FLUSHES);
    private final Map<CellChanges.Place, PendingCells> pending = new LinkedHashMap<>();
    private KeyValueStore<String, PendingCells> pendingStore;
    private ZoneList zones;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(String conversations, String pending, String zones) {}

    public ConversationProcessor(Stores stores, ZoneId organisationZone, Duration flushInterval, PlanZones planZones) {
        this.stores = stores;
        this.organisationZone = organisationZone;
        this.flushInterval = flushInterval;
        this.planZones = planZones;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        conversations = context.getStateStore(stores.conversations());
        pendingStore = context.getStateStore(stores.pending());
        try (KeyValueIterator<String, PendingCells> all = pendingStore.all()) {
            all.forEachRemaining(entry -> pending.put(placeOf(entry.key), entry.value));
        }
        zones = new ZoneList(context.getStateStore(stores.zones()), organisationZone);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> {
            scan();
            if (pace.isDue()) {
                flush();
            }
        });
    }

    @Override
    public void process(Record<String, Output> message) {
        pace.input();
        if (message.value() instanceof Reference.Plan plan) {
            zones.learn(planZones.zoneOf(plan));
        } else if (message.value() instanceof LegInput input) {
            Conversation stored = conversations.get(message.key());
            Conversation before = stored == null ? Conversation.EMPTY : stored;
            Conversation after = apply(before, input);
            if (!after.equals(before)) {
                replace(message.key(), before, after, input.cause());
            }
        }
    }

    private static Conversation apply(Conversation before, LegInput input) {
        if (input instanceof LegInput.Moved moved) {
            return before.withoutOlder(moved.leg(), moved.mark());
        }
        LatestFact<CallEvent> leg = ((LegInput.Set) input).leg();
        LatestFact<CallEvent> known = before.leg(leg.event().id());
        boolean rules =
                leg.mark().arrivalAfter(known == null ? null : known.mark()).rules();
        return rules ? before.with(leg) : before;
    }

    private void replace(String id, Conversation before, Conversation after, Cause cause) {
        Conversation sent = after.withZones(zones.size());
        CellChanges changes = new CellChanges();
        addCells(before, before.zones(), -1, changes);
        addCells(sent, sent.zones(), 1, changes);
        conversations.put(id, sent);
        changes.forEach((place, cells) -> gather(place, cells, cause));
    }

    private void addCells(Conversation conversation, int zoneCount, int sign, CellChanges changes) {
        if (conversation.legs().isEmpty()) {
            return;
        }
        for (ZoneId zone : zones.first(zoneCount)) {
            CallMeasuring.addCells(
                    conversation.alive(),
                    zone,
                    (subject, day, measure, dimension, delta) ->
                            changes.add(subject, zone, day, measure, dimension, sign * delta));
        }
    }

    private void gather(CellChanges.Place place, DayCells cells, Cause cause) {
        PendingCells waiting = pending.get(place);
        PendingCells gathered;
        if (waiting == null) {
            gathered = new PendingCells(cells, cause);
        } else {
            waiting.cells().addAll(cells, 1);
            gathered = new PendingCells(waiting.cells(), waiting.cause().mergedWith(cause));
        }
        pending.put(place, gathered);
        pendingStore.put(storeKey(place), gathered);
    }

    private static String storeKey(CellChanges.Place place) {
        return place.subject().key() + '\n' + place.zone().getId() + '\n' + place.day();
    }

    private static CellChanges.Place placeOf(String storeKey) {
        String[] parts = storeKey.split("\n", -1);
        return new CellChanges.Place(Subject.parse(parts[0]), ZoneId.of(parts[1]), Integer.parseInt(parts[2]));
    }

    private void flush() {
        Map<Subject, List<ManagerInput.CellsOfDay>> days = new LinkedHashMap<>();
        Map<Subject, Cause> causes = new HashMap<>();
        pending.forEach((place, waiting) -> {
            pendingStore.delete(storeKey(place));
            if (!waiting.cells().isEmpty()) {
                days.computeIfAbsent(place.subject(), subject -> new ArrayList<>())
                        .add(new ManagerInput.CellsOfDay(place.zone(), place.day(), waiting.cells()));
                causes.merge(place.subject(), waiting.cause(), Cause::mergedWith);
            }
        });
        pending.clear();
        days.forEach((subject, ofSubject) -> {
            Cause cause = causes.get(subject);
            context.forward(
                    new Record<>(subject.key(), new ManagerInput.CellsAdded(ofSubject, cause), cause.timestamp()));
        });
    }

    private void scan() {
        zones.scan(conversations, Conversation::zones, (id, fact) -> replace(id, fact, fact, planZones.cause()));
    }
}
