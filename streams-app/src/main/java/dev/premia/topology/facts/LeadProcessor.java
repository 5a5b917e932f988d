package dev.premia.topology.facts;

import dev.premia.domain.credit.CellSink;
import dev.premia.domain.credit.LeadMeasuring;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.plan.own.OwnMeasuring;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.LeadInput;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.state.LeadState;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Folds leads and the outcomes of the deals that came from them, and sends their day cells to the latest owner. Key: lead
 * id. A plan with a new zone or measure starts a scan in bounded steps, after which every lead counts there too.
 */
public final class LeadProcessor implements Processor<String, Output, String, Output> {
    private final String storeName;
    private final String definitionStoreName;
    private final ZoneId organisationZone;
    private final Duration flushInterval;
    private final PlanDefinitions planDefinitions;
    private KeyValueStore<String, LeadState> leads;
    private DefinitionList definitions;
    private ProcessorContext<String, Output> context;

    public LeadProcessor(
            String storeName,
            String definitionStoreName,
            ZoneId organisationZone,
            Duration flushInterval,
            PlanDefinitions planDefinitions) {
        this.storeName = storeName;
        this.definitionStoreName = definitionStoreName;
        this.organisationZone = organisationZone;
        this.flushInterval = flushInterval;
        this.planDefinitions = planDefinitions;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        leads = context.getStateStore(storeName);
        definitions = new DefinitionList(context.getStateStore(definitionStoreName), organisationZone);
        context.schedule(flushInterval, PunctuationType.WALL_CLOCK_TIME, now -> scan());
    }

    @Override
    public void process(Record<String, Output> message) {
        if (message.value() instanceof Reference.Plan plan) {
            definitions.learn(planDefinitions.read(plan));
        } else if (message.value() instanceof LeadInput input) {
            LeadState stored = leads.get(message.key());
            LeadState before = stored == null ? LeadState.UNKNOWN : stored;
            LeadState after = apply(before, input);
            if (!after.equals(before)) {
                replace(message.key(), before, after, input.cause());
            }
        }
    }

    private static LeadState apply(LeadState before, LeadInput input) {
        if (input instanceof LeadInput.Said said) {
            Fold<LatestFact<LeadEvent>> fold = LatestFact.fold(before.fact(), said.event());
            return fold.arrival().rules()
                    ? new LeadState(fold.fact(), before.wonDeals(), before.definitions())
                    : before;
        }
        LeadInput.DealOutcome outcome = (LeadInput.DealOutcome) input;
        Set<String> won = new TreeSet<>(before.wonDeals());
        if (outcome.won()) {
            won.add(outcome.deal());
        } else {
            won.remove(outcome.deal());
        }
        return new LeadState(before.fact(), won, before.definitions());
    }

    private void replace(String id, LeadState before, LeadState after, Cause cause) {
        LeadState sent = after.withDefinitions(definitions.size());
        CellChanges changes = new CellChanges();
        addCells(before, before.definitions(), -1, changes);
        addCells(sent, sent.definitions(), 1, changes);
        leads.put(id, sent);
        changes.forEachSubject((subject, days) -> context.forward(
                new Record<>(subject.key(), new ManagerInput.CellsAdded(days, cause), cause.timestamp())));
    }

    private void addCells(LeadState state, int definitionCount, int sign, CellChanges changes) {
        LeadEvent lead = state.alive();
        if (lead == null) {
            return;
        }
        if (definitionCount > 0) {
            addThings(lead, state, sign, changes);
        }
        Subject subject = LeadMeasuring.subjectOf(lead);
        DefinitionList.Definitions counted = definitions.first(definitionCount);
        for (ZoneId zone : counted.zones()) {
            CellSink sink = (day, measure, dimension, delta) ->
                    changes.add(subject, zone, day, measure, dimension, sign * delta);
            LeadMeasuring.addCells(lead, !state.wonDeals().isEmpty(), zone, sink);
            OwnMeasuring.addLead(counted.measures(), lead, zone, sink);
        }
    }

    /** Campaigns and segments are measured in the organisation's zone alone. */
    private void addThings(LeadEvent lead, LeadState state, int sign, CellChanges changes) {
        for (Subject thing : LeadMeasuring.thingsOf(lead)) {
            LeadMeasuring.addCells(
                    lead,
                    !state.wonDeals().isEmpty(),
                    organisationZone,
                    (day, measure, dimension, delta) ->
                            changes.add(thing, organisationZone, day, measure, dimension, sign * delta));
        }
    }

    private void scan() {
        definitions.scan(
                DefinitionList.each(leads),
                LeadState::definitions,
                (id, fact) -> replace(id, fact, fact, planDefinitions.cause()));
    }
}
