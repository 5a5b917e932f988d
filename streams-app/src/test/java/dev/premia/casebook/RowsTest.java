package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every row of the rules has a scenario. */
class RowsTest {
    private static final Set<String> WORKED_EXAMPLES = Set.of(
            "worked-excess-over-target",
            "worked-cliff",
            "worked-average-deal-kicker",
            "worked-repeat-sales",
            "worked-new-customers",
            "worked-together",
            "worked-graduated-680",
            "worked-graduated-windows",
            "worked-slab-boundary",
            "worked-marginal",
            "worked-modes",
            "worked-per-deal",
            "worked-quota",
            "worked-leader",
            "worked-units-per-order",
            "worked-most-specific-rate",
            "worked-split",
            "worked-call-plan",
            "worked-pot",
            "worked-variable-by-two-kpis",
            "worked-two-payments",
            "worked-thirds",
            "worked-exchange-rate",
            "worked-cancelled-after-close",
            "worked-guarantee");

    private static final Path INDEX = Casebook.FOLDER.resolve("README.md");

    private static Set<String> covered() {
        return Casebook.files().stream()
                .flatMap(file -> Casebook.read(file).rows().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void coversAll(String letter, int count) {
        List<String> all =
                IntStream.rangeClosed(1, count).mapToObj(n -> letter + n).toList();
        assertThat(covered())
                .filteredOn(row -> row.matches(letter + "\\d+"))
                .as("rows with a scenario in %s", Casebook.FOLDER)
                .containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void shouldHaveScenarioForEveryEdgeCase() {
        coversAll("E", 41);
    }

    @Test
    void shouldHaveScenarioForEveryScheme() {
        coversAll("B", 33);
        assertThat(covered()).contains("B31-caps");
    }

    @Test
    void shouldHaveScenarioForEveryWorkedExample() {
        assertThat(covered())
                .filteredOn(row -> row.startsWith("worked-"))
                .containsExactlyInAnyOrderElementsOf(WORKED_EXAMPLES);
    }

    @Test
    void shouldNameTheRowsOfEveryScenario() {
        assertThat(Casebook.files()).isNotEmpty().allSatisfy(file -> assertThat(
                        Casebook.read(file).rows())
                .as(file.toString())
                .isNotEmpty()
                .allMatch(row -> row.matches("E\\d+|B\\d+(-caps)?|K\\d+|worked-[a-z0-9-]+")));
    }

    @Test
    void shouldListEveryScenarioInTheIndex() throws IOException {
        String expected = index();
        if (Boolean.getBoolean("casebook.write")) {
            Files.writeString(INDEX, expected);
        }

        assertThat(Files.readString(INDEX))
                .as("docs/casebook/README.md; write it anew with mvn -pl streams-app -am test -Dtest=RowsTest"
                        + " -Dsurefire.failIfNoSpecifiedTests=false -Dcasebook.write=true")
                .isEqualTo(expected);
    }

    private static String index() {
        Map<String, StringBuilder> folders = new TreeMap<>();
        for (Path file : Casebook.files()) {
            Scenario scenario = Casebook.read(file);
            Path relative = Casebook.FOLDER.relativize(file);
            String line = "| %s | [%s](%s) | %s |\n"
                    .formatted(
                            String.join(", ", scenario.rows()),
                            scenario.title().en(),
                            relative.toString().replace('\\', '/'),
                            scenario.title().ru());
            folders.computeIfAbsent(relative.getName(0).toString(), name -> new StringBuilder())
                    .append(line);
        }
        StringBuilder page = new StringBuilder("""
                # Casebook

                <!-- Written by RowsTest from the scenario files; do not edit. -->

                What the money does, case by case. Every file is a story with figures: what is recorded, and what must be true after it.
                They are run by `deploy/premia plan test docs/casebook`, and by the tests of the product through both engines, in the order
                of the file and in others. [scenarios.md](../scenarios.md) tells how to write one.
                """);
        folders.forEach((folder, lines) -> page.append("\n## ")
                .append(folder.substring(0, 1).toUpperCase(Locale.ROOT))
                .append(folder.substring(1).replace('-', ' '))
                .append("\n\n| row | case | случай |\n|---|---|---|\n")
                .append(lines));
        return page.toString();
    }
}
