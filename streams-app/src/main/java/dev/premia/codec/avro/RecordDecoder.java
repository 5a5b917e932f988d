package dev.premia.codec.avro;

import dev.premia.domain.event.CalendarRecord;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.FxRateRecord;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.event.ManagerRecord;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.event.TargetRecord;
import dev.premia.domain.event.TeamRecord;
import dev.premia.schemas.AvroTrust;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.io.IOException;
import java.util.function.Function;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the values of one topic: a zero byte, the schema id in four bytes, Avro binary. Bytes that are no event of the
 * topic come back as a {@link DecodingFailure}.
 *
 * <p>Not thread-safe: one instance per thread. The registry is asked once per schema id.
 *
 * @param <A> the contract
 * @param <E> the domain event
 */
public final class RecordDecoder<A extends SpecificRecord, E> {
    private static final int HEADER_BYTES = 5;
    private static final int MAGIC_BYTE = 0;

    private final SchemaReaders<A> readers;
    private final Function<A, E> codec;
    private BinaryDecoder binary;

    private RecordDecoder(TopicSpec<A> topic, Function<A, E> codec, SchemaRegistryClient registry) {
        AvroTrust.install();
        this.readers = new SchemaReaders<>(topic.schema(), registry);
        this.codec = codec;
    }

    /**
     * @param topic whose values are read
     * @param codec what a record means; it may throw {@link ContractValueException}
     */
    public static <A extends SpecificRecord, E> RecordDecoder<A, E> of(
            TopicSpec<A> topic, Function<A, E> codec, SchemaRegistryClient registry) {
        return new RecordDecoder<>(topic, codec, registry);
    }

    public static RecordDecoder<?, DealEvent> deals(SchemaRegistryClient registry) {
        return of(Topics.DEALS, DealCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, LeadEvent> leads(SchemaRegistryClient registry) {
        return of(Topics.LEADS, LeadCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, CallEvent> calls(SchemaRegistryClient registry) {
        return of(Topics.CALLS, CallCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, PaymentEvent> payments(SchemaRegistryClient registry) {
        return of(Topics.PAYMENTS, PaymentCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerEvent> activities(SchemaRegistryClient registry) {
        return of(Topics.ACTIVITIES, ActivityCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerEvent> surveys(SchemaRegistryClient registry) {
        return of(Topics.SURVEYS, SurveyCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerEvent> reviews(SchemaRegistryClient registry) {
        return of(Topics.REVIEWS, ReviewCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerEvent> spend(SchemaRegistryClient registry) {
        return of(Topics.SPEND, RecordedFigureCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerEvent> worktime(SchemaRegistryClient registry) {
        return of(Topics.WORKTIME, RecordedFigureCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerEvent> market(SchemaRegistryClient registry) {
        return of(Topics.MARKET, RecordedFigureCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerEvent> contracts(SchemaRegistryClient registry) {
        return of(Topics.CONTRACTS, RecordedFigureCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ManagerRecord> managers(SchemaRegistryClient registry) {
        return of(Topics.MANAGERS, ReferenceCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, TeamRecord> teams(SchemaRegistryClient registry) {
        return of(Topics.TEAMS, ReferenceCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, CustomerRecord> customers(SchemaRegistryClient registry) {
        return of(Topics.CUSTOMERS, ReferenceCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, TargetRecord> targets(SchemaRegistryClient registry) {
        return of(Topics.TARGETS, TargetCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, CalendarRecord> calendars(SchemaRegistryClient registry) {
        return of(Topics.CALENDARS, ReferenceCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, FxRateRecord> rates(SchemaRegistryClient registry) {
        return of(Topics.FX_RATES, FxRateCodec::fromAvro, registry);
    }

    public static RecordDecoder<?, ProductRecord> products(SchemaRegistryClient registry) {
        return of(Topics.PRODUCTS, ProductCodec::fromAvro, registry);
    }

    /**
     * Reads one value.
     *
     * @param value the record's bytes as Kafka delivered them, may be null
     * @throws RegistryUnavailableException when the registry cannot be asked for a schema that is not known yet
     */
    public Decoded<E> decode(byte[] value) {
        if (value == null || value.length == 0) {
            return failed(
                    DecodingFailure.EMPTY,
                    "The value is empty; expected a record. A deletion is a record" + " with deleted = true.");
        }
        if (value.length < HEADER_BYTES || value[0] != MAGIC_BYTE) {
            return failed(
                    DecodingFailure.NOT_CONFLUENT_FORMAT,
                    "Found " + value.length + " bytes that begin with "
                            + value[0]
                            + "; expected a 0 byte and a schema id of four bytes. Produce with a Confluent Avro"
                            + " serializer.");
        }
        SchemaReaders.Entry<A> schema = readers.of(schemaId(value));
        return schema.failure() == null ? read(schema, value) : Decoded.failed(schema.failure());
    }

    private Decoded<E> read(SchemaReaders.Entry<A> schema, byte[] value) {
        A contract;
        try {
            binary = DecoderFactory.get().binaryDecoder(value, HEADER_BYTES, value.length - HEADER_BYTES, binary);
            contract = schema.reader().read(null, binary);
            if (!binary.isEnd()) {
                return failed(DecodingFailure.CORRUPT, "Found bytes after the end of the record; expected none.");
            }
        } catch (IOException | RuntimeException e) {
            // Whatever Avro stumbles over, the bytes are not what their schema says.
            return failed(
                    DecodingFailure.CORRUPT,
                    "The bytes do not follow their schema of id " + schemaId(value) + " ("
                            + e.getClass().getSimpleName() + "). Publish the record again.");
        }
        try {
            return Decoded.of(codec.apply(contract));
        } catch (ContractValueException e) {
            return failed(DecodingFailure.INVALID_VALUE, e.getMessage());
        }
    }

    private static int schemaId(byte[] value) {
        return schemaId(value, 0);
    }

    /** @param from where the value begins */
    static int schemaId(byte[] buffer, int from) {
        return (buffer[from + 1] & 0xFF) << 24
                | (buffer[from + 2] & 0xFF) << 16
                | (buffer[from + 3] & 0xFF) << 8
                | (buffer[from + 4] & 0xFF);
    }

    private static <E> Decoded<E> failed(String code, String message) {
        return Decoded.failed(new DecodingFailure(code, message));
    }
}
