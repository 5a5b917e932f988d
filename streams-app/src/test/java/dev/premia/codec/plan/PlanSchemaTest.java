package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The schema for editors and the reader know the same keys. */
class PlanSchemaTest {

    static Stream<Arguments> mappings() {
        return Stream.of(
                Arguments.of("", PlanKeys.PLAN),
                Arguments.of("/$defs/applies_to", PlanKeys.APPLIES_TO),
                Arguments.of("/$defs/title_by_language", PlanKeys.TITLE),
                Arguments.of("/$defs/caps", PlanKeys.CAPS),
                Arguments.of("/$defs/kpi", PlanKeys.KPI),
                Arguments.of("/$defs/index_line", PlanKeys.INDEX_LINE),
                Arguments.of("/$defs/component", PlanKeys.COMPONENT),
                Arguments.of("/$defs/tiers", PlanKeys.TIERS),
                Arguments.of("/$defs/step", PlanKeys.STEP),
                Arguments.of("/$defs/score_line", PlanKeys.SCORE_LINE));
    }

    @ParameterizedTest
    @MethodSource("mappings")
    void shouldKnowSameKeysWhenEditorsCheck(String definition, Set<String> keys) throws IOException {
        JsonNode mapping = schema().at(definition);

        assertThat(names(mapping.get("properties"))).isEqualTo(new TreeSet<>(keys));
        assertThat(mapping.get("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void shouldCoverEveryClosedMappingOfSchema() throws IOException {
        long closed = schema().get("$defs")
                .valueStream()
                .filter(each -> each.has("properties"))
                .count();

        assertThat(mappings().count()).isEqualTo(closed + 1);
    }

    private static JsonNode schema() throws IOException {
        return new ObjectMapper()
                .readTree(PlanExamples.FOLDER.resolve("plan.schema.json").toFile());
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
