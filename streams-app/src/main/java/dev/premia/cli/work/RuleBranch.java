package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.time.Window;
import dev.premia.replay.BatchResult;

/** A component's rule with the numbers put in. */
final class RuleBranch {
    private final Output output;
    private final ExplanationText text;

    RuleBranch(Output output) {
        this.output = output;
        this.text = new ExplanationText(output);
    }

    void addTo(Tree branch, Explanation explanation) {
        branch.with("formula", explanation.formula())
                .with("steps", explanation.steps())
                .with("notes", explanation.notes());
        branch.add(output.text("правило: ", "rule: ") + text.sentence(explanation.formula()));
        Tree inputs = branch.add(output.text("данные", "inputs"));
        explanation.inputs().forEach(each -> inputs.add(
                        "input", text.formula(each.name()) + " = " + text.value(each.value()))
                .with("name", each.name())
                .with("value", each.value()));
        if (!explanation.steps().isEmpty()) {
            Tree steps = branch.add(output.text("расчёт", "calculation"));
            explanation.steps().forEach(step -> steps.add(text.sentence(step)));
        }
        explanation.notes().forEach(note -> branch.add(output.text("примечание: ", "note: ") + text.sentence(note)));
    }

    /** The version of a plan that rules a window at its end, else the newest; null of what is no plan. */
    static PlanVersion ruling(BatchResult result, String plan, Window window) {
        PlanVersion newest = null;
        for (PlanVersion version : result.plans().versions(plan)) {
            if (newest == null || version.validOn(window.lastDay())) {
                newest = version;
            }
        }
        return newest;
    }

    /** What a component is called, after a comma; nothing where it has no title of its own. */
    static String title(PlanVersion version, String componentId, Output output) {
        if (componentId.equals(PlanVersion.TOTAL_CAP)) {
            return output.text(", Предел выплаты по плану", ", Cap of the plan");
        }
        return version.components().stream()
                .filter(each -> each.id().equals(componentId))
                .map(each -> output.text(each.titleRu(), each.titleEn()))
                .filter(title -> title != null && !title.isEmpty() && !title.equals(componentId))
                .map(title -> ", " + title)
                .findFirst()
                .orElse("");
    }
}
