package dev.premia.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** Runs a scenario through the batch engine. */
public final class ScenarioRun {
    private final BatchOutcome outcome;
    private final List<Mismatch> mismatches = new ArrayList<>();
    private final List<Expectation.DeadLetter> letters = new ArrayList<>();
    private Step.Recorded last;

    private ScenarioRun(Scenario scenario) {
        this.outcome = new BatchOutcome(scenario.settings());
    }

    /**
     * Records what the scenario records and checks what it expects, step by step.
     *
     * @param progress hears the number of records of each step
     */
    public static ScenarioResult of(Scenario scenario, IntConsumer progress) {
        ScenarioRun run = new ScenarioRun(scenario);
        for (Step step : scenario.steps()) {
            if (step instanceof Step.Recorded recorded) {
                run.record(recorded, progress);
            } else if (step instanceof Step.Closed closed) {
                run.record(closed.records(run.outcome.log()), progress);
            } else if (step instanceof Step.Expected expected) {
                run.check(expected.expectation());
            }
        }
        run.unexpectedLetters();
        return new ScenarioResult(scenario, run.mismatches);
    }

    private void record(Step.Recorded step, IntConsumer progress) {
        unexpectedLetters();
        outcome.record(step);
        last = step;
        progress.accept(step.records().size());
    }

    private void check(Expectation expectation) {
        if (expectation instanceof Expectation.DeadLetter letter) {
            letters.add(letter);
        }
        expectation.check(outcome).ifPresent(this::add);
    }

    private void add(Mismatch found) {
        String after = last == null ? "the beginning" : last.shown();
        mismatches.add(new Mismatch(
                found.place(),
                found.what(),
                found.expected(),
                found.found(),
                found.details(),
                found.calculated(),
                after));
    }

    /** A record that nobody expected to be rejected is not what the author had in mind. */
    private void unexpectedLetters() {
        List<Outcome.Rejection> open = new ArrayList<>(outcome.rejections());
        for (Expectation.DeadLetter letter : letters) {
            open.stream().filter(letter::matches).findFirst().ifPresent(open::remove);
        }
        for (Outcome.Rejection each : last == null ? List.<Outcome.Rejection>of() : open) {
            add(new Mismatch(
                    last.place(),
                    "dead letter of " + last.name(),
                    "none",
                    each.code(),
                    List.of(each.reason()),
                    false,
                    ""));
        }
        letters.clear();
    }
}
