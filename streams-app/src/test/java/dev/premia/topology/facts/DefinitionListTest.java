package dev.premia.topology.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.Test;

class DefinitionListTest {
    private static final int MORE_THAN_ONE_STEP = 1_500;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private final KeyValueStore<String, Integer> facts = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("facts"), Serdes.String(), Serdes.Integer())
            .withLoggingDisabled()
            .build();
    private final KeyValueStore<Integer, String> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("definitions"), Serdes.Integer(), Serdes.String())
            .withLoggingDisabled()
            .build();

    @Test
    void shouldSendEveryFactForEveryDefinitionWhenOneComesWhileAScanRuns() {
        facts.init(context.getStateStoreContext(), facts);
        store.init(context.getStateStoreContext(), store);
        DefinitionList definitions = new DefinitionList(store, ZoneId.of("Europe/Moscow"));
        for (int i = 0; i < MORE_THAN_ONE_STEP; i++) {
            facts.put(String.format("%06d", i), 1);
        }

        definitions.learn(zone("Asia/Yekaterinburg"));
        step(definitions);
        definitions.learn(zone("Asia/Vladivostok"));
        for (int i = 0; i < 4; i++) {
            step(definitions);
        }

        Map<Integer, Integer> byDefinitions = new HashMap<>();
        try (var all = facts.all()) {
            all.forEachRemaining(fact -> byDefinitions.merge(fact.value, 1, Integer::sum));
        }
        assertThat(byDefinitions).containsExactly(Map.entry(3, MORE_THAN_ONE_STEP));
    }

    private void step(DefinitionList definitions) {
        definitions.scan(DefinitionList.each(facts), sent -> sent, (id, sent) -> facts.put(id, definitions.size()));
    }

    private static PlanDefinitions.Brought zone(String zone) {
        return new PlanDefinitions.Brought(ZoneId.of(zone), List.of());
    }
}
