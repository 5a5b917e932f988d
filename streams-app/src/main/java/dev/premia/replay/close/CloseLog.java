package dev.premia.replay.close;

import dev.premia.codec.avro.ContractValueException;
import dev.premia.codec.avro.ControlCodec;
import dev.premia.codec.avro.Decoded;
import dev.premia.codec.avro.RecordDecoder;
import dev.premia.domain.control.ClosedPeriods;
import dev.premia.domain.control.Decision;
import dev.premia.domain.control.DecisionValidator;
import dev.premia.domain.control.Decisions;
import dev.premia.replay.input.LoadedInput;
import dev.premia.replay.input.TopicReader;
import dev.premia.schemas.Control;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The closes in the control topic, admitted in the order of the topic as the stream admits them. */
public final class CloseLog {
    private final RecordDecoder<?, Control> decoder;
    private final Map<String, String> decided = new HashMap<>();
    private final Decisions decisions = new Decisions();
    private final Map<YearMonth, Long> offsets = new HashMap<>();
    private long end;

    private CloseLog(SchemaRegistryClient registry) {
        decoder = RecordDecoder.of(Topics.CONTROL, Function.identity(), registry);
    }

    /**
     * Reads the control topic.
     *
     * @param client settings of Kafka clients, {@code bootstrap.servers} among them
     * @throws dev.premia.codec.avro.RegistryUnavailableException when the registry does not answer
     */
    public static CloseLog read(Map<String, Object> client, SchemaRegistryClient registry) {
        CloseLog log = new CloseLog(registry);
        new TopicReader(client).read(List.of(Topics.CONTROL.name()), LoadedInput.Listener.NONE, log::record);
        return log;
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
        boolean admitted = DecisionValidator.validate(decision).isEmpty()
                && Decisions.admit(decision, decided::get) == Decisions.Admission.NEW;
        if (admitted) {
            decided.putAll(Decisions.keys(decision));
            if (ControlCodec.isAboutClose(control.getKind())) {
                decisions.add(decision);
            }
            if (decision instanceof Decision.Close close) {
                offsets.put(close.period(), offset);
            }
        }
    }

    /** The closes that count. */
    public ClosedPeriods closed() {
        return decisions.closed();
    }

    /** The offset of the close of a month, which must have one. */
    public long offsetOf(YearMonth period) {
        return offsets.get(period);
    }

    /** The first offset after what was read. */
    public long end() {
        return end;
    }
}
