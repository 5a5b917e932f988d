package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The stage of the stream notices a scenario that expects something else than what comes. */
class RehearsalTest {
    private static final Path FILE = Casebook.FOLDER.resolve("edge-cases/e10-refund-across-tiers.yaml");

    @ParameterizedTest
    @CsvSource({
        "scale: 71000.00, scale: 71000.01, expected=71000.01",
        "scale: -46000.00, scale: -45999.99, expected=-45999.99",
        "revenue: 500000, revenue: 500001, expected=500001"
    })
    void shouldFailWhenAnExpectedFigureIsChanged(String right, String wrong, String told) throws IOException {
        String text = Files.readString(FILE);
        Scenario scenario = ScenarioFile.read(FILE, text.replace(right, wrong)).scenario();

        assertThatThrownBy(() -> new Rehearsal(scenario).play())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("stream, " + FILE)
                .hasMessageContaining(told);
    }
}
