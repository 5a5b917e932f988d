package dev.premia.domain.event;

import java.time.Instant;

/**
 * One leg of a telephone call. Legs of one conversation (transfer, ring group, conference) name the same linked call.
 *
 * @param startedAt when the leg began; the whole leg belongs to that instant
 * @param manager the employee of the leg, null for a group or an IVR
 * @param team the group that the leg rang, where no employee is named
 * @param phoneHash keyed hash of the outside number
 * @param waitSeconds ringing and queueing time before the answer or the end
 * @param talkSeconds conversation without ringing or hold
 * @param leg order of the leg within the linked call
 * @param linkedCall id of the conversation, null when the leg stands alone
 * @param internal whether both ends are employees
 */
public record CallEvent(
        Header header,
        Instant startedAt,
        CallDirection direction,
        CallResult result,
        String manager,
        String team,
        String customer,
        String phoneHash,
        int waitSeconds,
        int talkSeconds,
        int leg,
        String linkedCall,
        boolean internal,
        String recording)
        implements EntityEvent {

    /** The id under which all legs of the conversation meet. */
    public String conversation() {
        return linkedCall == null ? header.id() : linkedCall;
    }
}
