package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.LatestFactCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.event.ManagerEvent;
import dev.premia.domain.fact.LatestFact;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is kept of a fact of one subject.
 *
 * @param fact the fact; null while only the deals that name it are known
 * @param wonDeals the won deals that renew it, where it is a contract
 * @param zones for how many definitions its contributions have been sent
 */
public record ManagerEventState(LatestFact<ManagerEvent> fact, Set<String> wonDeals, int definitions) {
    public static final ManagerEventState UNKNOWN = new ManagerEventState(null, Set.of(), 0);

    public static final StateFormat<ManagerEventState> FORMAT = StateFormat.of(
            "event of a manager",
            (out, state) -> {
                out.flags(1);
                if (out.flag(state.fact != null)) {
                    LatestFactCodec.MANAGER_EVENT.write(out, state.fact);
                }
                out.each(new TreeSet<>(state.wonDeals), BinaryWriter::text);
                out.unsigned(state.definitions);
            },
            ManagerEventState::read);

    public ManagerEventState {
        wonDeals = Set.copyOf(wonDeals);
    }

    /** The fact, or null while it is unknown or deleted. */
    public ManagerEvent alive() {
        return fact == null ? null : fact.alive();
    }

    private static ManagerEventState read(BinaryReader in) {
        in.flags(1);
        LatestFact<ManagerEvent> fact = in.flag() ? LatestFactCodec.MANAGER_EVENT.read(in) : null;
        return new ManagerEventState(fact, Set.copyOf(in.list(BinaryReader::text)), (int) in.unsigned());
    }
}
