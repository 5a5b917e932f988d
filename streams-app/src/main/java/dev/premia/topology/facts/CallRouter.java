package dev.premia.topology.facts;

import dev.premia.domain.event.CallEvent;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
import dev.premia.domain.fact.RevisionMark;
import dev.premia.topology.ingest.Home;
import dev.premia.topology.message.CallSaid;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.LegInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Strayed;
import dev.premia.topology.state.ConversationRow;
import dev.premia.topology.state.PackedEntities;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Brings the legs of a conversation together. A leg that is a conversation of its own stays where it arrived and costs
 * nothing; only other legs travel, and only for them does the router remember where they went. What a leg said while it
 * stood alone is read from its own conversation, which lives in the same task. Key: call id.
 */
public final class CallRouter implements Processor<String, CallSaid, String, Output> {
    private final Stores stores;
    private final String conversationIndex;
    private final int partitions;
    private PackedEntities<LatestFact<CallEvent>> travelled;
    private PackedEntities<ConversationRow> conversations;
    private ProcessorContext<String, Output> context;

    /** The names of the stores. */
    public record Stores(String travelled, String travelledIndex) {}

    /**
     * @param conversationIndex the index of the conversations, which the router only reads
     */
    public CallRouter(Stores stores, String conversationIndex, int partitions) {
        this.stores = stores;
        this.conversationIndex = conversationIndex;
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        travelled = context.getStateStore(stores.travelledIndex());
        travelled.open(context.getStateStore(stores.travelled()), Long.MAX_VALUE, (call, leg) -> {});
        conversations = context.getStateStore(conversationIndex);
    }

    @Override
    public void process(Record<String, CallSaid> message) {
        CallEvent call = message.value().call();
        Cause cause = message.value().cause();
        LatestFact<CallEvent> before = travelled.get(message.key());
        boolean alone = call.conversation().equals(call.id());
        if (before == null && alone) {
            send(call.id(), new LegInput.Set(new LatestFact<>(RevisionMark.of(call), call), cause), cause);
            return;
        }
        if (before == null) {
            before = whileAlone(call.id());
        }
        Fold<LatestFact<CallEvent>> fold = LatestFact.fold(before, call);
        if (!fold.arrival().rules()) {
            return;
        }
        travelled.put(message.key(), fold.fact(), 0);
        // Earlier revisions may have counted in another conversation: the old one, or the leg's own.
        String previous = before == null ? call.id() : before.event().conversation();
        if (!previous.equals(call.conversation())) {
            send(previous, new LegInput.Moved(call.id(), fold.fact().mark(), cause), cause);
        }
        send(call.conversation(), new LegInput.Set(fold.fact(), cause), cause);
    }

    /** What the leg said last while it stood alone: an older revision that comes late must not travel. */
    private LatestFact<CallEvent> whileAlone(String call) {
        ConversationRow own = conversations.get(call);
        return own == null ? null : own.now().leg(call);
    }

    private void send(String conversation, LegInput input, Cause cause) {
        boolean here = context.taskId().partition() == Home.partitionOf(conversation, partitions);
        context.forward(new Record<>(conversation, here ? input : new Strayed(input), cause.timestamp()));
    }
}
