package dev.premia.topology.facts;

import dev.premia.domain.credit.CallMeasuring;
import dev.premia.domain.credit.Callbacks;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.credit.SubjectCells;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.LegInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.Conversation;
import dev.premia.topology.state.ConversationRow;
import dev.premia.topology.state.FlushPace;
import dev.premia.topology.state.PackedEntities;
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
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds the legs of conversations and sends day cells to those who took part. Changes of one subject and day are gathered
 * and sent on together, so that what travels is a small part of what arrives. What is gathered lives on the heap; a
 * conversation's row says what of it was sent, and by that it is gathered again after a crash. Key: conversation id.
 */
public final class ConversationProcessor implements Processor<String, Output, String, Output> {
    /** Under load, up to this many flush intervals are combined into one. */
    private static final int MAX_POSTPONED_FLUSHES = 10;

    /** The same when far behind. */
    private static final int MAX_POSTPONED_BEHIND = 30;

    /** The key in the store of flushes of how many there were. */
    private static final int FLUSHES_DONE = 0;

    /** The key in the store of flushes of a mark that is there while something waits for the next one. */
    public static final int WAITING = 1;

    private final Stores stores;
    private final ZoneId organisationZone;
    private final Duration flushInterval;
    private final PlanDefinitions planDefinitions;
    private PackedEntities<ConversationRow> conversations;
    private FlushPace pace;
    private Map<CellChanges.Place, Gathered> gathered;
    private KeyValueStore<Integer, Long> flushes;
    private long nextFlush;
    private DefinitionList definitions;
    private ProcessorContext<String, Output> context;

    /**
     * The names of the stores.
     *
     * @param flushes how many flushes there were, and whether something waits for the next one
     */
    public record Stores(String conversations, String index, String flushes, String definitions) {}

    /** Cells that wait to be sent on together, changed in place, and all their causes in one. */
    private record Gathered(DayCells cells, Cause cause) {}

    public ConversationProcessor(
            Stores stores, ZoneId organisationZone, Duration flushInterval, PlanDefinitions planDefinitions) {
        this.stores = stores;
        this.organisationZone = organisationZone;
        this.flushInterval = flushInterval;
        this.planDefinitions = planDefinitions;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        // Kafka Streams gives a processor a second life after a failed commit: nothing of the first one may stay.
        pace = new FlushPace(MAX_POSTPONED_FLUSHES, MAX_POSTPONED_BEHIND);
        gathered = new LinkedHashMap<>();
        definitions = new DefinitionList(context.getStateStore(stores.definitions()), organisationZone);
        flushes = context.getStateStore(stores.flushes());
        Long done = flushes.get(FLUSHES_DONE);
        nextFlush = done == null ? 0 : done;
        conversations = context.getStateStore(stores.index());
        conversations.open(context.getStateStore(stores.conversations()), nextFlush, (id, row) -> {
            if (row.flush() == nextFlush) {
                gather(row.sent(), row.now(), row.cause());
            }
        });
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> {
            scan();
            if (pace.isDue()) {
                flush();
            }
        });
    }

    @Override
    public void process(Record<String, Output> message) {
        pace.input(message.timestamp(), context.currentSystemTimeMs());
        if (message.value() instanceof Reference.Plan plan) {
            definitions.learn(planDefinitions.read(plan));
        } else if (message.value() instanceof LegInput input) {
            ConversationRow before = conversations.get(message.key());
            Conversation known = before == null ? Conversation.EMPTY : before.now();
            Conversation after = apply(known, input);
            if (!after.equals(known)) {
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

    private void replace(String id, ConversationRow before, Conversation after, Cause cause) {
        ConversationRow row =
                ConversationRow.changed(before, after.withDefinitions(definitions.size()), nextFlush, cause);
        conversations.put(id, row, nextFlush);
        gather(before == null ? Conversation.EMPTY : before.now(), row.now(), cause);
        tellCallers(id, before == null ? Conversation.EMPTY : before.now(), row.now(), cause);
    }

    /** Whether a miss was returned is known where all conversations with the caller are; it is asked only for plans. */
    private void tellCallers(String id, Conversation before, Conversation after, Cause cause) {
        Map<String, Callbacks.Contact> was = contacts(id, before);
        Map<String, Callbacks.Contact> is = contacts(id, after);
        is.forEach((caller, contact) -> {
            if (!contact.equals(was.get(caller))) {
                tellCaller(caller, new CustomerInput.ContactSet(id, contact, cause));
            }
        });
        was.keySet().stream()
                .filter(caller -> !is.containsKey(caller))
                .forEach(caller -> tellCaller(caller, new CustomerInput.ContactSet(id, null, cause)));
    }

    private Map<String, Callbacks.Contact> contacts(String id, Conversation conversation) {
        for (OwnMeasure measure : definitions.first(conversation.definitions()).measures()) {
            if (measure.measure() == Measures.CALLBACKS) {
                return Callbacks.contactsOf(id, conversation.alive());
            }
        }
        return Map.of();
    }

    private void tellCaller(String caller, CustomerInput.ContactSet message) {
        context.forward(new Record<>(caller, message, message.cause().timestamp()));
    }

    private void gather(Conversation before, Conversation after, Cause cause) {
        CellChanges changes = new CellChanges();
        addCells(before, before.definitions(), -1, changes);
        addCells(after, after.definitions(), 1, changes);
        changes.forEach((place, cells) -> gather(place, cells, cause));
    }

    private void addCells(Conversation conversation, int definitionCount, int sign, CellChanges changes) {
        if (conversation.legs().isEmpty()) {
            return;
        }
        DefinitionList.Definitions counted = definitions.first(definitionCount);
        List<CallEvent> legs = conversation.alive();
        for (ZoneId zone : counted.zones()) {
            SubjectCells sink = (subject, day, measure, dimension, delta) ->
                    changes.add(subject, zone, day, measure, dimension, sign * delta);
            CallMeasuring.addCells(legs, zone, sink);
            if (!counted.measures().isEmpty()) {
                OwnMeasuring.addCalls(counted.measures(), legs, zone, sink);
            }
        }
    }

    private void gather(CellChanges.Place place, DayCells cells, Cause cause) {
        if (gathered.isEmpty()) {
            flushes.put(WAITING, nextFlush);
        }
        Gathered waiting = gathered.get(place);
        if (waiting == null) {
            gathered.put(place, new Gathered(cells, cause));
        } else {
            waiting.cells().addAll(cells, 1);
            gathered.put(place, new Gathered(waiting.cells(), waiting.cause().mergedWith(cause)));
        }
    }

    private void flush() {
        if (gathered.isEmpty()) {
            return;
        }
        Map<Subject, List<ManagerInput.CellsOfDay>> days = new LinkedHashMap<>();
        Map<Subject, Cause> causes = new HashMap<>();
        gathered.forEach((place, waiting) -> {
            if (!waiting.cells().isEmpty()) {
                days.computeIfAbsent(place.subject(), subject -> new ArrayList<>())
                        .add(new ManagerInput.CellsOfDay(place.zone(), place.day(), waiting.cells()));
                causes.merge(place.subject(), waiting.cause(), Cause::mergedWith);
            }
        });
        gathered.clear();
        nextFlush++;
        flushes.put(FLUSHES_DONE, nextFlush);
        flushes.delete(WAITING);
        days.forEach((subject, ofSubject) -> {
            Cause cause = causes.get(subject);
            context.forward(
                    new Record<>(subject.key(), new ManagerInput.CellsAdded(ofSubject, cause), cause.timestamp()));
        });
    }

    private void scan() {
        definitions.scan(
                DefinitionList.each(conversations),
                row -> row.now().definitions(),
                (id, row) -> replace(id, row, row.now(), planDefinitions.cause()));
    }
}
