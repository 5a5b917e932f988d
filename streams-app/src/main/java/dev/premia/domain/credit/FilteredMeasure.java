package dev.premia.domain.credit;

import dev.premia.domain.money.MoneyView;
import java.time.ZoneId;

/**
 * A measure narrowed by a plan's filter. Immutable: another filter is another measure with another number, and so is the
 * same filter where amounts are read in another currency. It is measured in the zone of its view only.
 *
 * @param base the measure that is narrowed
 * @param filter which deals count
 * @param view how the filter reads amounts
 * @param measure the number of the narrowed measure
 */
public record FilteredMeasure(long base, DealFilter filter, MoneyView view, long measure) implements DealMeasure {

    public static FilteredMeasure of(long base, DealFilter filter, MoneyView view) {
        return new FilteredMeasure(base, filter, view, number(base, filter.canonicalText(), view));
    }

    /** The number of a measure that a filter narrows. */
    public static long number(long base, String canonicalFilter, MoneyView view) {
        return Measures.filtered(base, canonicalFilter + '|' + view.zone() + '|' + view.key());
    }

    @Override
    public void addCells(DealCredit credit, CustomerStanding standing, ZoneId zone, CellSink sink) {
        if (!view.zone().equals(zone)) {
            return;
        }
        DealCredit seen = filter.view(credit);
        if (!filter.accepts(seen.readBy(view))) {
            return;
        }
        DealMeasuring.addCells(seen, standing, zone, (day, added, dimension, delta) -> {
            if ((added & ~Measures.OVERLAY) == base) {
                sink.add(day, measure | (added & Measures.OVERLAY), dimension, delta);
            }
        });
    }
}
