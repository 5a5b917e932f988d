package dev.premia.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.local.registry.SchemaCatalog.Deleted;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** A registry must be the same after compaction has thrown away every record but the last of each key, tombstones included. */
class CompactionTest {
    private static final String REFERRED = "{\"type\":\"record\",\"name\":\"M\",\"fields\":[]}";
    private static final String REFERRING =
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"m\",\"type\":\"M\"}]}";

    private final CompactedTopic topic = new CompactedTopic();

    @Test
    void shouldNotGiveAnIdAgainWhenCompactionForgotItsSchema() {
        RegistryService before = service();
        int kept = before.register("a", candidate("\"string\"")).id();
        int removed = before.register("b", candidate("\"long\"")).id();
        before.deleteSubject("b", false);
        before.deleteSubject("b", true);

        int next = service().register("c", candidate("\"boolean\"")).id();

        assertThat(List.of(kept, removed, next)).containsExactly(1, 2, 3);
    }

    @Test
    void shouldKeepVersionsMarksReferencesAndSettings() {
        RegistryService before = service();
        before.register("m", candidate(REFERRED));
        before.register(
                "r", new RegistryService.Candidate(REFERRING, List.of(new Reference("M", "m", 1)), 0, 0, false));
        before.register("gone", candidate("\"string\""));
        before.deleteVersion("gone", "1", false);
        before.set(Setting.COMPATIBILITY, Optional.of("m"), Optional.of("NONE"));
        before.set(Setting.COMPATIBILITY, Optional.of("r"), Optional.of("NONE"));
        before.set(Setting.COMPATIBILITY, Optional.of("r"), Optional.empty());
        before.set(Setting.MODE, Optional.empty(), Optional.of("READONLY"));

        RegistryService after = service();

        assertThat(after.catalog().all(Deleted.SHOW))
                .isEqualTo(before.catalog().all(Deleted.SHOW))
                .hasSize(3);
        assertThat(after.catalog().versions("gone", Deleted.HIDE)).isEmpty();
        assertThat(after.catalog().referringTo("m", 1)).hasSize(1);
        assertThat(after.effectiveLevel("m")).isEqualTo(CompatibilityLevel.NONE);
        assertThat(after.effectiveLevel("r")).isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
        assertThat(after.globalSetting(Setting.MODE)).isEqualTo("READONLY");
    }

    @Test
    void shouldRefuseATopicThatAnotherFormatWrote() {
        topic.records.put("{\"format\":2,\"type\":\"SCHEMA\"}", "{}");

        assertThatThrownBy(this::service)
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining("unknown format 2");
    }

    private RegistryService service() {
        return new RegistryService(topic.reader(), CompatibilityLevel.FULL_TRANSITIVE);
    }

    private static RegistryService.Candidate candidate(String schema) {
        return new RegistryService.Candidate(schema, List.of(), 0, 0, false);
    }

    /** A topic that is compacted at once: the last value of each key in the order of writing, nothing for a deleted one. */
    private static final class CompactedTopic {
        private final LogEntryFormat format = new LogEntryFormat();
        private final Map<String, String> records = new LinkedHashMap<>();

        private void write(LogEntry entry) {
            String key = new String(format.key(entry), StandardCharsets.UTF_8);
            byte[] value = format.value(entry);
            records.remove(key);
            if (value != null) {
                records.put(key, new String(value, StandardCharsets.UTF_8));
            }
        }

        private LogEntry read(Map.Entry<String, String> stored) {
            return format.read(
                    stored.getKey().getBytes(StandardCharsets.UTF_8),
                    stored.getValue().getBytes(StandardCharsets.UTF_8));
        }

        /** A log that reads what is in the topic now and, from then on, what is appended through it. */
        SchemaLog reader() {
            MemorySchemaLog live = new MemorySchemaLog();
            live.append(records.entrySet().stream().map(this::read).toList());
            return new SchemaLog() {
                @Override
                public void append(List<LogEntry> entries) {
                    entries.forEach(CompactedTopic.this::write);
                    live.append(entries);
                }

                @Override
                public void catchUp(Consumer<LogEntry> reader) {
                    live.catchUp(reader);
                }

                @Override
                public void close() {
                    live.close();
                }
            };
        }
    }
}
