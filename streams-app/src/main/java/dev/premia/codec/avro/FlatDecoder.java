package dev.premia.codec.avro;

import dev.premia.schemas.AvroTrust;
import dev.premia.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads the values of one topic without an object a record, where that is sure to say the same as {@link RecordDecoder}. Not
 * thread-safe: one instance per thread.
 */
public final class FlatDecoder {
    private static final int HEADER_BYTES = 5;

    private final SchemaReaders<? extends SpecificRecord> schemas;
    private final org.apache.avro.Schema contract;
    private final Map<Integer, Optional<FlatReader>> readers = new HashMap<>();
    private int lastId;
    private FlatReader last;

    /** @param topic whose values are read */
    public FlatDecoder(TopicSpec<?> topic, SchemaRegistryClient registry) {
        AvroTrust.install();
        contract = topic.schema();
        schemas = new SchemaReaders<>(contract, registry);
    }

    /** A record with room for the fields of the topic. */
    public FlatRecord newRecord() {
        return new FlatRecord(contract.getFields().size());
    }

    /**
     * Reads one value. Ids are as the record has them, not qualified; a field that holds an empty map is null.
     *
     * @param value the record's bytes as Kafka delivered them, may be null
     * @return false when the value has to be read by {@link RecordDecoder}
     * @throws RegistryUnavailableException when the registry cannot be asked for a schema that is not known yet
     */
    public boolean read(byte[] value, FlatRecord record) {
        return value != null && read(value, 0, value.length, record);
    }

    /**
     * The same of bytes within an array, to which the texts of the record point.
     *
     * @param value as Kafka delivered it, may be null
     */
    public boolean read(ByteBuffer value, FlatRecord record) {
        if (value == null || !value.hasArray()) {
            return false;
        }
        int from = value.arrayOffset() + value.position();
        return read(value.array(), from, from + value.remaining(), record);
    }

    private boolean read(byte[] buffer, int from, int to, FlatRecord record) {
        if (to - from < HEADER_BYTES || buffer[from] != 0) {
            return false;
        }
        int id = RecordDecoder.schemaId(buffer, from);
        if (last == null || id != lastId) {
            last = reader(id);
            lastId = id;
        }
        return last != null && last.read(buffer, from + HEADER_BYTES, to, record);
    }

    private FlatReader reader(int id) {
        Optional<FlatReader> known = readers.get(id);
        if (known == null) {
            SchemaReaders.Entry<?> entry = schemas.of(id);
            if (entry.failure() != null) {
                return null;
            }
            known = FlatReader.of(entry.writer(), contract);
            readers.put(id, known);
        }
        return known.orElse(null);
    }
}
