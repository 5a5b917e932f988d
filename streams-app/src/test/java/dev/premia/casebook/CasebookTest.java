package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioRun;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every scenario file holds in both engines, at every step and in other orders of arrival. */
class CasebookTest {
    static List<Path> files() {
        List<Path> files = new ArrayList<>(Casebook.files());
        files.addAll(Casebook.examples());
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
