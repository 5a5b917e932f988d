package dev.premia.casebook;

import dev.premia.schemas.Call;
import dev.premia.schemas.CallDirection;
import dev.premia.schemas.CallResult;
import java.time.Instant;
import java.util.Map;

/** What a story says of a leg of a call, from revision to revision. */
final class CallDraft {
    private final String id;
    private long revision;
    private boolean deleted;
    private Instant startedAt;
    private CallDirection direction = CallDirection.outbound;
    private CallResult result = CallResult.missed;
    private String manager;
    private String team;
    private int waitSeconds;
    private int talkSeconds;
    private int leg = 1;
    private String conversation;
    private boolean internal;

    CallDraft(String id) {
        this.id = id;
    }

    CallDraft next() {
        revision++;
        return this;
    }

    CallDraft revision(long number) {
        revision = number;
        return this;
    }

    CallDraft at(String when) {
        startedAt = When.instant(when);
        return this;
    }

    CallDraft inbound() {
        direction = CallDirection.inbound;
        return this;
    }

    CallDraft outbound() {
        direction = CallDirection.outbound;
        return this;
    }

    CallDraft answered(int waited, int talked) {
        result = CallResult.answered;
        waitSeconds = waited;
        talkSeconds = talked;
        return this;
    }

    CallDraft missed() {
        result = CallResult.missed;
        talkSeconds = 0;
        return this;
    }

    CallDraft of(String managerId) {
        manager = managerId;
        team = null;
        return this;
    }

    CallDraft ofTeam(String teamId) {
        team = teamId;
        manager = null;
        return this;
    }

    CallDraft leg(int number, String conversationId) {
        leg = number;
        conversation = conversationId;
        return this;
    }

    CallDraft internal() {
        internal = true;
        return this;
    }

    CallDraft delete() {
        deleted = true;
        return this;
    }

    Call toRecord(String source) {
        Call call = new Call();
        call.setId(source + "/" + id);
        call.setRevision(revision);
        call.setSource(source);
        call.setDeleted(deleted);
        call.setStartedAt(startedAt);
        call.setDirection(direction);
        call.setResult(result);
        call.setManager(manager);
        call.setTeam(team);
        // Two numbers and one that is hidden: misses and calls that return them meet.
        int number = Math.floorMod(id.hashCode(), 3);
        call.setPhoneHash(number == 0 ? null : "p" + number);
        call.setWaitSeconds(waitSeconds);
        call.setTalkSeconds(talkSeconds);
        call.setLeg(leg);
        call.setLinkedCall(conversation);
        call.setInternal(internal);
        call.setAttributes(Map.of());
        return call;
    }
}
