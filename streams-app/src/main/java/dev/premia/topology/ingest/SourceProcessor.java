package dev.premia.topology.ingest;

import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.event.EntityEvent;
import dev.premia.domain.event.EventValidator;
import dev.premia.domain.event.Violation;
import dev.premia.domain.ledger.Causes.EntityRevision;
import dev.premia.domain.ledger.Causes.OffsetRange;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.Output;
import dev.premia.topology.message.Strayed;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/**
 * Decodes and validates the records of one source topic. A valid one goes on under its entity's id, whatever the record
 * key was; anything else becomes a dead letter.
 */
final class SourceProcessor<E extends EntityEvent> implements Processor<byte[], byte[], String, Output> {
    private final RecordDecoder<?, E> decoder;
    private final SourceKind<E> kind;
    private final int partitions;
    private ProcessorContext<String, Output> context;

    /**
     * How a kind of source record goes on.
     *
     * @param type the entity type that causes name, e.g. {@code deal}
     * @param namedCauses whether entries name each revision, or only ranges of offsets
     * @param homebound whether the message must be processed where its entity lives
     * @param message makes the message
     */
    record SourceKind<E>(String type, boolean namedCauses, boolean homebound, BiFunction<E, Cause, Output> message) {}

    SourceProcessor(Supplier<RecordDecoder<?, E>> decoder, SourceKind<E> kind, int partitions) {
        this.decoder = decoder.get();
        this.kind = kind;
        this.partitions = partitions;
    }

    @Override
    public void init(ProcessorContext<String, Output> processorContext) {
        context = processorContext;
    }

    @Override
    public void process(Record<byte[], byte[]> source) {
        RecordMetadata position = context.recordMetadata().orElseThrow();
        Decoded<E> decoded = decoder.decode(source.value());
        if (decoded.isFailure()) {
            reject(source, position, decoded.failure().code(), decoded.failure().message(), null);
            return;
        }
        E event = decoded.event();
        List<Violation> violations = EventValidator.validate(event);
        if (!violations.isEmpty()) {
            Violation first = violations.get(0);
            reject(source, position, first.code(), Violation.texts(violations), first.field());
            return;
        }
        Output message = kind.message().apply(event, cause(event, source, position));
        boolean strayed = kind.homebound() && position.partition() != Home.partitionOf(event.id(), partitions);
        context.forward(new Record<>(event.id(), strayed ? new Strayed(message) : message, source.timestamp()));
    }

    private Cause cause(E event, Record<byte[], byte[]> source, RecordMetadata position) {
        EntityRevision revision =
                kind.namedCauses() ? new EntityRevision(kind.type(), event.id(), event.revision()) : null;
        OffsetRange range =
                new OffsetRange(position.topic(), position.partition(), position.offset(), position.offset());
        return new Cause(revision, List.of(range), source.timestamp());
    }

    private void reject(
            Record<byte[], byte[]> source, RecordMetadata position, String code, String reason, String field) {
        context.forward(DeadLetters.record(source, position, code, reason, field));
    }
}
