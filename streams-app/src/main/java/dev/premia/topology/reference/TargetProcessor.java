package dev.premia.topology.reference;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.event.SubjectType;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.fact.Fold;
import dev.premia.domain.fact.LatestFact;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.ManagerInput;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import dev.premia.topology.message.TargetSaid;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;

/** Folds targets by their own id and tells whom they are for: a manager alone, or every task where a group's are read. */
public final class TargetProcessor implements Processor<String, TargetSaid, String, Output> {
    private final String storeName;
    private KeyValueStore<String, LatestFact<TargetRecord>> targets;
    private ProcessorContext<String, Output> context;

    public TargetProcessor(String storeName) {
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        targets = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, TargetSaid> message) {
        LatestFact<TargetRecord> before = targets.get(message.key());
        Fold<LatestFact<TargetRecord>> fold =
                LatestFact.fold(before, message.value().target());
        if (!fold.arrival().rules()) {
            return;
        }
        targets.put(message.key(), fold.fact());
        TargetRecord was = before == null ? null : before.alive();
        TargetRecord is = fold.fact().alive();
        Cause cause = message.value().cause();
        if (was != null && (is == null || !receiver(was).equals(receiver(is)))) {
            send(was, null, cause);
        }
        if (is != null) {
            send(is, is, cause);
        }
    }

    private static String receiver(TargetRecord target) {
        return target.subjectType() == SubjectType.MANAGER ? target.subject() : "";
    }

    private void send(TargetRecord of, TargetRecord value, Cause cause) {
        boolean personal = of.subjectType() == SubjectType.MANAGER;
        String key = personal ? Subject.manager(of.subject()).key() : of.id();
        Output message = personal
                ? new ManagerInput.TargetSet(of.id(), value, cause)
                : new Reference.GroupTarget(of.id(), value, cause);
        context.forward(new Record<>(key, message, cause.timestamp()));
    }
}
