package dev.premia.casebook;

import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The scenario files of the documentation. */
final class Casebook {
    static final Path FOLDER = Path.of("..", "docs", "casebook");

    private static final Path EXAMPLES = Path.of("..", "deploy", "examples", "plans");

    private Casebook() {}

    /** Every scenario file by its path, in order of their names. */
    static List<Path> files() {
        return files(FOLDER, ".yaml");
    }

    /** The scenarios beside the example plans. */
    static List<Path> examples() {
        return files(EXAMPLES, ".scenario.yaml");
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Scenario read(Path file) {
        try {
            ScenarioFile.Result result = ScenarioFile.read(file, Files.readString(file));
            if (!result.isValid()) {
                throw new AssertionError(String.join(
                        "\n", result.errors().stream().map(Object::toString).toList()));
            }
            return result.scenario();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
