package dev.premia.replay.compact;

import dev.premia.domain.event.CallDirection;
import dev.premia.domain.event.CallEvent;
import dev.premia.domain.event.CallResult;
import dev.premia.domain.event.Header;
import java.time.Instant;

/**
 * Reads packed legs as events that hold what is measured: of a leg that names no conversation not the id, of none the system
 * that said it, and of a recording only that there is one. Not thread-safe.
 */
final class LegReader {
    private static final CallResult[] RESULTS = CallResult.values();
    /** Stands for any recording. */
    private static final String SOME = "";

    private final String[] people;
    private final PartyBook parties;
    private final EntityStore.Head head = new EntityStore.Head();
    private final PackedReader entry = new PackedReader();

    /** @param parties customers and numbers, null where they are not kept */
    LegReader(String[] people, PartyBook parties) {
        this.people = people;
        this.parties = parties;
    }

    /**
     * The leg at a place; null when it is deleted.
     *
     * @param unlinkedId the id of a leg that names no conversation, or null
     */
    CallEvent read(byte[] page, int at, String unlinkedId) {
        head.read(entry.at(page, at));
        if (head.isDeleted()) {
            return null;
        }
        boolean linked = has(CallStore.LINKED);
        String link = linked ? entry.text() : null;
        String id = linked ? entry.text() : unlinkedId;
        boolean told = head.changedAt != Long.MIN_VALUE;
        long startedAt = told ? head.changedAt - entry.signed() : entry.signed();
        int wait = (int) entry.unsigned();
        int talk = (int) entry.unsigned();
        int leg = (int) entry.signed();
        String manager = people[(int) entry.unsigned()];
        String team = people[(int) entry.unsigned()];
        String customer = parties == null ? null : parties.text((int) entry.unsigned());
        String phoneHash = parties == null ? null : parties.text((int) entry.unsigned());
        return new CallEvent(
                new Header(id, head.revision, null, false, null),
                Instant.ofEpochMilli(startedAt),
                has(CallStore.INBOUND) ? CallDirection.INBOUND : CallDirection.OUTBOUND,
                RESULTS[head.flags >> CallStore.RESULT_SHIFT],
                manager,
                team,
                customer,
                phoneHash,
                wait,
                talk,
                leg,
                link,
                has(CallStore.INTERNAL),
                has(CallStore.RECORDED) ? SOME : null);
    }

    private boolean has(int flag) {
        return (head.flags & flag) != 0;
    }

    /** Whether a leg that is not deleted names its conversation. */
    static boolean isLinked(byte[] page, int at) {
        return (page[at] & CallStore.LINKED) != 0;
    }
}
