package dev.premia.topology.message;

import dev.premia.domain.contest.PeerEntry;
import dev.premia.domain.contest.PeerKey;

/**
 * What a manager brings to a contest or a pool, absolute; told by the manager's own task to every task.
 *
 * @param entry null when the manager takes no part any more
 */
public record PeerSaid(PeerKey peers, String manager, PeerEntry entry, Cause cause) implements ReturnedResult {

    @Override
    public String key() {
        return manager + "|" + peers.plan() + "|" + peers.component() + "|"
                + peers.window().kind().label() + "|" + peers.window().start() + "|"
                + peers.group().key();
    }
}
