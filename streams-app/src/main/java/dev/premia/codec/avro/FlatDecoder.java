package dev.premia.codec.avro;

import dev.premia.schemas.AvroTrust;
import dev.premia.schemas.TopicSpec;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
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
        if (value == null || value.length < HEADER_BYTES || value[0] != 0) {
            return false;
        }
        int id = RecordDecoder.schemaId(value);
        if (last == null || id != lastId) {
            last = reader(id);
            lastId = id;
        }
        return last != null && last.read(value, HEADER_BYTES, record);
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
