package dev.premia.topology.state;

import dev.premia.codec.state.BinaryReader;
import dev.premia.codec.state.BinaryWriter;
import dev.premia.codec.state.LatestFactCodec;
import dev.premia.codec.state.StateFormat;
import dev.premia.domain.event.LeadEvent;
import dev.premia.domain.fact.LatestFact;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is kept of a lead.
 *
 * @param fact the lead, null while only its deals are known
 * @param wonDeals the deals that came from it and are won
 * @param zones for how many definitions its contributions have been sent
 */
public record LeadState(LatestFact<LeadEvent> fact, Set<String> wonDeals, int definitions) {
    public static final LeadState UNKNOWN = new LeadState(null, Set.of(), 0);

    public static final StateFormat<LeadState> FORMAT = StateFormat.of("lead state", LeadState::write, LeadState::read);

    public LeadState {
        wonDeals = Set.copyOf(wonDeals);
    }

    /** The lead, or null while it is unknown or deleted. */
    public LeadEvent alive() {
        return fact == null ? null : fact.alive();
    }

    public LeadState withDefinitions(int count) {
        return new LeadState(fact, wonDeals, count);
    }

    private static void write(BinaryWriter out, LeadState state) {
        out.flags(1);
        if (out.flag(state.fact != null)) {
            LatestFactCodec.LEAD.write(out, state.fact);
        }
        out.each(new TreeSet<>(state.wonDeals), BinaryWriter::text);
        out.unsigned(state.definitions);
    }

    private static LeadState read(BinaryReader in) {
        in.flags(1);
        LatestFact<LeadEvent> fact = in.flag() ? LatestFactCodec.LEAD.read(in) : null;
        return new LeadState(fact, Set.copyOf(in.list(BinaryReader::text)), (int) in.unsigned());
    }
}
