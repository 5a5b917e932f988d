package dev.premia.schemas.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.schemas.Deal;
import dev.premia.schemas.TopicSpec;
import dev.premia.schemas.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ContractHistoryTest {

    private static final boolean RECORD = Boolean.getBoolean("contracts.record");
    private static final Path COMMITTED = Path.of(System.getProperty("basedir", "."), "src", "history");

    static Stream<Schema> contracts() {
        return Topics.all().stream().map(TopicSpec::schema);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void shouldEqualTheNewestVersionAndAgreeWithAllEarlierOnes(Schema contract) {
        CompatibilityGate gate = new CompatibilityGate(new ContractHistory(COMMITTED));
        if (RECORD) {
            System.out.println(gate.record(contract));
        }

        assertThat(gate.problems(contract)).isEmpty();
    }

    @Test
    void shouldKeepAContractForEveryHistory() {
        assertThat(new ContractHistory(COMMITTED).records())
                .containsExactlyInAnyOrderElementsOf(
                        contracts().map(Schema::getName).distinct().toList());
    }

    static Stream<Arguments> brokenChanges() {
        return Stream.of(
                change("type of a field changed", "\"revision\",\"type\":\"long\"", "\"revision\",\"type\":\"string\""),
                change("required field renamed", "\"name\":\"source\"", "\"name\":\"origin\""),
                change("optional field made required", ",\"default\":null}", "}"),
                change("scale of a decimal changed", "\"precision\":20,\"scale\":4", "\"precision\":20,\"scale\":2"),
                change("instant became a plain number", ",\"logicalType\":\"timestamp-millis\"", ""),
                change("enum symbol removed", "\"open\",\"won\",\"lost\"", "\"open\",\"won\""),
                change("enum lost its default", ",\"default\":\"unknown\"", ""),
                change("record renamed", "\"name\":\"Deal\"", "\"name\":\"Offer\""));
    }

    private static Arguments change(String what, String from, String to) {
        UnaryOperator<Schema> mutation = schema -> {
            String before = ContractHistory.shape(schema);
            assertThat(before).as("the mutation finds its place").contains(from);
            return new Schema.Parser().setValidateDefaults(false).parse(before.replace(from, to));
        };
        return Arguments.of(what, mutation);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenChanges")
    void shouldReportAnIncompatibleChange(String what, UnaryOperator<Schema> mutation) {
        Schema current = new Deal().getSchema();

        assertThat(CompatibilityRules.violations(current, mutation.apply(current)))
                .isNotEmpty();
    }

    @Test
    void shouldRefuseToRecordAnIncompatibleChange(@TempDir Path folder) {
        CompatibilityGate gate = new CompatibilityGate(new ContractHistory(folder));
        Schema current = new Deal().getSchema();
        gate.record(current);

        Schema broken = parse(ContractHistory.shape(current).replace("\"scale\":4", "\"scale\":2"));

        assertThat(gate.problems(broken))
                .anyMatch(
                        each -> each.contains("Deal v1 -> current: Deal.amount: meaning changed from decimal(20, 4)"));
        assertThatThrownBy(() -> gate.record(broken)).hasMessageContaining("Not recorded");
        assertThat(new ContractHistory(folder).versions("Deal")).hasSize(1);
    }

    @Test
    void shouldAskForANewVersionWhenACompatibleChangeIsNotRecorded(@TempDir Path folder) {
        CompatibilityGate gate = new CompatibilityGate(new ContractHistory(folder));
        Schema current = new Deal().getSchema();
        gate.record(current);
        Schema grown = withSymbol(
                parse(ContractHistory.shape(current)
                        .replace(
                                "{\"name\":\"tags\"",
                                "{\"name\":\"probability\",\"type\":[\"null\",\"int\"],\"default\":null},"
                                        + "{\"name\":\"tags\"")),
                "paused");

        assertThat(gate.problems(grown))
                .singleElement()
                .asString()
                .contains("Contract Deal differs", "v1.avsc", CompatibilityGate.COMMAND);

        assertThat(gate.record(grown)).contains("v2.avsc");
        assertThat(gate.problems(grown)).isEmpty();
    }

    @Test
    void shouldComparePairsOfEarlierVersionsToo(@TempDir Path folder) {
        ContractHistory history = new ContractHistory(folder);
        Schema current = new Deal().getSchema();
        history.add(parse(ContractHistory.shape(current).replace("\"scale\":4", "\"scale\":3")));
        history.add(current);

        List<String> problems = new CompatibilityGate(history).problems(current);

        assertThat(problems).anyMatch(each -> each.startsWith("Deal v1 -> v2: "));
        assertThat(problems).anyMatch(each -> each.startsWith("Deal v1 -> current: "));
        assertThat(problems).noneMatch(each -> each.startsWith("Deal v2 -> "));
    }

    @Test
    void shouldReportAContractWithoutHistory(@TempDir Path folder) {
        assertThat(new CompatibilityGate(new ContractHistory(folder)).problems(new Deal().getSchema()))
                .singleElement()
                .asString()
                .contains("Deal has no recorded version");
    }

    @Test
    void shouldIgnoreTheWordingOfDocumentation() {
        Schema current = new Deal().getSchema();
        Schema reworded = parse(current.toString().replace("Tags of the deal.", "Labels."));

        assertThat(reworded).isNotEqualTo(parse(ContractHistory.shape(current)));
        assertThat(ContractHistory.shape(reworded)).isEqualTo(ContractHistory.shape(current));
    }

    private static Schema withSymbol(Schema schema, String symbol) {
        return parse(schema.toString().replace("\"open\",", "\"open\",\"" + symbol + "\","));
    }

    private static Schema parse(String json) {
        return new Schema.Parser().setValidateDefaults(false).parse(json);
    }
}
