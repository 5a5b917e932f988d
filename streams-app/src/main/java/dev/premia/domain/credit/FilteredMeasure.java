package dev.premia.domain.credit;

/**
 * A measure narrowed by a plan's filter. Immutable: another filter is another measure with another number.
 *
 * @param base the measure that is narrowed
 * @param filter which deals count
 * @param measure the number of the narrowed measure
 */
public record FilteredMeasure(long base, DealFilter filter, long measure) {

    public static FilteredMeasure of(long base, DealFilter filter) {
        return new FilteredMeasure(base, filter, Measures.filtered(base, filter.canonicalText()));
    }
}
