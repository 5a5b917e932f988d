package dev.premia.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.schemas.TopicSpec.Role;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What all contracts have in common. */
class ContractsTest {

    private static final List<String> HEADER = List.of("id", "revision", "source", "deleted", "changed_at");

    static Stream<Schema> contracts() {
        return Topics.all().stream().map(TopicSpec::schema);
    }

    static Stream<Schema> entities() {
        return Stream.of(Role.SOURCE, Role.REFERENCE)
                .flatMap(role -> Topics.of(role).stream())
                .map(TopicSpec::schema);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldDocumentEveryTypeAndField(Schema contract) {
        for (Schema type : namedTypes(contract).values()) {
            assertThat(type.getDoc()).as(type.getName()).isNotBlank().endsWith(".");
            for (Schema.Field field : fields(type)) {
                assertThat(field.doc()).as(type.getName() + "." + field.name()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldNameFieldsInSnakeCaseAndTypesInOurNamespace(Schema contract) {
        for (Schema type : namedTypes(contract).values()) {
            assertThat(type.getNamespace()).isEqualTo("dev.premia.schemas");
            assertThat(fields(type)).extracting(Schema.Field::name).allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldKeepMoneyOutOfFloatingPoint(Schema contract) {
        for (Schema type : namedTypes(contract).values()) {
            assertThat(type.toString()).doesNotContain("\"float\"", "\"double\"");
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldLetEveryEnumGrow(Schema contract) {
        namedTypes(contract).values().stream()
                .filter(type -> type.getType() == Schema.Type.ENUM)
                .forEach(type ->
                        assertThat(type.getEnumDefault()).as(type.getName()).isEqualTo("unknown"));
    }

    @ParameterizedTest
    @MethodSource("entities")
    void shouldStartEveryEntityWithTheSameHeaderAndRequireNothingElse(Schema entity) {
        List<Schema.Field> fields = entity.getFields();
        Schema deal = new Deal().getSchema();

        assertThat(fields.subList(0, HEADER.size()))
                .extracting(Schema.Field::name)
                .containsExactlyElementsOf(HEADER);
        assertThat(fields.subList(0, HEADER.size()))
                .extracting(Schema.Field::schema)
                .containsExactlyElementsOf(HEADER.stream()
                        .map(name -> deal.getField(name).schema())
                        .toList());
        assertThat(fields)
                .filteredOn(field -> !field.hasDefaultValue())
                .extracting(Schema.Field::name)
                .containsExactly("id", "revision", "source");
        assertThat(entity.getField("attributes")).isNotNull();
    }

    private static List<Schema.Field> fields(Schema type) {
        return type.getType() == Schema.Type.RECORD ? type.getFields() : List.of();
    }

    private static Map<String, Schema> namedTypes(Schema schema) {
        Map<String, Schema> found = new TreeMap<>();
        collect(schema, found);
        return found;
    }

    private static void collect(Schema schema, Map<String, Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.put(schema.getFullName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ENUM -> found.put(schema.getFullName(), schema);
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            default -> {
                // Plain types have no name.
            }
        }
    }
}
