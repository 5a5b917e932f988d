package dev.premia.domain.credit;

import java.time.ZoneId;

/** A measure over deals that a plan defines. Immutable: another definition is another measure with another number. */
public interface DealMeasure {
    /** The number under which its cells are kept. */
    long measure();

    /**
     * Adds what a credit counts under this measure.
     *
     * @param credit with what is known of its customer
     * @param zone the zone whose calendar days count
     */
    void addCells(DealCredit credit, CustomerStanding standing, ZoneId zone, CellSink sink);
}
