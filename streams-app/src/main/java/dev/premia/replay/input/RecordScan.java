package dev.premia.replay.input;

import dev.premia.codec.avro.ControlCodec;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.connectors.file.FileInput;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.SourcePosition;
import dev.premia.schemas.Control;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads the records that count, one by one and as they were recorded, earlier revisions included. What cannot be read is left
 * out: loading the same input has reported it.
 */
public final class RecordScan {
    private final Bound bound;
    private final Sink sink;

    private RecordScan(Bound bound, Sink sink) {
        this.bound = bound;
        this.sink = sink;
    }

    /** Takes the records. */
    public interface Sink {
        /**
         * @param position where and when it was accepted; a record of a file that tells no instant has {@link Instant#MIN}
         */
        void record(SpecificRecord value, SourcePosition position);
    }

    /** Reads files and folders, in the order of their names. */
    public static void files(
            List<Path> inputs, List<Path> mappings, FileInput.Options options, Bound bound, Sink sink) {
        RecordScan scan = new RecordScan(bound, sink);
        FileInput.read(
                inputs,
                mappings,
                options,
                record -> {
                    Instant at = record.recordedAt() == null ? Instant.MIN : record.recordedAt();
                    scan.take(
                            record.value(), SourcePosition.inFile(record.topic().name(), at));
                },
                problem -> {});
    }

    /**
     * Reads the topics up to their present ends, or below the vector of a close.
     *
     * @param close null for the present ends
     * @param controlEnd with a close, where the control topic ends for it
     */
    public static void topics(
            Map<String, Object> client,
            SchemaRegistryClient registry,
            Decision.Close close,
            Bound bound,
            long controlEnd,
            LoadedInput.Listener listener,
            Sink sink) {
        RecordScan scan = new RecordScan(bound, sink);
        Map<String, RecordDecoder<?, ? extends SpecificRecord>> decoders = new HashMap<>();
        List<String> topics = TopicLoader.topics(registry);
        for (TopicSpec<?> topic : Topics.all()) {
            if (topics.contains(topic.name())) {
                decoders.put(topic.name(), decoder(topic, registry));
            }
        }
        TopicReader reader = new TopicReader(client);
        if (close == null) {
            reader.read(topics, listener, record -> scan.take(decoders, record));
        } else {
            reader.read(topics, Reading.endsBelow(close, controlEnd), listener, record -> scan.take(decoders, record));
        }
    }

    private static <A extends SpecificRecord> RecordDecoder<A, A> decoder(
            TopicSpec<A> topic, SchemaRegistryClient registry) {
        return RecordDecoder.of(topic, Function.identity(), registry);
    }

    private void take(
            Map<String, RecordDecoder<?, ? extends SpecificRecord>> decoders, ConsumerRecord<byte[], byte[]> record) {
        var decoded = decoders.get(record.topic()).decode(record.value());
        if (!decoded.isFailure()) {
            take(
                    decoded.event(),
                    new SourcePosition(
                            record.topic(),
                            record.partition(),
                            record.offset(),
                            Instant.ofEpochMilli(record.timestamp())));
        }
    }

    private void take(SpecificRecord value, SourcePosition position) {
        if (counts(value, position)) {
            sink.record(value, position);
        }
    }

    private boolean counts(SpecificRecord value, SourcePosition position) {
        if (value instanceof Control control && ControlCodec.isAboutClose(control.getKind())) {
            try {
                return control.getPostingPeriod() != null
                        && bound.includesClose(YearMonth.parse(control.getPostingPeriod()), position);
            } catch (DateTimeException e) {
                // Loading has rejected it.
                return false;
            }
        }
        return bound.includes(position);
    }
}
