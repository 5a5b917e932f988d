package dev.premia.local.registry;

import java.util.List;

/**
 * One version of a subject.
 *
 * @param id number of the content in the wire format; equal content has one id under every subject
 * @param schema canonical Avro JSON
 * @param deleted soft-deleted: no longer offered, still readable by id
 */
record SchemaVersion(String subject, int version, int id, String schema, List<Reference> references, boolean deleted) {
    SchemaVersion {
        references = List.copyOf(references);
    }

    SchemaVersion softDeleted() {
        return new SchemaVersion(subject, version, id, schema, references, true);
    }

    boolean refersTo(String otherSubject, int otherVersion) {
        return references.stream()
                .anyMatch(reference -> reference.subject().equals(otherSubject) && reference.version() == otherVersion);
    }
}
