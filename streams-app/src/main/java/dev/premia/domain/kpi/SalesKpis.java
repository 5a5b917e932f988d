package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** KPIs of deals: volume, counts, averages, cycle. */
final class SalesKpis {
    private SalesKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                new KpiDefinition(
                        "revenue",
                        "K1",
                        Unit.MONEY,
                        true,
                        false,
                        "Выручка",
                        "Revenue",
                        "sum of credited net amounts of won deals",
                        List.of(Measures.REVENUE),
                        true,
                        0,
                        in -> Value.of(in.money(Measures.REVENUE))),
                new KpiDefinition(
                        "paid_revenue",
                        "K2",
                        Unit.MONEY,
                        true,
                        false,
                        "Оплаченная выручка",
                        "Paid revenue",
                        "sum of credited payments - refunds - bounces, at the day of each",
                        List.of(Measures.PAID),
                        true,
                        0,
                        in -> Value.of(in.money(Measures.PAID))),
                new KpiDefinition(
                        "won_deals",
                        "K3",
                        Unit.COUNT,
                        true,
                        false,
                        "Выигранные сделки",
                        "Won deals",
                        "credited shares of won deals",
                        List.of(Measures.WON_DEALS),
                        true,
                        0,
                        in -> Value.of(in.shares(Measures.WON_DEALS))),
                new KpiDefinition(
                        "lost_deals",
                        "K3",
                        Unit.COUNT,
                        true,
                        false,
                        "Проигранные сделки",
                        "Lost deals",
                        "credited shares of lost deals",
                        List.of(Measures.LOST_DEALS),
                        true,
                        0,
                        in -> Value.of(in.shares(Measures.LOST_DEALS))),
                new KpiDefinition(
                        "closed_deals",
                        "K3",
                        Unit.COUNT,
                        true,
                        false,
                        "Закрытые сделки",
                        "Closed deals",
                        "won_deals + lost_deals",
                        List.of(Measures.WON_DEALS, Measures.LOST_DEALS),
                        true,
                        0,
                        in -> Value.of(KpiInput.fromNanos(
                                Math.addExact(in.sum(Measures.WON_DEALS), in.sum(Measures.LOST_DEALS))))),
                new KpiDefinition(
                                "open_deals",
                                "K3",
                                Unit.COUNT,
                                false,
                                true,
                                "Открытые сделки",
                                "Open deals",
                                "deals created before the window's end - those closed before it",
                                List.of(Measures.DEALS_CREATED, Measures.DEALS_CLOSED),
                                true,
                                0,
                                in -> Value.of(KpiInput.fromNanos(Math.subtractExact(
                                        in.sumBeforeEnd(Measures.DEALS_CREATED),
                                        in.sumBeforeEnd(Measures.DEALS_CLOSED)))))
                        .reaching(Reach.EVERYTHING),
                new KpiDefinition(
                        "average_deal",
                        "K4",
                        Unit.MONEY,
                        false,
                        false,
                        "Средний чек",
                        "Average deal",
                        "revenue / won_deals",
                        List.of(Measures.REVENUE, Measures.WON_DEALS),
                        true,
                        0,
                        SalesKpis::averageDeal),
                new KpiDefinition(
                        "win_rate",
                        "K7",
                        Unit.RATIO,
                        false,
                        false,
                        "Доля выигранных сделок",
                        "Win rate",
                        "won_deals / (won_deals + lost_deals)",
                        List.of(Measures.WON_DEALS, Measures.LOST_DEALS),
                        true,
                        0,
                        SalesKpis::winRate),
                new KpiDefinition(
                        "deal_cycle_days",
                        "K31",
                        Unit.DAYS,
                        false,
                        false,
                        "Цикл сделки, дней",
                        "Deal cycle, days",
                        "mean of closed_at - created_at of won deals, whole calendar days",
                        List.of(Measures.CYCLE_DAYS),
                        true,
                        0,
                        SalesKpis::meanCycle),
                new KpiDefinition(
                        "deal_cycle_days_median",
                        "K31",
                        Unit.DAYS,
                        false,
                        false,
                        "Цикл сделки, медиана, дней",
                        "Deal cycle, median days",
                        "median of closed_at - created_at of won deals, whole calendar days",
                        List.of(Measures.CYCLE_DAYS),
                        true,
                        0,
                        SalesKpis::medianCycle));
    }

    private static Value averageDeal(KpiInput in) {
        return ratio(
                in.money(Measures.REVENUE), in.shares(Measures.WON_DEALS), "average_deal is undefined: no won deals");
    }

    private static Value winRate(KpiInput in) {
        BigDecimal won = in.shares(Measures.WON_DEALS);
        return ratio(won, won.add(in.shares(Measures.LOST_DEALS)), "win_rate is undefined: no closed deals");
    }

    private static Value meanCycle(KpiInput in) {
        BigDecimal weighted = BigDecimal.ZERO;
        long weight = 0;
        for (Map.Entry<Long, Long> each : in.histogram(Measures.CYCLE_DAYS).entrySet()) {
            weighted = weighted.add(BigDecimal.valueOf(each.getKey()).multiply(BigDecimal.valueOf(each.getValue())));
            weight = Math.addExact(weight, each.getValue());
        }
        return ratio(weighted, BigDecimal.valueOf(weight), "deal_cycle_days is undefined: no won deals");
    }

    /** The day at which half of the shares is passed; where the half falls between two days, their mean. */
    private static Value medianCycle(KpiInput in) {
        TreeMap<Long, Long> histogram = in.histogram(Measures.CYCLE_DAYS);
        long weight = 0;
        for (long share : histogram.values()) {
            weight = Math.addExact(weight, share);
        }
        if (weight == 0) {
            return Value.undefined("deal_cycle_days_median is undefined: no won deals");
        }
        long passed = 0;
        for (Map.Entry<Long, Long> each : histogram.entrySet()) {
            passed += each.getValue();
            if (passed * 2 == weight) {
                long next = histogram.higherKey(each.getKey());
                return Value.of(BigDecimal.valueOf(each.getKey() + next).divide(BigDecimal.valueOf(2)));
            }
            if (passed * 2 > weight) {
                return Value.of(each.getKey());
            }
        }
        throw new IllegalStateException("the shares of a histogram do not reach their own half");
    }
}
