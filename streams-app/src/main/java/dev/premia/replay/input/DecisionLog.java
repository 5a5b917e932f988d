package dev.premia.replay.input;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.avro.ControlCodec;
import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.DecisionValidator;
import dev.premia.domain.control.Decisions;
import dev.premia.schemas.Control;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The decisions in the control topic, admitted in the order of the topic as the stream admits them. */
public final class DecisionLog {
    private final RecordDecoder<?, Control> decoder;
    private final LogAdmission admission = new LogAdmission(Bound.NONE);
    private final Decisions decisions = new Decisions();
    private final Map<YearMonth, Long> closeOffsets = new HashMap<>();
    private long end;

    private DecisionLog(SchemaRegistryClient registry) {
        decoder = RecordDecoder.of(Topics.CONTROL, Function.identity(), registry);
    }

    /**
     * Reads the control topic; a topic that is missing has no decisions.
     *
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     * @throws dev.premia.codec.avro.RegistryUnavailableException when the registry does not answer
     */
    public static DecisionLog read(Map<String, Object> client, SchemaRegistryClient registry) {
        DecisionLog log = new DecisionLog(registry);
        new TopicReader(client).read(List.of(Topics.CONTROL.name()), LoadedInput.Listener.NONE, log::record);
        return log;
    }

    /** The decisions that count. */
    public Decisions decisions() {
        return decisions;
    }

    /** The offset of the close of a month, which must have one. */
    public long offsetOfClose(YearMonth period) {
        return closeOffsets.get(period);
    }

    /** The first offset after what was read. */
    public long end() {
        return end;
    }

    private void record(ConsumerRecord<byte[], byte[]> record) {
        end = record.offset() + 1;
        Decoded<Control> decoded = decoder.decode(record.value());
        if (!decoded.isFailure() && ControlCodec.isDecision(decoded.event().getKind())) {
            admit(decoded.event(), record.offset());
        }
    }

    private void admit(Control control, long offset) {
        Decision decision;
        try {
            decision = ControlCodec.fromAvro(control);
        } catch (ContractValueException e) {
            // A dead letter for the stream.
            return;
        }
        if (!DecisionValidator.validate(decision).isEmpty()) {
            return;
        }
        switch (admission.admit(decision)) {
            case REPEATED -> {}
            case CONFLICT -> decisions.refuse(decision);
            case NEW -> {
                decisions.add(decision);
                if (decision instanceof Decision.Close close) {
                    closeOffsets.put(close.period(), offset);
                }
            }
        }
    }
}
