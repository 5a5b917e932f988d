package dev.premia.domain.plan;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.Measures;
import dev.premia.domain.credit.Subject;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.MoneyView;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/** Says which won deals count 0 in a component because a rate is missing. */
final class UnconvertedDeals {
    private UnconvertedDeals() {}

    /** One sentence for each currency; nothing for a component that reads no money of the manager. */
    static List<String> notes(Component component, PlanBook.Interval interval, Subject manager, EvaluationData data) {
        PlanVersion plan = interval.version();
        boolean readsMoney = PlanReads.of(plan, component).kpis().stream()
                .anyMatch(kpi -> kpi.definition().readsMoney());
        if (!readsMoney) {
            return List.of();
        }
        MoneyView view = plan.money();
        TreeMap<Long, Long> deals = new TreeMap<>();
        DayCells.Visitor gather = (measure, dimension, value) -> {
            if (Measures.currencyIn(dimension) == view.converted()) {
                deals.merge(Measures.unconvertedCurrency(dimension), value, Math::addExact);
            }
        };
        DayCells total = data.cells(manager, view.zone())
                .total(interval.days().from(), interval.days().to());
        total.forEach(Measures.UNCONVERTED, gather);
        total.forEach(Measures.UNCONVERTED | Measures.OVERLAY, gather);
        return deals.entrySet().stream()
                .map(each -> Phrase.UNCONVERTED.text(
                        Currencies.ofNumber(each.getKey().intValue()), view.currency(), number(each.getValue())))
                .toList();
    }

    private static String number(long nanos) {
        return Trace.Recording.plain(
                BigDecimal.valueOf(nanos, DealCredit.SHARE_DIGITS).stripTrailingZeros());
    }
}
