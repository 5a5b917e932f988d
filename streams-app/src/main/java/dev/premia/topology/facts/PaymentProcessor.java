package dev.premia.topology.facts;

import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.DealInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.PaymentSaid;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Folds payments by their own id and tells the deal that they name, and the deal that they named before. */
public final class PaymentProcessor implements Processor<String, PaymentSaid, String, Output> {
    private final String storeName;
    private KeyValueStore<String, LatestFact<PaymentEvent>> payments;
    private ProcessorContext<String, Output> context;

    public PaymentProcessor(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        payments = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, PaymentSaid> message) {
        LatestFact<PaymentEvent> before = payments.get(message.key());
        Fold<LatestFact<PaymentEvent>> fold =
                LatestFact.fold(before, message.value().payment());
        if (!fold.arrival().rules()) {
            return;
        }
        payments.put(message.key(), fold.fact());
        Cause cause = message.value().cause();
        PaymentEvent was = before == null ? null : before.alive();
        PaymentEvent is = fold.fact().alive();
        if (was != null && (is == null || !is.deal().equals(was.deal()))) {
            forward(was.deal(), new DealInput.PaymentRemoved(was.id(), cause), cause);
        }
        if (is != null) {
            forward(is.deal(), new DealInput.PaymentSet(is, cause), cause);
        }
    }

    private void forward(String deal, DealInput message, Cause cause) {
        context.forward(new Record<>(deal, message, cause.timestamp()));
    }
}
