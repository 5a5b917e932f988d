package dev.premia.topology.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.StateFormat;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class PackedEntitiesTest {
    private static final StateFormat<String> TEXT = StateFormat.of("text", BinaryWriter::text, BinaryReader::text);
    private static final int SEVERAL_RECORDS = 1_000;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<Integer, byte[]> records = records();
    private final PackedEntities<String> entities = opened(Long.MAX_VALUE, new HashMap<>());

    @Property(tries = 200)
    void shouldHoldWhatAMapHolds(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3_000) int changes) {
        PackedEntitiesTest fresh = new PackedEntitiesTest();
        Map<String, String> expected = new HashMap<>();
        Random random = new Random(seed);
        for (int i = 0; i < changes; i++) {
            String key = "call-" + random.nextInt(700);
            String value = "x".repeat(random.nextInt(60)) + i;
            fresh.entities.put(key, value, i);
            expected.put(key, value);
        }

        assertThat(fresh.entities.size()).isEqualTo(expected.size());
        expected.forEach((key, value) -> assertThat(fresh.entities.get(key)).isEqualTo(value));
        assertThat(fresh.entities.get("call-x")).isNull();
        PackedEntities<String> restarted = fresh.opened(Long.MAX_VALUE, new HashMap<>());
        assertThat(restarted.size()).isEqualTo(expected.size());
        expected.forEach((key, value) -> assertThat(restarted.get(key)).isEqualTo(value));
    }

    @Test
    void shouldTellKeysOfOneHashApart() {
        PackedEntities<String> colliding = new PackedEntities<>("index", TEXT, key -> 7);
        colliding.init(context.getStateStoreContext(), colliding);
        colliding.open(records, Long.MAX_VALUE, (key, value) -> {});
        for (int i = 0; i < SEVERAL_RECORDS; i++) {
            colliding.put("k" + i, "v" + i, 0);
        }
        colliding.put("k7", "changed", 0);

        assertThat(colliding.get("k7")).isEqualTo("changed");
        assertThat(colliding.get("k" + (SEVERAL_RECORDS - 1))).isEqualTo("v" + (SEVERAL_RECORDS - 1));
        assertThat(colliding.get("unknown")).isNull();
        assertThat(colliding.size()).isEqualTo(SEVERAL_RECORDS);
    }

    @Test
    void shouldPackManyEntitiesIntoARecord() {
        for (int i = 0; i < SEVERAL_RECORDS; i++) {
            entities.put("k" + i, "v" + i, 0);
        }

        assertThat(records.approximateNumEntries()).isBetween(2L, SEVERAL_RECORDS / 20L);
    }

    @Test
    void shouldVisitWhatChangedSinceAStampWhenOpened() {
        for (int i = 0; i < SEVERAL_RECORDS; i++) {
            entities.put("k" + i, "v" + i, 4);
        }
        entities.put("k3", "late", 5);
        entities.put("new", "late too", 6);
        Map<String, String> visited = new HashMap<>();

        opened(5, visited);

        assertThat(visited).containsEntry("k3", "late").containsEntry("new", "late too");
        assertThat(visited).hasSizeLessThan(SEVERAL_RECORDS);
    }

    @Test
    void shouldGoOnInAnOpenRecordAfterARestart() {
        entities.put("a", "one", 0);
        PackedEntities<String> restarted = opened(Long.MAX_VALUE, new HashMap<>());
        restarted.put("b", "two", 0);

        assertThat(records.approximateNumEntries()).isOne();
        assertThat(restarted.get("a")).isEqualTo("one");
        assertThat(opened(Long.MAX_VALUE, new HashMap<>()).get("b")).isEqualTo("two");
    }

    @Test
    void shouldVisitEveryEntityOnceInStepsAlsoWhenTheVisitorPuts() {
        for (int i = 0; i < SEVERAL_RECORDS; i++) {
            entities.put("k" + i, "v", 0);
        }
        Map<String, Integer> visits = new LinkedHashMap<>();
        int steps = 0;
        int cursor = 0;
        while (cursor >= 0) {
            cursor = entities.scan(cursor, 100, (key, value) -> {
                visits.merge(key, 1, Integer::sum);
                entities.put(key, value + "+ something longer", 0);
            });
            steps++;
        }

        assertThat(visits).hasSize(SEVERAL_RECORDS).allSatisfy((key, count) -> assertThat(count)
                .isOne());
        assertThat(steps).isGreaterThan(1);
        assertThat(entities.get("k999")).isEqualTo("v+ something longer");
    }

    private PackedEntities<String> opened(long since, Map<String, String> visited) {
        PackedEntities<String> opened = PackedEntities.builder("index", TEXT).build();
        opened.init(context.getStateStoreContext(), opened);
        opened.open(records, since, visited::put);
        return opened;
    }

    private KeyValueStore<Integer, byte[]> records() {
        KeyValueStore<Integer, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore("records"), Serdes.Integer(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        store.init(context.getStateStoreContext(), store);
        return store;
    }
}
