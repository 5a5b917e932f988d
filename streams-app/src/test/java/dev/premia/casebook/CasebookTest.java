package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every scenario file holds in both engines, at every step and in other orders of arrival. While working on some of them,
 * {@code -Dpremia.casebook.only=e15} runs those alone whose path contains the text.
 */
class CasebookTest {
    static List<Path> files() {
        List<Path> files = new ArrayList<>(Casebook.files());
        files.addAll(Casebook.examples());
        String only = System.getProperty("premia.casebook.only", "");
        files.removeIf(file -> !file.toString().contains(only));
        return files;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void shouldHoldInTheBatchEngineAndInTheStream(Path file) {
        Scenario scenario = Casebook.read(file);

        assertThat(ScenarioRun.of(scenario, records -> {}).mismatches()).isEmpty();
        new Rehearsal(scenario).play();
    }
}
