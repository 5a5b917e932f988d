package dev.premia.scenario;

import dev.premia.codec.plan.Item;
import dev.premia.codec.plan.Problem;
import dev.premia.codec.plan.Problems;
import dev.premia.codec.plan.YamlText;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Scenario files: YAML in, a checked {@link Scenario} out. */
public final class ScenarioFile {
    private static final String BEGINNING = "begin with scenario: TITLE";

    private ScenarioFile() {}

    /**
     * What a file says.
     *
     * @param scenario null when there are errors
     * @param errors all of them, in the order of the file
     */
    public record Result(Scenario scenario, List<Problem> errors) {
        public Result {
            errors = List.copyOf(errors);
        }

        /** Whether the scenario can be run. */
        public boolean isValid() {
            return scenario != null;
        }
    }

    /**
     * Reads a scenario file. Never throws for what the text says: everything wrong with it is in the result. Plan files
     * that it names are read beside it.
     *
     * @param file for messages, and for the place of the plan files
     * @param text the whole file
     */
    public static Result read(Path file, String text) {
        Problems problems = new Problems(file.toString(), text, "a scenario");
        Node root = YamlText.compose(text, problems, BEGINNING);
        Scenario scenario = root == null ? null : new ScenarioReader(file, text, problems).read(new Item(root, ""));
        return problems.errors().isEmpty() ? new Result(scenario, List.of()) : new Result(null, problems.errors());
    }

    /** Whether a YAML text is meant to be a scenario: it has the key {@code scenario} at its top, or is no YAML. */
    public static boolean isScenario(String text) {
        Node root = YamlText.compose(text, new Problems("", text, "a scenario"), BEGINNING);
        return root == null
                ? !text.isBlank()
                : root instanceof MappingNode mapping
                        && mapping.getValue().stream()
                                .anyMatch(each -> each.getKeyNode() instanceof ScalarNode key
                                        && key.getValue().equals("scenario"));
    }
}
