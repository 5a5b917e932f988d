package dev.premia.plandoc;

import dev.premia.codec.plan.PlanTree;
import java.util.ArrayList;
import java.util.List;

/**
 * A step of a scale with both of its bounds, wherever the file states them.
 *
 * @param from as written, null for 0
 * @param to as written, null for the open end
 */
record StepBand(String from, String to, PlanTree.Fields step) {

    static List<StepBand> of(List<PlanTree> steps) {
        List<StepBand> bands = new ArrayList<>();
        String from = null;
        for (int i = 0; i < steps.size(); i++) {
            PlanTree.Fields step = (PlanTree.Fields) steps.get(i);
            String to = step.text("to");
            if (to == null && i + 1 < steps.size()) {
                to = ((PlanTree.Fields) steps.get(i + 1)).text("from");
            }
            bands.add(new StepBand(from, to, step));
            from = to;
        }
        return bands;
    }
}
