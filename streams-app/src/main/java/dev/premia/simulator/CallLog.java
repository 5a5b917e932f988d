package dev.premia.simulator;

import dev.premia.schemas.Call;
import dev.premia.schemas.CallDirection;
import dev.premia.schemas.CallResult;
import dev.premia.schemas.Topics;
import java.time.Instant;
import java.util.Map;

/**
 * What the telephone system writes when a leg has ended. Half of the conversations are linked by the id of their first
 * leg and half by an id of their own, as systems differ.
 */
final class CallLog {
    private static final double COMPLETED_LATER = 0.05;

    private final Noise noise;
    private long calls;

    CallLog(Noise noise) {
        this.noise = noise;
    }

    /** How a leg ended. */
    record Outcome(CallResult result, int waitSeconds, int talkSeconds) {
        static Outcome answered(double wait, double talk) {
            return new Outcome(CallResult.answered, (int) wait, 1 + (int) talk);
        }

        static Outcome missed(double wait) {
            return new Outcome(CallResult.missed, 3 + (int) wait, 0);
        }

        /** {@code draw} from 0 to 1 chooses between missed, busy and failed. */
        static Outcome unanswered(double draw, double wait) {
            if (draw < 0.68) {
                return missed(wait);
            }
            return new Outcome(draw < 0.93 ? CallResult.busy : CallResult.failed, draw < 0.93 ? 2 : 0, 0);
        }
    }

    /** Legs that belong together. */
    static final class Conversation {
        private final CallDirection direction;
        private final String customer;
        private final String phoneHash;
        private final Dice dice;
        private boolean internal;
        private String link;
        private int legs;

        private Conversation(CallDirection direction, long party, Dice dice) {
            this.direction = direction;
            this.dice = dice;
            customer = party > 0 ? Ids.customer(party) : null;
            phoneHash = Ids.phoneHash(party);
        }
    }

    Conversation conversation(long party, CallDirection direction, Dice dice) {
        Conversation conversation = new Conversation(direction, party, dice);
        long first = calls + 1;
        conversation.link = (dice.bits() & 1) == 0 ? Ids.call(first) : Ids.conversation(first);
        return conversation;
    }

    void leg(Conversation conversation, Seller seller, long at, Outcome outcome) {
        write(conversation, seller.id, null, at, outcome);
    }

    /** A conversation of one leg. */
    void single(
            Seller seller, long party, CallDirection direction, long at, Outcome outcome, boolean internal, Dice dice) {
        Conversation conversation = new Conversation(direction, party, dice);
        conversation.internal = internal;
        write(conversation, seller.id, null, at, outcome);
    }

    /** A queue that nobody answered. */
    void group(int team, long party, long at, double wait, Dice dice) {
        Conversation conversation = new Conversation(CallDirection.inbound, party, dice);
        write(conversation, null, Ids.team(team), at, Outcome.missed(wait));
    }

    private void write(Conversation conversation, String manager, String team, long at, Outcome outcome) {
        String id = Ids.call(++calls);
        int leg = ++conversation.legs;
        long end = at + 1_000L * (outcome.waitSeconds + outcome.talkSeconds);
        Call call = call(id, 1, conversation, manager, team, at, end, outcome, leg, null);
        boolean swapped = noise.swaps();
        if (!swapped && !conversation.dice.chance(COMPLETED_LATER)) {
            noise.send(Topics.CALLS, id, call, end, Noise.LAST);
            return;
        }
        long completed = end + 60_000 + conversation.dice.below(10 * WorkingDays.MINUTE);
        String recording = outcome.talkSeconds == 0 ? null : "records/" + id;
        Call second = call(id, 2, conversation, manager, team, at, completed, outcome, leg, recording);
        noise.deliver(Topics.CALLS, id, call, swapped ? completed + 5_000 : end + 500);
        noise.deliver(Topics.CALLS, id, second, completed + 500);
    }

    private static Call call(
            String id,
            long revision,
            Conversation conversation,
            String manager,
            String team,
            long at,
            long changed,
            Outcome outcome,
            int leg,
            String recording) {
        return new Call(
                id,
                revision,
                Ids.PBX,
                false,
                Instant.ofEpochMilli(changed),
                Instant.ofEpochMilli(at),
                conversation.direction,
                outcome.result,
                manager,
                team,
                conversation.internal ? null : conversation.customer,
                conversation.internal ? null : conversation.phoneHash,
                outcome.waitSeconds,
                outcome.talkSeconds,
                leg,
                conversation.link,
                conversation.internal,
                recording,
                Map.of());
    }
}
