package dev.premia.topology.message;

import dev.premia.domain.credit.DayCells;
import java.time.ZoneId;

/**
 * Additions to a group's cells of one day in one zone, combined per task and flush.
 */
public record GroupInput(ZoneId zone, int day, DayCells cells, Cause cause) implements Output {}
