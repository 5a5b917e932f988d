package dev.premia.domain.plan;

import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Scope;
import dev.premia.domain.kpi.KpiInput;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * A scale of rates. Steps follow each other without gap or overlap: each begins where the one before ends, the first at 0,
 * the last is open.
 *
 * @param steps in ascending order
 */
public record TierTable(List<Step> steps) {

    /** What a reached step does. */
    public enum Mode {
        /** Each rate on its own band only. */
        GRADUATED,
        /** The reached rate on everything. */
        SLAB
    }

    /** To which step a value exactly on a bound belongs. */
    public enum Side {
        /** To the step below: "more than" is strict. */
        UPPER_INCLUSIVE,
        /** To the step above: "from" includes the bound. */
        LOWER_INCLUSIVE
    }

    /**
     * One step.
     *
     * @param to the upper bound, null for the open end
     * @param pay what the step pays: a rate of the value, or a fixed amount
     * @param fixed whether {@code pay} is an amount instead of a rate
     * @param mode how the step applies
     * @param side to which step its upper bound belongs
     */
    public record Step(Formula to, Formula pay, boolean fixed, Mode mode, Side side) {}

    public TierTable {
        steps = List.copyOf(steps);
        if (steps.isEmpty() || steps.get(steps.size() - 1).to() != null) {
            throw new IllegalArgumentException("a scale needs a last step without an upper bound");
        }
    }

    /** The scale with its bounds and rates worked out for one manager and window; null where one is undefined. */
    public Resolved resolve(Scope scope) {
        List<ResolvedStep> resolved = new ArrayList<>(steps.size());
        BigDecimal lower = BigDecimal.ZERO;
        for (Step step : steps) {
            BigDecimal upper =
                    step.to() == null ? null : step.to().evaluate(scope).orElse(null);
            BigDecimal pay = step.pay().evaluate(scope).orElse(null);
            if (pay == null || (upper == null && step.to() != null)) {
                return null;
            }
            resolved.add(new ResolvedStep(lower, upper, pay, step));
            lower = upper;
        }
        return new Resolved(resolved);
    }

    /** A step with its numbers. */
    public record ResolvedStep(BigDecimal lower, BigDecimal upper, BigDecimal pay, Step step) {}

    /**
     * What one step contributes.
     *
     * @param step its index
     * @param base what its rate applies to; without meaning where the step pays a fixed amount
     * @param pay unrounded
     */
    public record Part(int step, BigDecimal base, BigDecimal pay) {}

    /** A scale with its numbers. */
    public record Resolved(List<ResolvedStep> steps) {

        /** The index of the step that a value reaches. */
        public int reachedBy(BigDecimal value) {
            for (int i = 0; i < steps.size() - 1; i++) {
                int side = value.compareTo(steps.get(i).upper());
                if (side < 0 || (side == 0 && steps.get(i).step().side() == Side.UPPER_INCLUSIVE)) {
                    return i;
                }
            }
            return steps.size() - 1;
        }

        /** What the scale pays on a value, unrounded; 0 on nothing or less. */
        public BigDecimal payOn(BigDecimal value) {
            return value.signum() <= 0 ? BigDecimal.ZERO : payAt(reachedBy(value), value);
        }

        /** The parts of what the scale pays on a value, in ascending order of the steps; none on nothing or less. */
        public List<Part> parts(BigDecimal value) {
            List<Part> parts = new ArrayList<>();
            BigDecimal upTo = value;
            int index = value.signum() <= 0 ? -1 : reachedBy(value);
            while (index >= 0) {
                ResolvedStep step = steps.get(index);
                boolean whole = step.step().mode() == Mode.SLAB;
                parts.add(0, whole(index, whole ? upTo : upTo.subtract(step.lower())));
                upTo = step.lower();
                index = whole ? -1 : index - 1;
            }
            return parts;
        }

        /** What a step pays on all of a value. */
        public Part whole(int step, BigDecimal value) {
            return new Part(step, value, payWholly(step, value));
        }

        /** What a step pays on a value by its own rate, wholly. */
        public BigDecimal payWholly(int step, BigDecimal value) {
            ResolvedStep reached = steps.get(step);
            return reached.step().fixed() ? reached.pay() : reached.pay().multiply(value, KpiInput.PRECISION);
        }

        private BigDecimal payAt(int index, BigDecimal value) {
            ResolvedStep reached = steps.get(index);
            if (reached.step().mode() == Mode.SLAB) {
                return payWholly(index, value);
            }
            BigDecimal below = index == 0 ? BigDecimal.ZERO : payAt(index - 1, reached.lower());
            BigDecimal band = value.subtract(reached.lower());
            return below.add(payWholly(index, band), KpiInput.PRECISION);
        }
    }
}
