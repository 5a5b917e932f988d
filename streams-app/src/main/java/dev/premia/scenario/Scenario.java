package dev.premia.scenario;

import dev.premia.domain.plan.PlanTitle;
import dev.premia.replay.Settings;
import java.util.List;

/**
 * A story of records and of what must be true after them.
 *
 * @param file as it was given
 * @param title what it shows
 * @param about why; may be empty
 * @param rows what it covers, e.g. {@code E24}; may be empty
 * @param settings the organisation's zone and currency
 * @param steps in the order in which they are recorded and checked
 */
public record Scenario(
        String file, PlanTitle title, String about, List<String> rows, Settings settings, List<Step> steps) {
    public Scenario {
        rows = List.copyOf(rows);
        steps = List.copyOf(steps);
    }

    /** How many records it has. */
    public int records() {
        return steps.stream()
                .filter(Step.Recorded.class::isInstance)
                .mapToInt(step -> ((Step.Recorded) step).records().size())
                .sum();
    }

    /** How many things it expects. */
    public int expectations() {
        return (int) steps.stream().filter(Step.Expected.class::isInstance).count();
    }
}
