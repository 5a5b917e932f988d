package dev.premia.domain.kpi;

import static dev.premia.domain.kpi.KpiInput.ratio;

import dev.premia.domain.credit.Measures;
import dev.premia.domain.formula.Unit;
import dev.premia.domain.formula.Value;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** KPIs of profit. A deal whose cost is not known is left out of profit and of its base, and counted by itself. */
final class ProfitKpis {
    private static final int MARKUP_DIGITS = 4;
    private static final List<Long> GROSS = List.of(Measures.COSTED_REVENUE, Measures.COST);
    private static final List<Long> OPERATING = List.of(Measures.COSTED_REVENUE, Measures.COST, Measures.EXPENSES);
    private static final List<Long> NET =
            List.of(Measures.COSTED_REVENUE, Measures.COST, Measures.EXPENSES, Measures.TAX);

    private ProfitKpis() {}

    static List<KpiDefinition> definitions() {
        return List.of(
                profit(
                        "gross_profit",
                        "Валовая прибыль",
                        "Gross profit",
                        "amount net of refunds - cost of won deals whose cost is known; a refund does not lower the cost",
                        GROSS),
                profit(
                        "operating_profit",
                        "Операционная прибыль",
                        "Operating profit",
                        "gross_profit - operating expense of the deals, 0 where none is stated",
                        OPERATING),
                profit(
                        "net_profit",
                        "Чистая прибыль",
                        "Net profit",
                        "operating_profit - tax, 0 where none is stated",
                        NET),
                new KpiDefinition(
                        "deals_without_cost",
                        "K22",
                        Unit.COUNT,
                        true,
                        false,
                        "Сделки без себестоимости",
                        "Deals without a cost",
                        "won deals whose cost is not known: they are left out of profit, margin and markup, and stay in revenue",
                        List.of(Measures.UNCOSTED_DEALS),
                        true,
                        0,
                        in -> Value.of(in.shares(Measures.UNCOSTED_DEALS))),
                rate(
                        "margin",
                        "Маржинальность",
                        "Margin",
                        "gross_profit / revenue of the deals whose cost is known",
                        GROSS,
                        0,
                        in -> ratio(
                                sumOf(in, GROSS),
                                in.money(Measures.COSTED_REVENUE),
                                "margin is undefined: no deals with a known cost")),
                rate(
                        "markup",
                        "Наценка",
                        "Markup",
                        "(price - cost) / cost of the deals whose cost is known",
                        GROSS,
                        0,
                        in -> ratio(
                                sumOf(in, GROSS),
                                in.money(Measures.COST),
                                "markup is undefined: no deals with a known cost")),
                rate(
                        "markup_share",
                        "Доля выручки с наценкой не ниже",
                        "Share of revenue at a markup of at least",
                        "revenue of deals sold at the given markup or more / revenue",
                        List.of(Measures.MARKUP_REVENUE, Measures.REVENUE),
                        1,
                        ProfitKpis::markupShare));
    }

    /** The first measure less the others. */
    private static BigDecimal sumOf(KpiInput in, List<Long> measures) {
        BigDecimal profit = in.money(measures.get(0));
        for (long cost : measures.subList(1, measures.size())) {
            profit = profit.subtract(in.money(cost));
        }
        return profit;
    }

    private static Value markupShare(KpiInput in) {
        BigDecimal least = in.parameters().get(0).movePointRight(MARKUP_DIGITS);
        long sold = 0;
        for (Map.Entry<Long, Long> each : in.histogram(Measures.MARKUP_REVENUE).entrySet()) {
            boolean enough =
                    BigDecimal.valueOf(Measures.markupIn(each.getKey())).compareTo(least) >= 0;
            if (enough && in.reads(Measures.currencyIn(each.getKey()))) {
                sold = Math.addExact(sold, each.getValue());
            }
        }
        return ratio(
                Currencies.toAmount(sold, in.currency()),
                in.money(Measures.REVENUE),
                "markup_share is undefined: no revenue");
    }

    private static KpiDefinition profit(
            String name, String titleRu, String titleEn, String formula, List<Long> measures) {
        return new KpiDefinition(
                name,
                "K22",
                Unit.MONEY,
                true,
                false,
                titleRu,
                titleEn,
                formula,
                measures,
                true,
                0,
                in -> Value.of(sumOf(in, measures)));
    }

    private static KpiDefinition rate(
            String name,
            String titleRu,
            String titleEn,
            String formula,
            List<Long> measures,
            int parameters,
            Function<KpiInput, Value> computation) {
        return new KpiDefinition(
                name,
                "K23",
                Unit.RATIO,
                false,
                false,
                titleRu,
                titleEn,
                formula,
                measures,
                true,
                parameters,
                computation);
    }
}
