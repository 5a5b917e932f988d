package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.scenario.Expectation;
import dev.premia.scenario.Scenario;
import dev.premia.scenario.ScenarioLog;
import dev.premia.scenario.ScenarioRecord;
import dev.premia.scenario.Step;
import dev.premia.schemas.Control;
import dev.premia.schemas.ControlKind;
import dev.premia.schemas.TopicSpec;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Plays a scenario on the stage of the stream. First as it is written: after each step the stream must agree with the batch
 * engine over everything recorded so far, and the expectations must be met. Then several times in another order, with
 * records repeated and gathered at random: the end must be the same.
 */
final class Rehearsal {
    /** How many other orders of arrival are tried; more with {@code -Dpremia.casebook.orders=20}. */
    private static final int ORDERS = Integer.getInteger("premia.casebook.orders", 3);

    /** So many records are played once only. */
    private static final int MANY = 2_000;

    private final Scenario scenario;
    private final List<ScenarioRecord<?>> all = new ArrayList<>();
    private final ScenarioLog log;
    private final List<String> codes = new ArrayList<>();

    Rehearsal(Scenario scenario) {
        this.scenario = scenario;
        this.log = new ScenarioLog(scenario.settings());
    }

    void play() {
        asWritten();
        Oracle end = new Oracle(scenario.settings(), all);
        int orders = all.size() > MANY ? 0 : ORDERS;
        for (int seed = 1; seed <= orders; seed++) {
            inOtherOrder(end, seed);
        }
    }

    private void asWritten() {
        try (Performance performance = new Performance(scenario.settings())) {
            StreamOutcome outcome = new StreamOutcome(performance, new Oracle(scenario.settings(), all), 0, 0);
            for (Step step : scenario.steps()) {
                if (step instanceof Step.Recorded recorded) {
                    outcome = record(performance, recorded);
                } else if (step instanceof Step.Closed closed) {
                    outcome = record(performance, closed.records(log));
                } else if (step instanceof Step.Expected expected) {
                    check(expected.expectation(), outcome);
                }
            }
            Collections.sort(codes);
            assertThat(performance.deadLetters()).as("all dead letters").isEqualTo(codes);
        }
    }

    private StreamOutcome record(Performance performance, Step.Recorded step) {
        int entries = performance.entries().size();
        int letters = performance.letters().size();
        for (ScenarioRecord<?> each : step.records()) {
            all.add(each);
            log.add(each, step.place());
            performance.send(each);
        }
        Oracle oracle = new Oracle(scenario.settings(), all);
        performance.settle().agreesWith(oracle, "after " + step.shown());
        return new StreamOutcome(performance, oracle, entries, letters);
    }

    private void check(Expectation expectation, StreamOutcome outcome) {
        if (expectation instanceof Expectation.DeadLetter letter) {
            codes.add(letter.code());
        }
        assertThat(expectation.check(outcome))
                .as("stream, %s", expectation.place())
                .isEmpty();
    }

    private boolean hasCloses() {
        return scenario.steps().stream().anyMatch(Step.Closed.class::isInstance);
    }

    private List<ScenarioRecord<?>> shuffled(Random random) {
        List<ScenarioRecord<?>> order = new ArrayList<>(all);
        order.addAll(repeated(random));
        Collections.shuffle(order, random);
        keepOrderOfDecisions(order);
        return order;
    }

    /** Transfers of credit and disputes apply in the order of the control topic, which is given: they keep it. */
    private void keepOrderOfDecisions(List<ScenarioRecord<?>> order) {
        List<Integer> places = IntStream.range(0, order.size())
                .filter(place -> isOrdered(order.get(place)))
                .boxed()
                .toList();
        List<ScenarioRecord<?>> ordered = places.stream()
                .<ScenarioRecord<?>>map(order::get)
                .sorted(Comparator.comparingInt(all::indexOf))
                .toList();
        for (int i = 0; i < ordered.size(); i++) {
            order.set(places.get(i), ordered.get(i));
        }
    }

    private static boolean isOrdered(ScenarioRecord<?> record) {
        return record.value() instanceof Control control
                && (control.getKind() == ControlKind.credit_transfer || control.getKind() == ControlKind.dispute);
    }

    private List<ScenarioRecord<?>> repeated(Random random) {
        return all.stream().filter(record -> random.nextInt(4) == 0).toList();
    }

    /**
     * A close says how much of each topic counts, so the order within a topic is given; what is read first of which topic is
     * not. Repetitions come at the end, above every close.
     */
    private List<ScenarioRecord<?>> inOrderOfTopics(Random random) {
        Map<TopicSpec<?>, Deque<ScenarioRecord<?>>> topics = new LinkedHashMap<>();
        all.forEach(record -> topics.computeIfAbsent(record.topic(), topic -> new ArrayDeque<>())
                .add(record));
        List<Deque<ScenarioRecord<?>>> waiting = new ArrayList<>(topics.values());
        List<ScenarioRecord<?>> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Deque<ScenarioRecord<?>> next = waiting.get(random.nextInt(waiting.size()));
            order.add(next.remove());
            waiting.removeIf(Deque::isEmpty);
        }
        order.addAll(repeated(random));
        return order;
    }

    private void inOtherOrder(Oracle end, long seed) {
        Random random = new Random(seed);
        List<ScenarioRecord<?>> order = hasCloses() ? inOrderOfTopics(random) : shuffled(random);
        int settleOneOf = 1 + random.nextInt(Math.max(2, order.size()));
        try (Performance performance = new Performance(scenario.settings())) {
            for (ScenarioRecord<?> record : order) {
                performance.send(record);
                if (random.nextInt(settleOneOf) == 0) {
                    performance.settle();
                }
            }
            performance.settle().agreesWith(end, "in order " + seed + " of arrival");
            assertThat(new TreeSet<>(performance.deadLetters()))
                    .as("dead letters in order %d", seed)
                    .isEqualTo(new TreeSet<>(codes));
        }
    }
}
