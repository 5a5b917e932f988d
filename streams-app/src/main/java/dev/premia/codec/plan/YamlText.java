package dev.premia.codec.plan;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML text as nodes that know where they stand. */
public final class YamlText {
    private YamlText() {}

    /**
     * The top of the document; null, and reported, when the text is no YAML or empty.
     *
     * @param beginning what to do about an empty file
     */
    public static Node compose(String text, Problems problems, String beginning) {
        try {
            LoadSettings settings =
                    LoadSettings.builder().setAllowDuplicateKeys(true).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isEmpty()) {
                problems.syntaxError(1, 1, Problems.message("empty file", "nothing", problems.document()), beginning);
            }
            return root.orElse(null);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            problems.syntaxError(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "not YAML: " + e.getProblem(),
                    "check indentation, quotes and brackets before this place");
        } catch (YamlEngineException e) {
            problems.syntaxError(1, 1, "not YAML: " + e.getMessage(), "save the file as YAML text in UTF-8");
        }
        return null;
    }
}
