package dev.premia.topology.facts;

import dev.premia.codec.plan.PlanFile;
import dev.premia.topology.message.Cause;
import dev.premia.topology.message.Reference;
import java.time.ZoneId;

/** Reads the zones of published plans, and remembers the last plan as the cause of a scan. Not thread-safe. */
public final class PlanZones {
    private Cause lastCause = Cause.NONE;

    /** The zone of a plan that has been checked before it was sent on. */
    ZoneId zoneOf(Reference.Plan plan) {
        lastCause = plan.cause();
        return PlanFile.read(plan.plan(), plan.document()).plan().zone();
    }

    /** Why a scan runs: the plan that brought the new zone. */
    Cause cause() {
        return lastCause;
    }
}
