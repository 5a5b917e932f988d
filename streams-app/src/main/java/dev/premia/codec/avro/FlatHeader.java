package dev.premia.codec.avro;

import dev.premia.domain.event.Header;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.avro.Schema;

/**
 * Where the contract of an entity has the fields that every entity has, and what they mean, as {@link Fields} says it of objects.
 *
 * @param id position of the id
 * @param revision position of the revision
 * @param source position of the source
 * @param deleted position of the flag that deletes
 * @param changedAt position of the instant of the change
 */
public record FlatHeader(int id, int revision, int source, int deleted, int changedAt) {

    static FlatHeader of(Schema contract) {
        return new FlatHeader(
                position(contract, "id"),
                position(contract, "revision"),
                position(contract, "source"),
                position(contract, "deleted"),
                position(contract, "changed_at"));
    }

    static int position(Schema contract, String field) {
        return contract.getField(field).pos();
    }

    /** Gives the header the meaning that it has in the domain; false when only the ordinary way can tell. */
    boolean settle(FlatRecord record) {
        if (record.number(revision) == 0) {
            record.setNumber(revision, record.isNull(changedAt) ? 1 : record.number(changedAt));
        }
        return record.qualify(id, source);
    }

    void fill(FlatRecord record, Header header) {
        text(record, id, header.id());
        record.setNumber(revision, header.revision());
        text(record, source, header.source());
        record.setNumber(deleted, header.deleted() ? 1 : 0);
        instant(record, changedAt, header.changedAt());
    }

    static void text(FlatRecord record, int field, String text) {
        if (text != null) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            record.setRange(field, bytes, 0, bytes.length);
        }
    }

    static void instant(FlatRecord record, int field, Instant instant) {
        if (instant != null) {
            record.setNumber(field, instant.toEpochMilli());
        }
    }
}
