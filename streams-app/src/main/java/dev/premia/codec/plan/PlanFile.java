package dev.premia.codec.plan;

import dev.premia.domain.plan.PlanTitle;
import dev.premia.domain.plan.PlanVersion;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Plan files: YAML in, a checked {@link PlanVersion} out. */
public final class PlanFile {
    private static final String BEGINNING = "begin with plan: NAME";

    private PlanFile() {}

    /**
     * What a file says.
     *
     * @param plan null when there are errors
     * @param errors all of them, in the order of the file; the plan cannot be used
     * @param warnings what is allowed but doubtful, in the order of the file
     * @param shadow whether the plan is on trial: computed and never paid
     * @param title of the plan; its id where the file gives none
     * @param kpiTitles titles of the plan's own KPIs by name
     */
    public record Result(
            PlanVersion plan,
            List<Problem> errors,
            List<Problem> warnings,
            boolean shadow,
            PlanTitle title,
            Map<String, PlanTitle> kpiTitles) {
        public Result {
            errors = List.copyOf(errors);
            warnings = List.copyOf(warnings);
            kpiTitles = Map.copyOf(kpiTitles);
        }

        /** Whether the plan can be used. */
        public boolean isValid() {
            return errors.isEmpty();
        }
    }

    /**
     * Reads a plan file. Never throws for what the text says: everything wrong with it is in the result.
     *
     * @param fileName for messages
     * @param text the whole file
     */
    public static Result read(String fileName, String text) {
        Problems problems = new Problems(fileName, text);
        Node root = YamlText.compose(text, problems, BEGINNING);
        if (root == null) {
            return new Result(null, problems.errors(), problems.warnings(), false, new PlanTitle("", ""), Map.of());
        }
        return new PlanReader(problems).read(new Item(root, ""), text);
    }

    /**
     * The keys and values of a plan file as they are written, without their meaning. For what compares or prints plans; a file that
     * {@link #read} accepts always has them.
     *
     * @throws IllegalArgumentException when the text is not YAML, or no mapping
     */
    public static PlanTree.Fields tree(String text) {
        Node root = YamlText.compose(text, new Problems("", text), BEGINNING);
        if (root == null || !(PlanTree.of(root) instanceof PlanTree.Fields fields)) {
            throw new IllegalArgumentException("not a plan file; read it first and show its errors");
        }
        return fields;
    }
}
