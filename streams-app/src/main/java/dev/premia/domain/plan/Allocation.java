package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.LargestRemainder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A component's amount of a window divided over the deals that it is paid on. Graduated scales and pay per deal: each deal's
 * marginal effect in canonical order. Slabs and flat rates: in proportion to what each deal adds to the base, largest
 * remainder. The parts and the rest sum to the amount exactly.
 *
 * @param restMinor what no deal accounts for, minor units
 * @param parts in canonical order
 */
record Allocation(long restMinor, List<Part> parts) {

    /** The largest sum of weights that is split as whole numbers. */
    private static final BigDecimal LARGEST_WEIGHTS = BigDecimal.valueOf(Long.MAX_VALUE / 2);

    private static final int WEIGHT_DIGITS = 9;

    /**
     * One deal's part.
     *
     * @param minor minor units of the component's unit; negative where a deal lowers the pay
     * @param interval the interval that it belongs to
     */
    record Part(DealCredit deal, long minor, Interval interval) {}

    /**
     * What is paid in a part of the window under one version.
     *
     * @param version that rules in it
     */
    record Interval(PlanVersion version, Component component, DealPay pay) {}

    Allocation {
        parts = List.copyOf(parts);
    }

    long sumMinor() {
        long sum = restMinor;
        for (Part part : parts) {
            sum = Math.addExact(sum, part.minor());
        }
        return sum;
    }

    /** The rule by which the last deal is paid; there must be one. */
    String ruleText() {
        return RuleText.of(parts.get(parts.size() - 1).interval().component());
    }

    /**
     * Divides the rounded sum of some intervals.
     *
     * @param capMinor the most that they pay together, null for no cap. Where all parts are marginal, the first deals fill it;
     *     else it is shared in proportion
     */
    static Allocation of(List<Interval> intervals, String unit, Long capMinor) {
        Divider divider = new Divider(unit, intervals.size() == 1 ? capMinor : null);
        intervals.forEach(divider::add);
        Allocation whole = new Allocation(divider.rest, divider.parts);
        return capMinor == null || whole.sumMinor() <= capMinor ? whole : whole.capped(capMinor);
    }

    private Allocation capped(long capMinor) {
        boolean marginal = parts.stream().allMatch(part -> part.interval().pay().marginal());
        return marginal ? cutAt(capMinor) : shrunkTo(capMinor);
    }

    private Allocation cutAt(long capMinor) {
        long exact = restMinor;
        long cut = Math.min(exact, capMinor);
        long rest = cut;
        List<Part> fitting = new ArrayList<>(parts.size());
        for (Part part : parts) {
            exact = Math.addExact(exact, part.minor());
            long next = Math.min(exact, capMinor);
            fitting.add(new Part(part.deal(), next - cut, part.interval()));
            cut = next;
        }
        return new Allocation(rest, fitting);
    }

    private Allocation shrunkTo(long capMinor) {
        long[] weights = new long[parts.size() + 1];
        weights[0] = Math.max(0, restMinor);
        for (int i = 0; i < parts.size(); i++) {
            weights[i + 1] = Math.max(0, parts.get(i).minor());
        }
        long[] shrunk = LargestRemainder.split(capMinor, weights);
        List<Part> fitting = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            fitting.add(
                    new Part(parts.get(i).deal(), shrunk[i + 1], parts.get(i).interval()));
        }
        return new Allocation(shrunk[0], fitting);
    }

    /** Rounds running totals, so that the sum is rounded once. */
    private static final class Divider {
        private final int digits;
        private final List<Part> parts = new ArrayList<>();
        private BigDecimal exact = BigDecimal.ZERO;
        private final Long capMinor;
        private long rest;

        /** @param capMinor the most that the only interval pays; null for no cap, or where there are several */
        Divider(String unit, Long capMinor) {
            digits = Currencies.minorDigits(unit);
            this.capMinor = capMinor;
        }

        void add(Interval interval) {
            DealPay pay = interval.pay();
            if (pay.marginal()) {
                addMarginal(interval);
            } else {
                addShared(interval);
            }
            exact = exact.add(pay.amount());
        }

        private void addMarginal(Interval interval) {
            DealPay pay = interval.pay();
            long before = minor(exact.add(pay.before()));
            rest = Math.addExact(rest, before - minor(exact));
            for (int i = 0; i < pay.deals().size(); i++) {
                long after = minor(exact.add(pay.values().get(i)));
                parts.add(new Part(pay.deals().get(i), after - before, interval));
                before = after;
            }
        }

        private void addShared(Interval interval) {
            DealPay pay = interval.pay();
            long whole = minor(exact.add(pay.amount())) - minor(exact);
            long amount = capMinor == null ? whole : Math.min(whole, capMinor);
            long[] weights = weights(pay.values());
            if (weights == null) {
                rest = Math.addExact(rest, amount);
                return;
            }
            long[] shares = LargestRemainder.split(amount, weights);
            for (int i = 0; i < shares.length; i++) {
                parts.add(new Part(pay.deals().get(i), shares[i], interval));
            }
        }

        private long minor(BigDecimal amount) {
            return amount.setScale(digits, RoundingMode.HALF_UP).unscaledValue().longValueExact();
        }

        /** The weights as whole numbers; null when there are none. */
        private static long[] weights(List<BigDecimal> values) {
            BigDecimal sum = values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
            int scale = WEIGHT_DIGITS;
            while (sum.movePointRight(scale).compareTo(LARGEST_WEIGHTS) > 0) {
                scale--;
            }
            long[] weights = new long[values.size()];
            boolean any = false;
            for (int i = 0; i < weights.length; i++) {
                weights[i] = values.get(i)
                        .movePointRight(scale)
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact();
                any |= weights[i] > 0;
            }
            return any ? weights : null;
        }
    }
}
