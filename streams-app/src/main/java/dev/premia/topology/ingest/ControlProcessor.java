package dev.premia.topology.ingest;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.avro.ControlCodec;
import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.DecisionValidator;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.event.Violation;
import dev.premia.domain.ledger.Causes.EntityRevision;
import dev.premia.domain.ledger.Causes.OffsetRange;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Reference;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Reads the control topic: days, which move the as-of, and decisions. The topic has one partition, so of two decisions about
 * one thing the first rules and the other becomes a dead letter, as does a kind that this release does not act on.
 */
final class ControlProcessor implements Processor<byte[], byte[], String, Output> {
    private final RecordDecoder<?, Control> decoder;
    private final String storeName;
    private KeyValueStore<String, String> decided;
    private ProcessorContext<String, Output> context;

    ControlProcessor(Supplier<RecordDecoder<?, Control>> decoder, String storeName) {
        this.decoder = decoder.get();
        this.storeName = storeName;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
        decided = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<byte[], byte[]> source) {
        RecordMetadata position = context.recordMetadata().orElseThrow();
        Decoded<Control> decoded = decoder.decode(source.value());
        if (decoded.isFailure()) {
            reject(source, position, decoded.failure().code(), decoded.failure().message(), null);
            return;
        }
        Control control = decoded.event();
        if (ControlCodec.isDecision(control.getKind())) {
            decide(source, position, control);
        } else if (control.getKind() != ControlKind.day) {
            String found = "found kind " + control.getKind() + ", expected a kind that this release acts on";
            reject(source, position, "unsupported_control", found, "kind");
        } else if (control.getDay() == null) {
            reject(source, position, "missing_day", "found nothing, expected the day that has begun", "day");
        } else {
            Cause cause = cause("day", control.getDay().toString(), source, position);
            context.forward(new Record<>("day", new Reference.Day(control.getDay(), cause), source.timestamp()));
        }
    }

    private void decide(Record<byte[], byte[]> source, RecordMetadata position, Control control) {
        Decision decision;
        try {
            decision = ControlCodec.fromAvro(control);
        } catch (ContractValueException e) {
            reject(source, position, "invalid_value", e.getMessage(), null);
            return;
        }
        List<Violation> violations = DecisionValidator.validate(decision);
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            reject(source, position, first.code(), Violation.texts(violations), first.field());
            return;
        }
        switch (Decisions.admit(decision, decided::get)) {
            case REPEATED -> {}
            case CONFLICT ->
                reject(source, position, Decisions.CONFLICT_CODE, Decisions.conflictText(decision, decided::get), "id");
            case NEW -> {
                Decisions.keys(decision, decided::get).forEach(decided::put);
                Cause cause = cause("control", decision.heading().id(), source, position);
                context.forward(new Record<>(
                        decision.heading().id(), new Reference.Decided(decision, cause), source.timestamp()));
            }
        }
    }

    private static Cause cause(String type, String id, Record<byte[], byte[]> source, RecordMetadata position) {
        return new Cause(
                new EntityRevision(type, id, 1),
                List.of(new OffsetRange(position.topic(), position.partition(), position.offset(), position.offset())),
                source.timestamp());
    }

    private void reject(
            Record<byte[], byte[]> source, RecordMetadata position, String code, String reason, String field) {
        context.forward(DeadLetters.record(source, position, code, reason, field));
    }
}
