package dev.premia.topology.message;

import dev.premia.domain.credit.DayCells;
import dev.premia.domain.credit.Subject;
import java.time.ZoneId;

/**
 * A group's cells of one day, absolute, reduced to the measures that plans read.
 */
public record GroupResult(Subject group, ZoneId zone, int day, DayCells cells, Cause cause) implements ReturnedResult {

    /** The record key: one record per group, zone and day remains after compaction. */
    @Override
    public String key() {
        return group.key() + "|" + zone.getId() + "|" + day;
    }
}
