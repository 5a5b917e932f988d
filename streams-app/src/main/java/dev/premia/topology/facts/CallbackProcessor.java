package dev.premia.topology.facts;

import dev.premia.domain.credit.Callbacks;
import dev.premia.domain.credit.SubjectCells;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.CustomerInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.CallerState;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Brings missed calls and the calls that return them together. Conversations are sent here only while a plan reads how many
 * misses were returned. Key: the caller.
 */
public final class CallbackProcessor implements Processor<String, Output, String, Output> {
    private final Stores stores;
    private final ZoneId organisationZone;
    private final Duration flushInterval;
    private final PlanDefinitions planDefinitions;
    private KeyValueStore<String, CallerState> callers;
    private DefinitionList definitions;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(String callers, String definitions) {}

    public CallbackProcessor(
            Stores stores, ZoneId organisationZone, Duration flushInterval, PlanDefinitions planDefinitions) {
        this.stores = stores;
        this.organisationZone = organisationZone;
        this.flushInterval = flushInterval;
        this.planDefinitions = planDefinitions;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        callers = context.getStateStore(stores.callers());
        definitions = new DefinitionList(context.getStateStore(stores.definitions()), organisationZone);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> scan());
    }

    @Override
    public void process(Record<String, Output> message) {
        if (message.value() instanceof Reference.Plan plan) {
            definitions.learn(planDefinitions.read(plan));
        } else if (message.value() instanceof CustomerInput.ContactSet set) {
            CallerState known = callers.get(message.key());
            CallerState before = known == null ? CallerState.UNKNOWN : known;
            replace(message.key(), before, before.with(set.conversation(), set.contact()), set.cause());
        }
    }

    private void replace(String caller, CallerState before, CallerState now, Cause cause) {
        CallerState after = now.withDefinitions(definitions.size());
        CellChanges changes = new CellChanges();
        addCells(before, -1, changes);
        addCells(after, 1, changes);
        callers.put(caller, after.contacts().isEmpty() ? null : after);
        changes.forEachSubject((subject, days) -> context.forward(
                new Record<>(subject.key(), new ManagerInput.CellsAdded(days, cause), cause.timestamp())));
    }

    private void addCells(CallerState state, int sign, CellChanges changes) {
        for (ZoneId zone : definitions.first(state.definitions()).zones()) {
            SubjectCells sink = (subject, day, measure, dimension, delta) ->
                    changes.add(subject, zone, day, measure, dimension, sign * delta);
            Callbacks.addCells(state.contacts(), zone, sink);
        }
    }

    private void scan() {
        definitions.scan(
                DefinitionList.each(callers),
                CallerState::definitions,
                (caller, state) -> replace(caller, state, state, planDefinitions.cause()));
    }
}
