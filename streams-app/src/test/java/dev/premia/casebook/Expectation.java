package dev.premia.casebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.time.Window;
import dev.premia.schemas.Accrual;
import dev.premia.schemas.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Something that must be true at a point of a story, of what the stream has sent and of what the batch engine says. */
sealed interface Expectation {

    /** Fails when it is not true. */
    void check(Point point);

    /**
     * A point of a story.
     *
     * @param before the sums of the entries before the last record
     * @param name for messages
     */
    record Point(Oracle oracle, Performance performance, Map<Balance, Long> before, String name) {

        private List<Accrual> entries(String manager, Window window, String component) {
            return performance.entries().stream()
                    .filter(entry -> entry.getManager().equals(manager)
                            && entry.getComponent().equals(component)
                            && entry.getWindowStart().equals(window.start())
                            && entry.getWindowKind().name().equals(window.kind().label()))
                    .toList();
        }
    }

    /** The subject as stories name it: a manager's id, {@code team:ID} or {@code company}. */
    static Subject subject(String text) {
        if (text.equals("company")) {
            return Subject.COMPANY;
        }
        return text.startsWith("team:")
                ? Subject.team(Scenario.qualified(text.substring("team:".length())))
                : Subject.manager(Scenario.qualified(text));
    }

    private static long sum(Map<Balance, Long> balances, String manager, Window window, String component) {
        return balances.entrySet().stream()
                .filter(each -> each.getKey().manager().equals(manager)
                        && each.getKey().window().equals(window)
                        && (component == null || each.getKey().component().equals(component)))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** A component pays so much in all; every component together when it is null. */
    record Pays(String manager, Window window, String component, long minor) implements Expectation {
        @Override
        public void check(Point point) {
            assertThat(sum(point.oracle().balances(), manager, window, component))
                    .as("batch: %s %s %s %s", manager, window, component, point.name())
                    .isEqualTo(minor);
            assertThat(sum(point.performance().balances(), manager, window, component))
                    .as("stream: %s %s %s %s", manager, window, component, point.name())
                    .isEqualTo(minor);
        }
    }

    /** The last record changed what a component pays by so much. */
    record Changes(String manager, Window window, String component, long minor) implements Expectation {
        @Override
        public void check(Point point) {
            long now = sum(point.performance().balances(), manager, window, component);
            assertThat(now - sum(point.before(), manager, window, component))
                    .as("change of %s %s %s %s", manager, window, component, point.name())
                    .isEqualTo(minor);
        }
    }

    /** The last record changed no balance. */
    record Still() implements Expectation {
        @Override
        public void check(Point point) {
            assertThat(point.performance().balances()).as(point.name()).isEqualTo(point.before());
        }
    }

    /** These are the entries of a component, in order. */
    record Entries(String manager, Window window, String component, List<Long> minors) implements Expectation {
        @Override
        public void check(Point point) {
            assertThat(point.entries(manager, window, component))
                    .as("entries of %s %s %s %s", manager, window, component, point.name())
                    .extracting(Accrual::getAmountMinor)
                    .isEqualTo(minors);
        }
    }

    /** Every entry of a component is posted to a month. */
    record PostedTo(String manager, Window window, String component, String month) implements Expectation {
        @Override
        public void check(Point point) {
            assertThat(point.entries(manager, window, component))
                    .as("entries of %s %s %s %s", manager, window, component, point.name())
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.getPostingPeriod()).isEqualTo(month));
        }
    }

    /** A KPI has a value; it is undefined when the value is null. */
    record KpiIs(Subject subject, Window window, String kpi, ZoneId zone, BigDecimal value) implements Expectation {
        private static final int SCALE = 10;

        @Override
        public void check(Point point) {
            String what = String.format(
                    Locale.ROOT, "%s of %s in %s by %s %s", kpi, subject.key(), window, zone, point.name());
            Value batch = point.oracle().kpi(kpi, subject, window, zone, "RUB");
            Kpi published = point.performance().kpi(kpi, subject, window, zone, "RUB");
            if (value == null) {
                assertThat(batch.isDefined()).as("batch: %s = %s", what, batch).isFalse();
            } else {
                assertThat(batch.isDefined()).as("batch: %s = %s", what, batch).isTrue();
                assertThat(batch.orElse(null).setScale(SCALE, RoundingMode.HALF_UP))
                        .as("batch: %s", what)
                        .isEqualByComparingTo(value.setScale(SCALE, RoundingMode.HALF_UP));
            }
            assertThat(Performance.same(published, batch))
                    .as("stream: %s is %s, published %s", what, batch, published)
                    .isTrue();
        }
    }

    /** A component's explanation contains a text. */
    record Explains(String manager, Window window, String component, String text) implements Expectation {
        @Override
        public void check(Point point) {
            String plan = point.oracle().result().plans().all().stream()
                    .filter(version -> version.components().stream()
                            .anyMatch(each -> each.id().equals(component)))
                    .findFirst()
                    .orElseThrow()
                    .plan();
            Explanation explanation = point.oracle()
                    .result()
                    .explain(manager, plan, component, window)
                    .orElseThrow();
            assertThat(explanation.toString())
                    .as("explanation %s", point.name())
                    .contains(text);
        }
    }

    /** A record became a dead letter. The rehearsal counts them. */
    record DeadLetter(String code, List<String> texts) implements Expectation {
        @Override
        public void check(Point point) {
            var letters = point.performance().letters();
            assertThat(letters).as("dead letters %s", point.name()).isNotEmpty();
            var last = letters.get(letters.size() - 1);
            assertThat(last.getReasonCode())
                    .as("dead letter %s: %s", point.name(), last.getReason())
                    .isEqualTo(code);
            assertThat(last.getValue()).as("original bytes").isNotNull();
            texts.forEach(text -> assertThat(last.getReason()).contains(text));
        }
    }
}
