package dev.premia.domain.plan.own;

import dev.premia.domain.plan.own.OwnMeasure.Cells;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures of the catalogue's KPIs that are so detailed that they are kept only once a plan reads such a KPI, in the way in
 * which a plan's own measures are.
 */
public final class OnDemand {
    private static final Map<Long, OwnMeasure> BY_NUMBER = byNumber();

    private OnDemand() {}

    private static Map<Long, OwnMeasure> byNumber() {
        Map<Long, OwnMeasure> byNumber = new LinkedHashMap<>();
        for (OwnMeasure each : List.of(
                values(FactKind.WON_DEALS, "line.product"),
                values(FactKind.LEADS_PROCESSED, LeadFields.RESPONSE_STRETCH),
                values(FactKind.LEADS_CLOSED, LeadFields.HANDLING_STRETCH),
                values(FactKind.CALLS, CallFields.CALLBACK_SECONDS))) {
            byNumber.put(each.measure(), each);
        }
        return byNumber;
    }

    private static OwnMeasure values(FactKind kind, String field) {
        return OwnMeasure.of(
                kind, Cells.VALUES, FactNames.of(kind).anyField(field).orElseThrow(), null);
    }

    /** All of them. */
    public static List<OwnMeasure> all() {
        return List.copyOf(BY_NUMBER.values());
    }

    /** The measure of that number, if it is one of them. */
    public static Optional<OwnMeasure> find(long measure) {
        return Optional.ofNullable(BY_NUMBER.get(measure));
    }
}
