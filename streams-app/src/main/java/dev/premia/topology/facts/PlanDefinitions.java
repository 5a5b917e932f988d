package dev.premia.topology.facts;

import dev.premia.codec.plan.PlanFile;
import dev.premia.domain.plan.PlanReads;
import dev.premia.domain.plan.PlanVersion;
import dev.premia.domain.plan.own.FactSource;
import dev.premia.domain.plan.own.OwnMeasure;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.Reference;
import java.time.ZoneId;
import java.util.List;

/**
 * Reads what published plans say about measuring facts of one source, and remembers the last plan as the cause of a scan. Not
 * thread-safe.
 */
public final class PlanDefinitions {
    private final FactSource source;
    private Cause lastCause = Cause.NONE;

    public PlanDefinitions(FactSource source) {
        this.source = source;
    }

    /** What one plan brings: a zone in which days count, and measures of its own. */
    record Brought(ZoneId zone, List<OwnMeasure> measures) {}

    /** What a plan brings that has been checked before it was sent on. */
    Brought read(Reference.Plan plan) {
        lastCause = plan.cause();
        PlanVersion version = PlanFile.read(plan.plan(), plan.document()).plan();
        List<OwnMeasure> measures = PlanReads.of(version).ownMeasures().stream()
                .filter(measure -> measure.kind().source() == source)
                .toList();
        return new Brought(version.zone(), measures);
    }

    /** Why a scan runs: the plan that brought the new definition. */
    Cause cause() {
        return lastCause;
    }
}
