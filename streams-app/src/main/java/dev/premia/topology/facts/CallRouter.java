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
import dev.premia.topology.state.Conversation;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Brings the legs of a conversation together. A leg that is a conversation of its own stays where it arrived and costs
 * nothing; only other legs travel, and only for them does the router remember where they went. What a leg said while it
 * stood alone is read from its own conversation, which lives in the same task. Key: call id.
 */
public final class CallRouter implements Processor<String, CallSaid, String, Output> {
    private final String storeName;
    private final String conversationStoreName;
    private final int partitions;
    private KeyValueStore<String, LatestFact<CallEvent>> travelled;
    private KeyValueStore<String, Conversation> conversations;
    private ProcessorContext<String, Output> context;

    /**
     * @param storeName the router's own store
     * @param conversationStoreName the store of the conversations, which the router only reads
     */
    public CallRouter(String storeName, String conversationStoreName, int partitions) {
        this.storeName = storeName;
        this.conversationStoreName = conversationStoreName;
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        travelled = context.getStateStore(storeName);
        conversations = context.getStateStore(conversationStoreName);
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
        travelled.put(message.key(), fold.fact());
        // Earlier revisions may have counted in another conversation: the old one, or the leg's own.
        String previous = before == null ? call.id() : before.event().conversation();
        if (!previous.equals(call.conversation())) {
            send(previous, new LegInput.Moved(call.id(), fold.fact().mark(), cause), cause);
        }
        send(call.conversation(), new LegInput.Set(fold.fact(), cause), cause);
    }

    /** What the leg said last while it stood alone: an older revision that comes late must not travel. */
    private LatestFact<CallEvent> whileAlone(String call) {
        Conversation own = conversations.get(call);
        return own == null ? null : own.leg(call);
    }

    private void send(String conversation, LegInput input, Cause cause) {
        boolean here = context.taskId().partition() == Home.partitionOf(conversation, partitions);
        context.forward(new Record<>(conversation, here ? input : new Strayed(input), cause.timestamp()));
    }
}
