package dev.premia.codec.avro;

import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificDatumReader;

/** The readers of one contract by the id of the schema that wrote. Not thread-safe. */
final class SchemaReaders<A> {
    private static final int NOT_FOUND = 404;
    /** What the client says of schemas that are not Avro, in an exception that it also uses for network failures. */
    private static final String NOT_AVRO = "Invalid schema";

    private final Schema contract;
    private final SchemaRegistryClient registry;
    private final Map<Integer, Entry<A>> entries = new HashMap<>();
    private int lastId;
    private Entry<A> last;

    /**
     * What is known of a schema id.
     *
     * @param reader how to read what it wrote, null when nobody can
     * @param writer the schema itself, null when nobody can read what it wrote
     * @param failure why nobody can, or null
     */
    record Entry<A>(DatumReader<A> reader, Schema writer, DecodingFailure failure) {}

    SchemaReaders(Schema contract, SchemaRegistryClient registry) {
        this.contract = contract;
        this.registry = registry;
    }

    Entry<A> of(int id) {
        if (last != null && id == lastId) {
            return last;
        }
        Entry<A> entry = entries.get(id);
        if (entry == null) {
            entry = ask(id);
            if (entry.reader() == null && entry.failure().code().equals(DecodingFailure.UNKNOWN_SCHEMA)) {
                // The registry may learn the id later, while what a known id means never changes.
                return entry;
            }
            entries.put(id, entry);
        }
        lastId = id;
        last = entry;
        return entry;
    }

    private Entry<A> ask(int id) {
        try {
            ParsedSchema schema = registry.getSchemaById(id);
            return schema.rawSchema() instanceof Schema avro ? readerOf(id, avro) : notAvro(id);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return failed(
                        DecodingFailure.UNKNOWN_SCHEMA,
                        "The registry has no schema of id " + id
                                + ". Publish with the registry that this application uses, or restore the schema.");
            }
            throw unavailable(id, e);
        } catch (IOException e) {
            if (e.getMessage() != null && e.getMessage().startsWith(NOT_AVRO)) {
                return notAvro(id);
            }
            throw unavailable(id, e);
        }
    }

    private Entry<A> readerOf(int id, Schema writer) {
        boolean sameRecord =
                writer.getType() == Schema.Type.RECORD && writer.getFullName().equals(contract.getFullName());
        if (!sameRecord) {
            return failed(
                    DecodingFailure.WRONG_SCHEMA,
                    "Schema " + id + " is " + writer.getFullName() + "; expected " + contract.getFullName()
                            + ". Publish the record to its own topic.");
        }
        var compatibility = SchemaCompatibility.checkReaderWriterCompatibility(contract, writer);
        if (compatibility.getType() != SchemaCompatibilityType.COMPATIBLE) {
            return failed(
                    DecodingFailure.WRONG_SCHEMA,
                    "Schema " + id + " of " + contract.getFullName()
                            + " cannot be read as the contract: "
                            + compatibility
                                    .getResult()
                                    .getIncompatibilities()
                                    .get(0)
                                    .getMessage());
        }
        return new Entry<>(new SpecificDatumReader<>(writer, contract), writer, null);
    }

    private static <A> Entry<A> notAvro(int id) {
        return failed(
                DecodingFailure.WRONG_SCHEMA,
                "Schema " + id + " is not an Avro schema. Publish with a Confluent" + " Avro serializer.");
    }

    private static RegistryUnavailableException unavailable(int id, Exception cause) {
        return new RegistryUnavailableException(
                "Schema registry: no answer about schema " + id + ": " + cause.getMessage()
                        + ". Check its address, its state and the credentials; the record will be read again.",
                cause);
    }

    private static <A> Entry<A> failed(String code, String message) {
        return new Entry<>(null, null, new DecodingFailure(code, message));
    }
}
