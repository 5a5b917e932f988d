package dev.premia.domain.credit;

import java.time.ZoneId;

/**
 * A measure narrowed by a plan's filter. Immutable: another filter is another measure with another number.
 *
 * @param base the measure that is narrowed
 * @param filter which deals count
 * @param measure the number of the narrowed measure
 */
public record FilteredMeasure(long base, DealFilter filter, long measure) implements DealMeasure {

    public static FilteredMeasure of(long base, DealFilter filter) {
        return new FilteredMeasure(base, filter, Measures.filtered(base, filter.canonicalText()));
    }

    @Override
    public void addCells(DealCredit credit, CustomerStanding standing, ZoneId zone, CellSink sink) {
        DealCredit seen = filter.view(credit);
        if (!filter.accepts(seen)) {
            return;
        }
        DealMeasuring.addCells(seen, standing, zone, (day, added, dimension, delta) -> {
            if ((added & ~Measures.OVERLAY) == base) {
                sink.add(day, measure | (added & Measures.OVERLAY), dimension, delta);
            }
        });
    }
}
