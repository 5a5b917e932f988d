package dev.premia.domain.plan;

import dev.premia.domain.credit.CellReader;
import dev.premia.domain.credit.CustomerStanding;
import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealMeasuring;
import dev.premia.domain.formula.Formula;
import dev.premia.domain.formula.Scope;
import dev.premia.domain.formula.Value;
import dev.premia.domain.kpi.KpiInput;
import dev.premia.domain.time.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values of a window in which only the first deals have been won so far: sums over deals grow deal by deal, everything
 * else is as in the whole window.
 */
final class PartialScope implements Scope {
    private final TermScope whole;
    private final Map<Term.Kpi, BigDecimal> sums = new HashMap<>();

    PartialScope(TermScope whole, Formula base) {
        this.whole = whole;
        DealBasis.sums(base).forEach(kpi -> sums.put(kpi, BigDecimal.ZERO));
    }

    /** Adds the next deal. */
    void add(DealCredit deal) {
        CustomerStanding standing = whole.data().deals().standing(deal);
        DealCredit seen = standing.complete(
                whole.gross() ? deal.withoutRefunds() : deal, whole.plan().zone());
        sums.replaceAll((kpi, sum) -> sum.add(valueOf(kpi, seen, standing)));
    }

    /** What a KPI would be if the window held this deal alone. */
    private BigDecimal valueOf(Term.Kpi kpi, DealCredit deal, CustomerStanding standing) {
        if (kpi.filter() != null && !kpi.filter().accepts(deal)) {
            return BigDecimal.ZERO;
        }
        DayCells cells = new DayCells();
        int closed = DealMeasuring.day(deal.closedAt(), whole.plan().zone());
        DealMeasuring.addCells(deal, standing, whole.plan().zone(), (day, measure, dimension, delta) -> {
            if (day == closed) {
                cells.add(measure, dimension, delta);
            }
        });
        CellReader reader = (from, to, visitor) -> visitor.day(closed, cells);
        KpiInput input = new KpiInput(
                reader, new Span(whole.days(), whole.window()), whole.plan().money(), null, kpi.parameters());
        return kpi.definition().valueOf(input).orElse(BigDecimal.ZERO);
    }

    @Override
    public Value number(Object handle) {
        if (handle instanceof Term.Kpi kpi && sums.containsKey(kpi)) {
            return Value.of(sums.get(kpi));
        } else if (handle instanceof Term.Derived derived) {
            return derived.formula().evaluate(this);
        }
        return whole.number(handle);
    }

    @Override
    public boolean bool(Object handle) {
        return whole.bool(handle);
    }

    @Override
    public String string(Object handle) {
        return whole.string(handle);
    }

    @Override
    public List<String> strings(Object handle) {
        return whole.strings(handle);
    }
}
