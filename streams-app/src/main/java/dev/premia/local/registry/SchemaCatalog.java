package dev.premia.local.registry;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** State of a registry: the fold of its log, and the questions asked of it. Safe for use by several threads. */
final class SchemaCatalog {
    private final NavigableMap<String, NavigableMap<Integer, SchemaVersion>> subjects = new TreeMap<>();
    private final Map<Content, Integer> idsByContent = new HashMap<>();
    private final NavigableMap<Integer, NavigableSet<SchemaVersion>> versionsById = new TreeMap<>();
    private final Map<SettingKey, String> settings = new HashMap<>();
    private int highestId;

    private record Content(String schema, List<Reference> references) {
        static Content of(SchemaVersion version) {
            return new Content(version.schema(), version.references());
        }
    }

    private record SettingKey(Setting setting, Optional<String> subject) {}

    synchronized void apply(LogEntry entry) {
        if (entry instanceof LogEntry.SchemaPut put) {
            put(put.version());
        } else if (entry instanceof LogEntry.SchemaRemoved removed) {
            remove(removed.subject(), removed.version());
        } else if (entry instanceof LogEntry.SettingPut setting) {
            SettingKey key = new SettingKey(setting.setting(), setting.subject());
            setting.value().ifPresentOrElse(value -> settings.put(key, value), () -> settings.remove(key));
        } else if (entry instanceof LogEntry.IdsUsed used) {
            highestId = Math.max(highestId, used.highest());
        }
    }

    private void put(SchemaVersion version) {
        remove(version.subject(), version.version());
        subjects.computeIfAbsent(version.subject(), subject -> new TreeMap<>()).put(version.version(), version);
        idsByContent.put(Content.of(version), version.id());
        versionsById
                .computeIfAbsent(version.id(), id -> new TreeSet<>(bySubjectAndVersion()))
                .add(version);
        highestId = Math.max(highestId, version.id());
    }

    private static Comparator<SchemaVersion> bySubjectAndVersion() {
        return Comparator.comparing(SchemaVersion::subject).thenComparingInt(SchemaVersion::version);
    }

    private void remove(String subject, int number) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        SchemaVersion removed = versions == null ? null : versions.remove(number);
        if (removed == null) {
            return;
        }
        if (versions.isEmpty()) {
            subjects.remove(subject);
        }
        NavigableSet<SchemaVersion> users = versionsById.get(removed.id());
        users.remove(removed);
        if (users.isEmpty()) {
            versionsById.remove(removed.id());
            idsByContent.remove(Content.of(removed));
        }
    }

    /** The id that equal content has already, under whatever subject. */
    synchronized Optional<Integer> idOf(String schema, List<Reference> references) {
        return Optional.ofNullable(idsByContent.get(new Content(schema, references)));
    }

    synchronized int highestId() {
        return highestId;
    }

    /** Versions of a subject in their order, with or without soft-deleted ones; empty when there are none. */
    synchronized List<SchemaVersion> versions(String subject, Deleted deleted) {
        return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(deleted)
                .toList();
    }

    synchronized Optional<SchemaVersion> version(String subject, int number, Deleted deleted) {
        return versions(subject, deleted).stream()
                .filter(version -> version.version() == number)
                .findFirst();
    }

    synchronized Optional<SchemaVersion> latest(String subject) {
        List<SchemaVersion> live = versions(subject, Deleted.HIDE);
        return live.isEmpty() ? Optional.empty() : Optional.of(live.get(live.size() - 1));
    }

    /** Number of the version to come; soft-deleted numbers are not used again. */
    synchronized int nextVersion(String subject) {
        NavigableMap<Integer, SchemaVersion> versions = subjects.get(subject);
        return versions == null ? 1 : versions.lastKey() + 1;
    }

    /** Every version with this id, ordered by subject and version; also soft-deleted ones. */
    synchronized List<SchemaVersion> byId(int id) {
        NavigableSet<SchemaVersion> users = versionsById.get(id);
        return users == null ? List.of() : List.copyOf(users);
    }

    synchronized List<SchemaVersion> all(Deleted deleted) {
        return everything().filter(deleted).toList();
    }

    /** Live versions that refer to the given one. */
    synchronized List<SchemaVersion> referringTo(String subject, int version) {
        return everything()
                .filter(Deleted.HIDE)
                .filter(other -> other.refersTo(subject, version))
                .toList();
    }

    private Stream<SchemaVersion> everything() {
        return subjects.values().stream().flatMap(versions -> versions.values().stream());
    }

    synchronized Optional<String> setting(Setting setting, Optional<String> subject) {
        return Optional.ofNullable(settings.get(new SettingKey(setting, subject)));
    }

    /** Which versions a question is about, by their soft deletion. */
    enum Deleted implements Predicate<SchemaVersion> {
        HIDE,
        SHOW,
        ONLY;

        @Override
        public boolean test(SchemaVersion version) {
            return switch (this) {
                case HIDE -> !version.deleted();
                case SHOW -> true;
                case ONLY -> version.deleted();
            };
        }
    }
}
