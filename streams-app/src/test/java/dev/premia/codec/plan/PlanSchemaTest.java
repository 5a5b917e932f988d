package dev.premia.codec.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.premia.codec.plan.NegativeSamples.Sample;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The schema for editors and the reader know the same keys, and agree on plans as far as a schema can. */
class PlanSchemaTest {
    private static final Path PUBLISHED = PlanExamples.ROOT.resolve("docs/plan.schema.json");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(PlanSchema.text(), InputFormat.JSON);

    /** The schema's closed mappings by definition; the plan itself is the empty name. */
    private static Map<String, Set<String>> ofSchema() throws IOException {
        JsonNode schema = JSON.readTree(PlanSchema.text());
        Map<String, Set<String>> mappings = new TreeMap<>(Map.of("", names(schema.get("properties"))));
        for (Map.Entry<String, JsonNode> each : schema.get("$defs").properties()) {
            if (each.getValue().has("properties")) {
                mappings.put(each.getKey(), names(each.getValue().get("properties")));
                assertThat(each.getValue().get("additionalProperties").asBoolean(true))
                        .as("%s takes any key", each.getKey())
                        .isFalse();
            }
        }
        return mappings;
    }

    /** The reader's mappings; {@code SCORE_LINE} is {@code score_line} in the schema. */
    private static Map<String, Set<String>> ofReader() throws IllegalAccessException {
        Map<String, Set<String>> mappings = new TreeMap<>();
        for (Field field : PlanKeys.class.getDeclaredFields()) {
            if (field.get(null) instanceof Set<?> keys) {
                Set<String> names = new TreeSet<>();
                keys.forEach(key -> names.add((String) key));
                mappings.put(definition(field.getName()), names);
            }
        }
        return mappings;
    }

    private static String definition(String constant) {
        return switch (constant) {
            case "PLAN" -> "";
            case "TITLE" -> "title_by_language";
            default -> constant.toLowerCase(Locale.ROOT);
        };
    }

    private static Set<String> names(JsonNode properties) {
        Set<String> names = new TreeSet<>();
        properties.fieldNames().forEachRemaining(names::add);
        return names;
    }

    static List<Path> examples() throws IOException {
        return PlanExamples.files();
    }

    static List<String> blocksOfGuide() throws IOException {
        return PlanExamples.blocksOfGuide();
    }

    static List<Sample> negativeSamples() throws IOException {
        return NegativeSamples.all();
    }

    @Test
    void shouldKnowExactlyTheKeysThatTheReaderAccepts() throws IOException, IllegalAccessException {
        assertThat(ofSchema()).isEqualTo(ofReader());
    }

    @Test
    void shouldDescribeEveryKey() throws IOException {
        List<String> silent = new ArrayList<>();
        JSON.readTree(PlanSchema.text())
                .findParents("properties")
                .forEach(mapping -> mapping.get("properties").properties().stream()
                        .filter(each -> !each.getValue().hasNonNull("description"))
                        .forEach(each -> silent.add(each.getKey())));

        assertThat(silent).isEmpty();
    }

    @Test
    void shouldPrintWhatIsPublished() throws IOException {
        assertThat(PlanSchema.text()).isEqualTo(Files.readString(PUBLISHED));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldAcceptExample(Path file) throws IOException {
        assertThat(complaints(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void shouldBeFoundByTheEditorOfAnExample(Path file) throws IOException {
        String start = "# yaml-language-server: $schema=";
        String first = Files.readAllLines(file).get(0);

        assertThat(first).startsWith(start);
        assertThat(file.resolveSibling(first.substring(start.length())))
                .isRegularFile()
                .satisfies(path -> assertThat(path.normalize()).isEqualTo(PUBLISHED));
    }

    @ParameterizedTest
    @MethodSource("blocksOfGuide")
    void shouldAcceptBlockOfGuide(String block) throws IOException {
        assertThat(complaints(block)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("negativeSamples")
    void shouldRejectWrongShape(Sample sample) throws IOException {
        assertThat(complaints(sample.text()).isEmpty())
                .as("the schema accepts it")
                .isEqualTo(sample.schemaAccepts());
    }

    private static List<String> complaints(String yaml) throws IOException {
        Object document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return SCHEMA.validate(JSON.writeValueAsString(document), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }
}
