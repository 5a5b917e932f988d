package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;

/**
 * Plays a story. First as it is written: after each record the stream must agree with the batch engine over everything
 * recorded so far. Then several times in another order, with records repeated and gathered at random: the end must be the
 * same.
 */
final class Rehearsal {
    /** How many other orders of arrival are tried; more with {@code -Dpremia.casebook.orders=20}. */
    private static final int ORDERS = Integer.getInteger("premia.casebook.orders", 3);

    /** So many records are played once only. */
    private static final int MANY = 2_000;

    private final Scenario scenario;

    Rehearsal(Scenario scenario) {
        this.scenario = scenario;
    }

    void play() {
        List<Entry<?>> all = new ArrayList<>();
        List<String> codes = asWritten(all);
        Oracle end = new Oracle(scenario.organisation(), all);
        int orders = all.size() > MANY ? 0 : ORDERS;
        for (int seed = 1; seed <= orders; seed++) {
            inOtherOrder(all, end, new TreeSet<>(codes), seed);
        }
    }

    /** Fills {@code all} with the records and returns the codes of the expected dead letters. */
    private List<String> asWritten(List<Entry<?>> all) {
        List<String> codes = new ArrayList<>();
        try (Performance performance = new Performance(scenario.organisation())) {
            Oracle oracle = new Oracle(scenario.organisation(), all);
            Map<Balance, Long> before = Map.of();
            for (Scenario.Step step : scenario.steps()) {
                if (step instanceof Scenario.Recorded recorded) {
                    all.add(recorded.entry());
                    performance.send(recorded.entry());
                    if (recorded.checked()) {
                        before = performance.balances();
                        oracle = new Oracle(scenario.organisation(), all);
                        performance.settle().agreesWith(oracle, place(all));
                    }
                } else if (step instanceof Scenario.Expected expected) {
                    if (expected.expectation() instanceof Expectation.DeadLetter letter) {
                        codes.add(letter.code());
                    }
                    expected.expectation().check(new Expectation.Point(oracle, performance, before, place(all)));
                }
            }
            Collections.sort(codes);
            assertThat(performance.deadLetters()).as("all dead letters").isEqualTo(codes);
        }
        return codes;
    }

    private static String place(List<Entry<?>> all) {
        return all.isEmpty() ? "at the beginning" : "after record " + all.size() + ": " + all.get(all.size() - 1);
    }

    private void inOtherOrder(List<Entry<?>> all, Oracle end, TreeSet<String> codes, long seed) {
        Random random = new Random(seed);
        List<Entry<?>> order = new ArrayList<>(all);
        for (Entry<?> entry : all) {
            if (random.nextInt(4) == 0) {
                order.add(entry);
            }
        }
        Collections.shuffle(order, random);
        int settleOneOf = 1 + random.nextInt(Math.max(2, order.size()));
        try (Performance performance = new Performance(scenario.organisation())) {
            for (Entry<?> entry : order) {
                performance.send(entry);
                if (random.nextInt(settleOneOf) == 0) {
                    performance.settle();
                }
            }
            performance.settle().agreesWith(end, "in order " + seed + " of arrival");
            assertThat(new TreeSet<>(performance.deadLetters()))
                    .as("dead letters in order %d", seed)
                    .isEqualTo(codes);
        }
    }
}
