package dev.premia.topology.state;

import dev.premia.codec.state.LatestFactCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.fact.LatestFact;

/**
 * What is kept of an activity, a survey answer or a review.
 *
 * @param zones for how many definitions its contributions have been sent
 */
public record ManagerEventState(LatestFact<ManagerEvent> fact, int definitions) {
    public static final StateFormat<ManagerEventState> FORMAT = StateFormat.of(
            "event of a manager",
            (out, state) -> {
                LatestFactCodec.MANAGER_EVENT.write(out, state.fact);
                out.unsigned(state.definitions);
            },
            in -> new ManagerEventState(LatestFactCodec.MANAGER_EVENT.read(in), (int) in.unsigned()));
}
