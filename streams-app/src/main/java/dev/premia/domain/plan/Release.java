package dev.premia.domain.plan;

import dev.premia.domain.control.Decision;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * How much of a deal's part is released by the end of a day: the share for the win at the win, the share for payments in
 * proportion to what the customer paid of the deal's net amount, nothing while the part is held. A payment before the win
 * counts from the win on, what is paid too much counts for nothing, what bounced or was refunded is not paid.
 *
 * @param deal as it stands
 * @param decisions holds and releases that concern the deal, the plan and the component
 * @param zone of the plan
 * @param asOf the as-of day, or null
 * @param last the epoch day after which nothing more is released, or null
 */
record Release(
        DealCredit deal, Settlement settlement, List<Decision> decisions, ZoneId zone, LocalDate asOf, Integer last) {

    /** What is released of a part by the end of a day, rounded HALF_UP. */
    long releasedMinor(long partMinor, int day) {
        return BigDecimal.valueOf(partMinor)
                .multiply(numerator(day))
                .divide(BigDecimal.valueOf(denominator()), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The released share by the end of a day, times {@link #denominator}; exact. */
    private BigDecimal numerator(int day) {
        BigDecimal open = open(day);
        return last == null || day <= last ? open : open.min(open(last));
    }

    private BigDecimal open(int day) {
        if (day < winDay()) {
            return BigDecimal.ZERO;
        }
        BigDecimal whole = BigDecimal.valueOf(denominator());
        BigDecimal paid = BigDecimal.valueOf(paidMinor(day));
        BigDecimal afterPayment = BigDecimal.ONE.subtract(settlement.booking());
        return settlement
                .booking()
                .multiply(whole)
                .add(afterPayment.multiply(paid))
                .multiply(freeShare(day));
    }

    /** The net amount; a deal without one has nothing to be paid. */
    long denominator() {
        return Math.max(1, deal.wholeMinor());
    }

    /** What the customer has paid of the net amount by the end of a day; 1 of 1 where there is nothing to pay. */
    long paidMinor(int day) {
        if (deal.wholeMinor() <= 0) {
            return 1;
        }
        long paid = 0;
        for (DealCredit.Payment payment : deal.cash().payments()) {
            if (DealMeasuring.day(payment.paidAt(), zone) <= day) {
                paid = Math.addExact(paid, payment.wholeMinor());
            }
        }
        return Math.max(0, Math.min(paid, deal.wholeMinor()));
    }

    int winDay() {
        return DealMeasuring.day(deal.closedAt(), zone);
    }

    /** What no hold keeps back: the latest decision rules, before any the plan. */
    BigDecimal freeShare(int day) {
        Decision ruling = ruling(day);
        if (ruling != null) {
            return freed(ruling);
        }
        boolean held = isInHoldDays(day)
                || settlement.until() == Settlement.Until.RELEASE
                || (settlement.until() == Settlement.Until.PAID && paidMinor(day) < denominator());
        return held ? BigDecimal.ZERO : BigDecimal.ONE;
    }

    /** A held part counts 0 until the as-of day has reached the end of the hold. */
    boolean isInHoldDays(int day) {
        if (settlement.holdDays() == 0) {
            return false;
        }
        int end = winDay() + settlement.holdDays();
        return day < end || asOf == null || asOf.toEpochDay() < end;
    }

    /** The decision that rules on a day, or null. Of several of one day the one that sets less free rules. */
    Decision ruling(int day) {
        Decision ruling = null;
        for (Decision decision : decisions) {
            boolean begun = fromDay(decision) <= day;
            if (begun && (ruling == null || rulesOver(decision, ruling))) {
                ruling = decision;
            }
        }
        return ruling;
    }

    private static boolean rulesOver(Decision decision, Decision other) {
        int later = Long.compare(fromDay(decision), fromDay(other));
        return later > 0 || (later == 0 && freed(decision).compareTo(freed(other)) < 0);
    }

    private static BigDecimal freed(Decision decision) {
        return decision instanceof Decision.Release release ? release.share() : BigDecimal.ZERO;
    }

    /** The first day of effect of a hold or a release. */
    static long fromDay(Decision decision) {
        return decision instanceof Decision.Hold hold
                ? hold.from().toEpochDay()
                : ((Decision.Release) decision).from().toEpochDay();
    }

    /** Whether a hold or release of a deal concerns a component of a plan. */
    static boolean concerns(Decision decision, String plan, String component) {
        String onlyPlan = decision instanceof Decision.Hold hold ? hold.plan() : ((Decision.Release) decision).plan();
        String onlyComponent =
                decision instanceof Decision.Hold hold ? hold.component() : ((Decision.Release) decision).component();
        return (onlyPlan == null || onlyPlan.equals(plan))
                && (onlyComponent == null || onlyComponent.equals(component));
    }
}
