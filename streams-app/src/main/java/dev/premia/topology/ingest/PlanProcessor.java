package dev.premia.topology.ingest;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.PlanApproval;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.ledger.Causes.EntityRevision;
import dev.premia.domain.ledger.Causes.OffsetRange;
import dev.premia.domain.plan.PlanUnits;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.schemas.Plan;
import dev.premia.schemas.PlanStatus;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Checks published plans once, before any task takes them in; a plan with errors becomes a dead letter that lists them. The
 * topic has one partition: of two documents of one version the first rules, and the other becomes a dead letter, as does a
 * version that changes what is booked in.
 */
final class PlanProcessor implements Processor<byte[], byte[], String, Output> {
    private final RecordDecoder<?, Plan> decoder;
    private final String storeName;
    private KeyValueStore<String, String> published;
    private ProcessorContext<String, Output> context;

    PlanProcessor(Supplier<RecordDecoder<?, Plan>> decoder, String storeName) {
        this.decoder = decoder.get();
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        published = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], byte[]> source) {
        RecordMetadata position = context.recordMetadata().orElseThrow();
        Decoded<Plan> decoded = decoder.decode(source.value());
        if (decoded.isFailure()) {
            reject(source, position, decoded.failure().code(), decoded.failure().message());
            return;
        }
        Plan plan = decoded.event();
        PlanFile.Result result = PlanFile.read(plan.getPlan(), plan.getDocument());
        if (!result.isValid()) {
            String problems = result.errors().stream().map(Object::toString).collect(Collectors.joining("\n"));
            reject(source, position, "invalid_plan", problems);
            return;
        }
        boolean matches =
                result.plan().plan().equals(plan.getPlan()) && result.plan().version() == plan.getVersion();
        if (!matches) {
            String found = result.plan().label() + " in the document of " + plan.getPlan() + " v" + plan.getVersion();
            reject(source, position, "plan_mismatch", "found " + found + ", expected the same plan and version");
            return;
        }
        if (plan.getRestateClosed() && !PlanApproval.isGiven(plan)) {
            reject(source, position, PlanApproval.MISSING_CODE, PlanApproval.text(plan));
            return;
        }
        String known = published.get(result.plan().label());
        if (known != null) {
            if (!known.equals(result.plan().sha256())) {
                reject(
                        source,
                        position,
                        "plan_conflict",
                        "found another document of " + result.plan().label()
                                + " than the one published first, expected a new version number: versions never change");
            }
            return;
        }
        boolean shadow = plan.getStatus() == PlanStatus.shadow || result.shadow();
        PlanVersion booked = shadow ? result.plan().asShadow() : result.plan();
        PlanUnits.Change change = PlanUnits.change(booked, published::get);
        if (change != null) {
            reject(source, position, PlanUnits.CODE, change.toString());
            return;
        }
        PlanUnits.keys(booked).forEach(published::put);
        published.put(result.plan().label(), result.plan().sha256());
        Cause cause = new Cause(
                new EntityRevision("plan", plan.getPlan(), plan.getVersion()),
                List.of(new OffsetRange(position.topic(), position.partition(), position.offset(), position.offset())),
                source.timestamp());
        context.forward(new Record<>(
                plan.getPlan(),
                new Reference.Plan(
                        plan.getPlan(), plan.getVersion(), shadow, plan.getDocument(), plan.getRestateClosed(), cause),
                source.timestamp()));
    }

    private void reject(Record<byte[], byte[]> source, RecordMetadata position, String code, String reason) {
        context.forward(DeadLetters.record(source, position, code, reason, null));
    }
}
