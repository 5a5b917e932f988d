package dev.premia.local.registry;

import dev.premia.local.registry.SchemaCatalog.Deleted;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The rules of the registry. A change is checked against the state that the log gives now, written to the log, and only then seen:
 * a failed write leaves no trace in memory, and what it may have left in the log is read before the next change. Questions never
 * wait for the log.
 */
final class RegistryService {
    static final String READ_WRITE = "READWRITE";
    static final String READ_ONLY = "READONLY";

    private final SchemaLog log;
    private final CompatibilityLevel defaultLevel;
    private final SchemaCatalog catalog = new SchemaCatalog();
    private final SchemaParser parser = new SchemaParser(catalog);
    private final ReentrantLock writing = new ReentrantLock();

    RegistryService(SchemaLog log, CompatibilityLevel defaultLevel) {
        this.log = log;
        this.defaultLevel = defaultLevel;
        log.catchUp(catalog::apply);
    }

    SchemaCatalog catalog() {
        return catalog;
    }

    SchemaParser parser() {
        return parser;
    }

    /** A schema as a client sends it; id and version 0 or less leave the choice to the registry. */
    record Candidate(String schema, List<Reference> references, int id, int version, boolean normalize) {}

    /**
     * Adds a version, or finds the live one that has the same content.
     *
     * @throws RegistryException 409 when the schema breaks the subject's compatibility level, 42201 when it is no schema
     */
    SchemaVersion register(String subject, Candidate candidate) {
        return changing(() -> {
            requireWritable(subject);
            AvroSchema schema = parse(candidate);
            Optional<SchemaVersion> existing = find(subject, schema, candidate.references(), Deleted.HIDE);
            return existing.orElseGet(() -> addVersion(subject, candidate, schema));
        });
    }

    private SchemaVersion addVersion(String subject, Candidate candidate, AvroSchema schema) {
        int number = catalog.nextVersion(subject);
        if (candidate.id() > 0) {
            throw RegistryException.notPermitted("Subject " + subject + " is not in import mode");
        }
        if (candidate.version() > 0 && candidate.version() != number) {
            throw RegistryException.invalidSchema("Version is not one more than previous version");
        }
        List<String> differences = differences(subject, schema, catalog.versions(subject, Deleted.HIDE));
        if (!differences.isEmpty()) {
            throw RegistryException.incompatible(subject, differences);
        }
        String text = schema.canonicalString();
        int id = catalog.idOf(text, candidate.references()).orElseGet(() -> catalog.highestId() + 1);
        SchemaVersion added = new SchemaVersion(subject, number, id, text, candidate.references(), false);
        write(List.of(new LogEntry.SchemaPut(added)));
        return added;
    }

    /** The version of this content; throws 40401 for an unknown subject and 40403 for an unknown content. */
    SchemaVersion lookUp(String subject, Candidate candidate, Deleted deleted) {
        requireSubject(subject, deleted);
        return find(subject, parse(candidate), candidate.references(), deleted)
                .orElseThrow(RegistryException::schemaNotFound);
    }

    private AvroSchema parse(Candidate candidate) {
        return parser.parse(candidate.schema(), candidate.references(), candidate.normalize());
    }

    private Optional<SchemaVersion> find(
            String subject, AvroSchema schema, List<Reference> references, Deleted deleted) {
        String text = schema.canonicalString();
        return catalog.versions(subject, deleted).stream()
                .filter(version ->
                        version.schema().equals(text) && version.references().equals(references))
                .reduce((earlier, later) -> later);
    }

    /** Differences between a schema and the given earlier versions that the subject's level forbids; empty: compatible. */
    List<String> differences(String subject, AvroSchema schema, List<SchemaVersion> earlier) {
        List<ParsedSchemaHolder> holders = earlier.stream()
                .<ParsedSchemaHolder>map(version -> new SimpleParsedSchemaHolder(parser.stored(version)))
                .toList();
        return schema.isCompatible(effectiveLevel(subject), new ArrayList<>(holders));
    }

    CompatibilityLevel effectiveLevel(String subject) {
        return CompatibilityLevel.forName(catalog.setting(Setting.COMPATIBILITY, Optional.of(subject))
                .orElseGet(() -> globalSetting(Setting.COMPATIBILITY)));
    }

    String globalSetting(Setting setting) {
        String unset = setting == Setting.MODE ? READ_WRITE : defaultLevel.name();
        return catalog.setting(setting, Optional.empty()).orElse(unset);
    }

    void set(Setting setting, Optional<String> subject, Optional<String> value) {
        changing(() -> {
            write(List.of(new LogEntry.SettingPut(setting, subject, value)));
            return value;
        });
    }

    /** Deletes all versions of a subject, softly or (afterwards) for good, and its settings; gives their numbers. */
    List<Integer> deleteSubject(String subject, boolean permanent) {
        return changing(() -> {
            List<SchemaVersion> all = requireSubject(subject, Deleted.SHOW);
            requireWritable(subject);
            List<SchemaVersion> live = all.stream().filter(Deleted.HIDE).toList();
            if (permanent && !live.isEmpty()) {
                throw RegistryException.subjectNotSoftDeleted(subject);
            }
            if (!permanent && live.isEmpty()) {
                throw RegistryException.subjectSoftDeleted(subject);
            }
            List<SchemaVersion> doomed = permanent ? all : live;
            doomed.forEach(this::requireUnreferenced);
            List<LogEntry> entries = new ArrayList<>(deletions(doomed, permanent));
            for (Setting setting : Setting.values()) {
                if (catalog.setting(setting, Optional.of(subject)).isPresent()) {
                    entries.add(new LogEntry.SettingPut(setting, Optional.of(subject), Optional.empty()));
                }
            }
            write(entries);
            return doomed.stream().map(SchemaVersion::version).toList();
        });
    }

    /** Deletes one version, softly or (afterwards) for good; gives its number. */
    int deleteVersion(String subject, String versionText, boolean permanent) {
        return changing(() -> {
            SchemaVersion version = requireVersion(subject, versionText, Deleted.SHOW);
            requireWritable(subject);
            if (permanent && !version.deleted()) {
                throw RegistryException.versionNotSoftDeleted(subject, version.version());
            }
            if (!permanent && version.deleted()) {
                throw RegistryException.versionSoftDeleted(subject, version.version());
            }
            requireUnreferenced(version);
            write(deletions(List.of(version), permanent));
            return version.version();
        });
    }

    /** The mark of used ids goes first: a removed schema may be the only one that remembers the highest id. */
    private List<LogEntry> deletions(List<SchemaVersion> versions, boolean permanent) {
        List<LogEntry> entries = new ArrayList<>();
        if (permanent) {
            entries.add(new LogEntry.IdsUsed(catalog.highestId()));
        }
        for (SchemaVersion version : versions) {
            entries.add(
                    permanent
                            ? new LogEntry.SchemaRemoved(version.subject(), version.version())
                            : new LogEntry.SchemaPut(version.softDeleted()));
        }
        return entries;
    }

    private void requireUnreferenced(SchemaVersion version) {
        List<Integer> users = catalog.referringTo(version.subject(), version.version()).stream()
                .map(SchemaVersion::id)
                .distinct()
                .toList();
        if (!users.isEmpty()) {
            throw RegistryException.referenced(version.subject(), version.version(), users);
        }
    }

    List<SchemaVersion> requireSubject(String subject, Deleted deleted) {
        List<SchemaVersion> versions = catalog.versions(subject, deleted);
        if (versions.isEmpty()) {
            throw RegistryException.subjectNotFound(subject);
        }
        return versions;
    }

    /** A version by its number, {@code latest} or {@code -1}; throws 42202, 40401 or 40402. */
    SchemaVersion requireVersion(String subject, String versionText, Deleted deleted) {
        int number = versionNumber(versionText);
        requireSubject(subject, deleted);
        if (number < 0) {
            return catalog.latest(subject).orElseThrow(() -> RegistryException.subjectNotFound(subject));
        }
        return catalog.version(subject, number, deleted).orElseThrow(() -> RegistryException.versionNotFound(number));
    }

    /** Number of a version in an address, -1 for the latest. */
    static int versionNumber(String text) {
        if ("latest".equals(text) || "-1".equals(text)) {
            return -1;
        }
        try {
            int number = Integer.parseInt(text);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Answered below, as every other text that is no version.
        }
        throw RegistryException.invalidVersion(text);
    }

    private void requireWritable(String subject) {
        if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
            throw RegistryException.invalidSubject(subject);
        }
        String mode = catalog.setting(Setting.MODE, Optional.of(subject)).orElseGet(() -> globalSetting(Setting.MODE));
        if (READ_ONLY.equals(mode)) {
            throw RegistryException.notPermitted("Subject " + subject + " is in read-only mode");
        }
    }

    private <T> T changing(Supplier<T> change) {
        writing.lock();
        try {
            log.catchUp(catalog::apply);
            return change.get();
        } finally {
            writing.unlock();
        }
    }

    private void write(List<LogEntry> entries) {
        log.append(entries);
        log.catchUp(catalog::apply);
    }

    /** Waits for a change under way, then closes the log. */
    void close() {
        writing.lock();
        try {
            log.close();
        } finally {
            writing.unlock();
        }
    }
}
