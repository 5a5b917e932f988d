package dev.premia.topology.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class ZoneListTest {
    private static final int MORE_THAN_ONE_STEP = 1_500;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Integer> facts = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("facts"), Serdes.String(), Serdes.Integer())
            .withLoggingDisabled()
            .build();
    private final KeyValueStore<Integer, String> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("zones"), Serdes.Integer(), Serdes.String())
            .withLoggingDisabled()
            .build();

    @Test
    void shouldSendEveryFactForEveryZoneWhenAZoneComesWhileAScanRuns() {
        facts.init(context.getStateStoreContext(), facts);
        store.init(context.getStateStoreContext(), store);
        ZoneList zones = new ZoneList(store, ZoneId.of("Europe/Moscow"));
        for (int i = 0; i < MORE_THAN_ONE_STEP; i++) {
            facts.put(String.format("%06d", i), 1);
        }

        zones.learn(ZoneId.of("Asia/Yekaterinburg"));
        step(zones);
        zones.learn(ZoneId.of("Asia/Vladivostok"));
        for (int i = 0; i < 4; i++) {
            step(zones);
        }

        Map<Integer, Integer> byZones = new HashMap<>();
        try (var all = facts.all()) {
            all.forEachRemaining(fact -> byZones.merge(fact.value, 1, Integer::sum));
        }
        assertThat(byZones).containsExactly(Map.entry(3, MORE_THAN_ONE_STEP));
    }

    private void step(ZoneList zones) {
        zones.scan(ZoneList.each(facts), sent -> sent, (id, sent) -> facts.put(id, zones.size()));
    }
}
