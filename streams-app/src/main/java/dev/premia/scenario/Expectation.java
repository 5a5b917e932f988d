package dev.premia.scenario;

import dev.premia.domain.credit.Subject;
import dev.premia.domain.formula.Value;
import dev.premia.domain.plan.Explanation;
import dev.premia.domain.time.Window;
import dev.premia.replay.Settings;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Something that must be true at a point of a scenario, whichever engine says what is. */
public sealed interface Expectation
        permits Expectation.Accrual,
                Expectation.Shadow,
                Expectation.Change,
                Expectation.Unchanged,
                Expectation.Entries,
                Expectation.Posted,
                Expectation.Postings,
                Expectation.Kpi,
                Expectation.Explains,
                Expectation.DeadLetter,
                Paid {

    Place place();

    /** What is wrong with it; empty when it is met. */
    Optional<Mismatch> check(Outcome outcome);

    /**
     * What a component belongs to.
     *
     * @param plan null for every plan
     * @param component null for all components together
     */
    record Line(String manager, Window window, String plan, String component) {

        boolean covers(Balance balance) {
            return balance.manager().equals(manager)
                    && balance.window().equals(window)
                    && (plan == null || balance.plan().equals(plan))
                    && (component == null || balance.component().equals(component));
        }

        BigDecimal sum(Map<Balance, BigDecimal> balances) {
            return balances.entrySet().stream()
                    .filter(each -> covers(each.getKey()))
                    .map(Map.Entry::getValue)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        Optional<Explanation> explanation(Outcome outcome) {
            return component == null ? Optional.empty() : outcome.explain(manager, plan, component, window);
        }

        @Override
        public String toString() {
            String rule = component == null ? "all components" : component;
            return manager + ", " + (plan == null ? rule : plan + "/" + rule) + ", " + window;
        }
    }

    private static Mismatch mismatch(Expectation at, String what, Object expected, Object found, List<String> details) {
        boolean calculated = at instanceof Accrual || at instanceof Explains;
        return new Mismatch(at.place(), what, expected, found, details, calculated, "");
    }

    /** Lines that say how an amount comes about. */
    private static List<String> calculation(Explanation explanation) {
        List<String> lines = new ArrayList<>();
        lines.add(explanation.formula());
        explanation.inputs().forEach(input -> lines.add(input.name() + " = " + input.value()));
        lines.addAll(explanation.steps());
        lines.addAll(explanation.notes());
        return lines;
    }

    private static List<String> calculation(Line line, Outcome outcome) {
        return line.explanation(outcome).map(Expectation::calculation).orElseGet(() -> {
            List<String> parts = new ArrayList<>();
            outcome.balances().entrySet().stream()
                    .filter(each -> each.getKey().manager().equals(line.manager()))
                    .sorted(Map.Entry.comparingByKey())
                    .forEach(each ->
                            parts.add(each.getKey() + ": " + each.getValue().toPlainString()));
            if (parts.isEmpty()) {
                parts.add("nothing is booked for " + line.manager());
            }
            return parts;
        });
    }

    /** A component pays so much in all. */
    record Accrual(Place place, Line line, BigDecimal amount) implements Expectation {
        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            BigDecimal found = line.sum(outcome.balances());
            return found.compareTo(amount) == 0
                    ? Optional.empty()
                    : Optional.of(mismatch(this, "accrual of " + line, amount, found, calculation(line, outcome)));
        }
    }

    /** A component of a plan on trial would pay so much in all. */
    record Shadow(Place place, Line line, BigDecimal amount) implements Expectation {
        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            BigDecimal found = line.sum(outcome.shadowBalances());
            List<String> parts = outcome.shadowBalances().entrySet().stream()
                    .filter(each -> each.getKey().manager().equals(line.manager()))
                    .sorted(Map.Entry.comparingByKey())
                    .map(each -> each.getKey() + ": " + each.getValue().toPlainString())
                    .toList();
            return found.compareTo(amount) == 0
                    ? Optional.empty()
                    : Optional.of(mismatch(this, "trial of " + line, amount, found, parts));
        }
    }

    /** The last step changed what a component pays by so much. */
    record Change(Place place, Line line, BigDecimal amount) implements Expectation {
        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            BigDecimal before = line.sum(outcome.balancesBefore());
            BigDecimal now = line.sum(outcome.balances());
            BigDecimal found = now.subtract(before);
            return found.compareTo(amount) == 0
                    ? Optional.empty()
                    : Optional.of(mismatch(
                            this,
                            "change of " + line,
                            amount,
                            found,
                            List.of("from " + before.toPlainString() + " to " + now.toPlainString())));
        }
    }

    /** The last step changed no balance. */
    record Unchanged(Place place) implements Expectation {
        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            Map<Balance, BigDecimal> before = outcome.balancesBefore();
            Map<Balance, BigDecimal> now = outcome.balances();
            TreeSet<Balance> all = new TreeSet<>(before.keySet());
            all.addAll(now.keySet());
            List<String> changes = new ArrayList<>();
            for (Balance each : all) {
                BigDecimal from = before.getOrDefault(each, BigDecimal.ZERO);
                BigDecimal to = now.getOrDefault(each, BigDecimal.ZERO);
                if (from.compareTo(to) != 0) {
                    changes.add(each + ": from " + from.toPlainString() + " to " + to.toPlainString());
                }
            }
            return changes.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            mismatch(this, "change by the last step", "none", changes.size() + " changed", changes));
        }
    }

    /** These are all entries of a component so far, in order. */
    record Entries(Place place, Line line, List<BigDecimal> amounts) implements Expectation {
        public Entries {
            amounts = List.copyOf(amounts);
        }

        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            List<BigDecimal> found = outcome.bookings().stream()
                    .filter(booking -> line.covers(booking.balance()))
                    .map(Outcome.Booking::amount)
                    .toList();
            return shown(found).equals(shown(amounts))
                    ? Optional.empty()
                    : Optional.of(mismatch(this, "entries of " + line, shown(amounts), shown(found), List.of()));
        }

        private static String shown(List<BigDecimal> entries) {
            List<String> texts = entries.stream()
                    .map(amount -> amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY)
                            .toPlainString())
                    .toList();
            return texts.isEmpty() ? "none" : String.join(", ", texts);
        }
    }

    /** Everything that was booked for a component is paid in one payroll month. */
    record Posted(Place place, Line line, String month) implements Expectation {
        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            TreeSet<String> months = new TreeSet<>();
            outcome.bookings().stream()
                    .filter(booking -> line.covers(booking.balance()))
                    .forEach(booking -> months.add(booking.posting()));
            String found = months.isEmpty() ? "nothing" : String.join(", ", months);
            return found.equals(month)
                    ? Optional.empty()
                    : Optional.of(mismatch(this, "payroll of " + line, month, found, List.of()));
        }
    }

    /** What was booked for a component is paid in these payroll months; months with 0 are left out. */
    record Postings(Place place, Line line, Map<String, BigDecimal> amounts) implements Expectation {
        public Postings {
            amounts = Collections.unmodifiableSortedMap(new TreeMap<>(amounts));
        }

        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            Map<String, BigDecimal> found = new TreeMap<>();
            outcome.bookings().stream()
                    .filter(booking -> line.covers(booking.balance()))
                    .forEach(booking -> found.merge(booking.posting(), booking.amount(), BigDecimal::add));
            return shown(found).equals(shown(amounts))
                    ? Optional.empty()
                    : Optional.of(mismatch(this, "payroll of " + line, shown(amounts), shown(found), List.of()));
        }

        private static String shown(Map<String, BigDecimal> months) {
            List<String> texts = new ArrayList<>();
            months.forEach((month, amount) -> {
                if (amount.signum() != 0) {
                    texts.add(month + ": "
                            + amount.setScale(Math.max(2, amount.scale()), RoundingMode.UNNECESSARY)
                                    .toPlainString());
                }
            });
            return texts.isEmpty() ? "nothing" : String.join(", ", texts);
        }
    }

    /**
     * A KPI has a value, compared at ten digits after the point.
     *
     * @param value null when it must be undefined
     */
    record Kpi(Place place, KpiCall kpi, Subject subject, Window window, Settings by, BigDecimal value)
            implements Expectation {
        private static final int DIGITS = 10;

        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            Value found = outcome.kpi(kpi, subject, window, by);
            if (value == null ? !found.isDefined() : found.isDefined() && same(found.orElse(null))) {
                return Optional.empty();
            }
            String what = "kpi " + kpi.text() + " of "
                    + (subject.equals(Subject.COMPANY) ? "company" : subject.key()) + ", " + window + " in "
                    + by.zone();
            List<String> details = found instanceof Value.Undefined undefined ? List.of(undefined.reason()) : List.of();
            return Optional.of(mismatch(this, what, value == null ? "undefined" : value, shown(found), details));
        }

        private boolean same(BigDecimal found) {
            return found.setScale(DIGITS, RoundingMode.HALF_UP).compareTo(value.setScale(DIGITS, RoundingMode.HALF_UP))
                    == 0;
        }

        private static Object shown(Value found) {
            if (!found.isDefined()) {
                return "undefined";
            }
            BigDecimal number = found.orElse(null);
            return number.scale() > DIGITS ? number.setScale(DIGITS, RoundingMode.HALF_UP) : number;
        }
    }

    /** The calculation of what a component pays, or the reason why it pays nothing, contains a text. */
    record Explains(Place place, Line line, String text) implements Expectation {
        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            Optional<Explanation> explanation = line.explanation(outcome);
            if (explanation.isEmpty()) {
                return Optional.of(
                        mismatch(this, "explanation of " + line, text, "the rule does not apply", List.of()));
            }
            List<String> lines = calculation(explanation.get());
            return String.join("\n", lines).contains(text)
                    ? Optional.empty()
                    : Optional.of(mismatch(this, "explanation of " + line, text, "another text", lines));
        }
    }

    /**
     * A record of the last step cannot be processed.
     *
     * @param code the reason
     * @param texts what the reason in words contains
     */
    record DeadLetter(Place place, String code, List<String> texts) implements Expectation {
        public DeadLetter {
            texts = List.copyOf(texts);
        }

        /** Whether this is the record. */
        public boolean matches(Outcome.Rejection rejection) {
            return rejection.code().equals(code) && texts.stream().allMatch(rejection.reason()::contains);
        }

        @Override
        public Optional<Mismatch> check(Outcome outcome) {
            if (outcome.rejections().stream().anyMatch(this::matches)) {
                return Optional.empty();
            }
            String expected = texts.isEmpty() ? code : code + ", with " + String.join(", ", texts);
            List<String> details =
                    outcome.rejections().stream().map(Outcome.Rejection::reason).toList();
            List<String> codes =
                    outcome.rejections().stream().map(Outcome.Rejection::code).toList();
            String found = codes.isEmpty() ? "none" : String.join(", ", codes);
            return Optional.of(mismatch(this, "dead letter", expected, found, details));
        }
    }
}
