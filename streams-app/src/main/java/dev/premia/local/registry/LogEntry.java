package dev.premia.local.registry;

import java.util.Optional;

/** One change of the registry. Folding all of them in order gives its state; only the last one of each key matters. */
sealed interface LogEntry {
    /** A version appeared or changed its deletion mark. */
    record SchemaPut(SchemaVersion version) implements LogEntry {}

    /** A version was deleted for good. */
    record SchemaRemoved(String subject, int version) implements LogEntry {}

    /** A setting of one subject, or of the registry when the subject is empty; no value takes the setting away. */
    record SettingPut(Setting setting, Optional<String> subject, Optional<String> value) implements LogEntry {}

    /** Ids up to this one were given out, also when their schemas are gone: an id is never used for another content. */
    record IdsUsed(int highest) implements LogEntry {}
}
