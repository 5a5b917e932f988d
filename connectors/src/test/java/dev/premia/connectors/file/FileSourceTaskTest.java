package dev.premia.connectors.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.schemas.AvroSerde;
import dev.premia.schemas.DeadLetter;
import dev.premia.schemas.Deal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceConnector;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTaskTest {

    private static final String REGISTRY = "mock://file-source";

    @TempDir
    private Path folder;

    private final Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    private final Map<String, String> settings = new HashMap<>();
    private FileSourceTask task;

    @BeforeEach
    void start() {
        settings.put("input.path", folder.toString());
        settings.put("schema.registry.url", REGISTRY);
        settings.put("source", "crm");
        settings.put("file.minimum.age.ms", "0");
        settings.put("poll.interval.ms", "1");
        settings.put("batch.size", "2");
        restart();
    }

    @AfterEach
    void stop() {
        task.stop();
    }

    private void restart() {
        task = new FileSourceTask();
        task.initialize(new StoredOffsets());
        task.start(settings);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static String deals(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i <= to; i++) {
            text.append("{\"type\":\"deal\",\"id\":\"").append(i).append("\"}\n");
        }
        return text.toString();
    }

    /** One batch, acknowledged: its offsets are what a restart finds. */
    private List<SourceRecord> poll() throws InterruptedException {
        List<SourceRecord> batch = task.poll();
        if (batch == null) {
            return List.of();
        }
        batch.forEach(record -> offsets.put(record.sourcePartition(), record.sourceOffset()));
        return batch;
    }

    private List<SourceRecord> pollAll() throws InterruptedException {
        List<SourceRecord> all = new ArrayList<>();
        List<SourceRecord> batch = poll();
        while (!batch.isEmpty()) {
            all.addAll(batch);
            batch = poll();
        }
        return all;
    }

    private static List<Object> keys(List<SourceRecord> records) {
        return records.stream().map(SourceRecord::key).toList();
    }

    private static <T extends SpecificRecord> T value(Class<T> type, SourceRecord record) {
        try (AvroSerde<T> serde = AvroSerde.ofValues(type, Map.of("schema.registry.url", REGISTRY))) {
            return serde.deserializer().deserialize(record.topic(), (byte[]) record.value());
        }
    }

    @Test
    void shouldSendRecordsInTheWireFormat() throws Exception {
        write("a.jsonl", "{\"type\":\"deal\",\"id\":\"1\",\"closed_at\":\"2026-04-01T00:00:00Z\"}\n");

        assertThat(pollAll()).singleElement().satisfies(record -> {
            assertThat(record.topic()).isEqualTo("premia.deals");
            assertThat(record.key()).isEqualTo("crm/1");
            assertThat(record.timestamp()).isEqualTo(1775001600000L);
            assertThat(value(Deal.class, record).getId()).isEqualTo("crm/1");
        });
    }

    @Test
    void shouldGoOnAndSendNothingTwiceWhenItIsRestarted() throws Exception {
        write("a.jsonl", deals(1, 5));
        write("b.jsonl", deals(6, 7));

        assertThat(keys(poll())).containsExactly("crm/1", "crm/2");
        restart();
        assertThat(keys(pollAll())).containsExactly("crm/3", "crm/4", "crm/5", "crm/6", "crm/7");
        restart();
        assertThat(pollAll()).isEmpty();
    }

    @Test
    void shouldGoOnInsideARowThatGivesSeveralRecords() throws Exception {
        write("m.mapping.yaml", """
                files:
                  - file: people.csv
                    records:
                      - {type: team, distinct: true, fields: {id: "{team}"}}
                      - {type: manager, fields: {id: "{name}"}}
                      - {type: customer, fields: {id: "{name}"}}
                """);
        write("people.csv", "name,team\nAnn,A\nBob,A\n");

        assertThat(poll())
                .extracting(SourceRecord::topic)
                .containsExactly("premia.teams", "premia.managers", "premia.customers");
        settings.put("batch.size", "1");
        offsets.replaceAll((file, offset) -> Map.of("line", 2L, "index", 1L));
        restart();
        assertThat(pollAll())
                .extracting(record -> record.topic() + " " + record.key())
                .containsExactly("premia.customers crm/Ann", "premia.managers crm/Bob", "premia.customers crm/Bob");
    }

    @Test
    void shouldReadLinesThatAreAppended() throws Exception {
        write("a.jsonl", deals(1, 1));
        assertThat(keys(pollAll())).containsExactly("crm/1");

        write("a.jsonl", deals(1, 3));
        assertThat(keys(pollAll())).containsExactly("crm/2", "crm/3");
    }

    @Test
    void shouldWaitUntilAFileIsWritten() throws Exception {
        settings.put("file.minimum.age.ms", "3600000");
        restart();
        write("a.jsonl", deals(1, 1));

        assertThat(pollAll()).isEmpty();
    }

    @Test
    void shouldSendBadLinesToTheDeadLettersWithTheirBytes() throws Exception {
        write("a.jsonl", deals(1, 1) + "{\"type\":\"deal\",\"id\":\"x\",\"amount\":\"z\"}\n" + deals(2, 2));

        List<SourceRecord> records = pollAll();

        assertThat(records)
                .extracting(SourceRecord::topic)
                .containsExactly("premia.deals", "premia.dead-letters", "premia.deals");
        DeadLetter letter = value(DeadLetter.class, records.get(1));
        assertThat(letter.getReasonCode()).isEqualTo("wrong_number");
        assertThat(letter.getField()).isEqualTo("amount");
        assertThat(letter.getOffset()).isEqualTo(2);
        assertThat(letter.getPartition()).isEqualTo(-1);
        assertThat(StandardCharsets.UTF_8.decode(letter.getValue()).toString())
                .isEqualTo("{\"type\":\"deal\",\"id\":\"x\",\"amount\":\"z\"}");
        restart();
        assertThat(pollAll()).isEmpty();
    }

    @Test
    void shouldStopWhenABadLineIsToStopIt() throws Exception {
        settings.put("on.problem", "fail");
        restart();
        write("a.jsonl", "{broken\n");

        assertThatThrownBy(this::poll).isInstanceOf(ConnectException.class).hasMessageContaining("broken_json");
    }

    @Test
    void shouldReadFilesAgainOnceTheirMappingIsCorrected() throws Exception {
        write("d.csv", "id\n1\n");
        write("d.mapping.yaml", "files: [{file: d.csv, records: [{type: deal, fields: {id: \"{ib}\"}}]}]");
        assertThat(pollAll()).isEmpty();

        write("d.mapping.yaml", "files: [{file: d.csv, records: [{type: deal, fields: {id: \"no-{id}\"}}]}]");
        assertThat(keys(pollAll())).containsExactly("crm/no-1");
    }

    @Test
    void shouldBeFoundByConnectAndCheckItsSettings() {
        SourceConnector connector = ServiceLoader.load(SourceConnector.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(FileSourceConnector.class::isInstance)
                .findFirst()
                .orElseThrow();
        connector.start(settings);

        assertThat(connector.taskClass()).isEqualTo(FileSourceTask.class);
        assertThat(connector.taskConfigs(5)).containsExactly(settings);
        assertThat(connector.version()).isNotBlank();
        settings.put("zone", "Moscow");
        assertThatThrownBy(() -> connector.start(settings)).isInstanceOf(ConfigException.class);
        settings.put("zone", "Europe/Moscow");
        settings.put("source", "a/b");
        assertThatThrownBy(() -> connector.start(settings)).isInstanceOf(ConfigException.class);
    }

    @Test
    void shouldListItsSettingsInTheReference() throws Exception {
        String reference = Files.readString(Path.of("..", "docs", "file-formats.md"));

        assertThat(new FileSourceConnector().config().names())
                .allSatisfy(name -> assertThat(reference).contains("| `" + name + "` |"));
    }

    private final class StoredOffsets implements SourceTaskContext, OffsetStorageReader {

        @Override
        public Map<String, String> configs() {
            return settings;
        }

        @Override
        public OffsetStorageReader offsetStorageReader() {
            return this;
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return null;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> Map<String, Object> offset(Map<String, T> partition) {
            return (Map<String, Object>) offsets.get(partition);
        }

        @Override
        public <T> Map<Map<String, T>, Map<String, Object>> offsets(Collection<Map<String, T>> partitions) {
            Map<Map<String, T>, Map<String, Object>> found = new HashMap<>();
            partitions.forEach(partition -> found.put(partition, offset(partition)));
            return found;
        }
    }
}
