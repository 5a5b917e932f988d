package dev.premia.domain.plan;

import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.money.Decimals;
import java.math.BigDecimal;
import java.util.List;

/**
 * What part of a target bonus an attainment earns: 0 below the first point, the last point's payout above the last, and
 * between points a straight line or a step.
 *
 * @param points in strictly ascending order of attainment
 * @param stepped whether the payout jumps at each point instead of rising in a line
 */
public record PayoutCurve(List<Point> points, boolean stepped) {

    /**
     * @param attainment a fraction: 0.8 is 80 %
     * @param payout a fraction of the weight's part of the target bonus
     */
    public record Point(BigDecimal attainment, BigDecimal payout) {}

    public PayoutCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("a payout curve needs a point");
        }
    }

    /** The payout at an attainment, a fraction with 34 digits. */
    public BigDecimal payoutAt(BigDecimal attainment) {
        if (attainment.compareTo(points.get(0).attainment()) < 0) {
            return BigDecimal.ZERO;
        }
        for (int i = 1; i < points.size(); i++) {
            Point left = points.get(i - 1);
            Point right = points.get(i);
            if (attainment.compareTo(right.attainment()) < 0) {
                return stepped ? left.payout() : between(left, right, attainment);
            }
        }
        return points.get(points.size() - 1).payout();
    }

    private static BigDecimal between(Point left, Point right, BigDecimal attainment) {
        BigDecimal rise = right.payout().subtract(left.payout());
        BigDecimal run = right.attainment().subtract(left.attainment());
        return left.payout()
                .add(
                        Decimals.divide(attainment.subtract(left.attainment()).multiply(rise, KpiInput.PRECISION), run),
                        KpiInput.PRECISION);
    }
}
