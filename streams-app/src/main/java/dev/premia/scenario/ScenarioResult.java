package dev.premia.scenario;

import java.util.List;

/** What came of a scenario: it holds when there are no mismatches. */
public record ScenarioResult(Scenario scenario, List<Mismatch> mismatches) {
    public ScenarioResult {
        mismatches = List.copyOf(mismatches);
    }

    public boolean holds() {
        return mismatches.isEmpty();
    }
}
