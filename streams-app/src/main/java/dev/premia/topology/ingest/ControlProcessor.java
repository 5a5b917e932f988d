package dev.premia.topology.ingest;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
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

/** Reads the control topic: days, which move the as-of. A kind that this release does not act on becomes a dead letter. */
final class ControlProcessor implements Processor<byte[], byte[], String, Output> {
    private final RecordDecoder<?, Control> decoder;
    private ProcessorContext<String, Output> context;

    ControlProcessor(Supplier<RecordDecoder<?, Control>> decoder) {
        this.decoder = decoder.get();
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
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
        if (control.getKind() != ControlKind.day) {
            reject(
                    source,
                    position,
                    "unsupported_control",
                    "found kind " + control.getKind() + ", expected day",
                    "kind");
            return;
        }
        if (control.getDay() == null) {
            reject(source, position, "missing_day", "found nothing, expected the day that has begun", "day");
            return;
        }
        Cause cause = new Cause(
                new EntityRevision("day", control.getDay().toString(), 1),
                List.of(new OffsetRange(position.topic(), position.partition(), position.offset(), position.offset())),
                source.timestamp());
        context.forward(new Record<>("day", new Reference.Day(control.getDay(), cause), source.timestamp()));
    }

    private void reject(
            Record<byte[], byte[]> source, RecordMetadata position, String code, String reason, String field) {
        context.forward(DeadLetters.record(source, position, code, reason, field));
    }
}
