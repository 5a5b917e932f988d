package dev.premia.simulator;

import dev.premia.schemas.CallDirection;

/**
 * The telephone. Calls ring around the steps of leads and deals; the rest of the day's calls fill the share that the
 * options ask for.
 */
final class CallTraffic {
    private static final LogNormal WAIT = new LogNormal(11, 0.6);
    private static final LogNormal TALK = new LogNormal(125, 1.0);
    private static final double LEGS_OF_A_CONVERSATION = 1.35;
    private static final double RINGS_AROUND_A_STEP = 0.35;

    private final Department department;
    private final CallLog log;
    private final double ringsAround;
    private final Dice arrivals;
    private long conversations;
    private double today;

    CallTraffic(Department department) {
        this.department = department;
        log = new CallLog(department.noise);
        arrivals = department.dice(Dice.Of.ARRIVALS, 1);
        double share = department.options.effectiveCallShare();
        ringsAround = share >= 0.5 ? RINGS_AROUND_A_STEP : RINGS_AROUND_A_STEP * share / (1 - share);
    }

    void openDay() {
        today = department.workload.callsToday() / LEGS_OF_A_CONVERSATION / (1 + department.options.duplicateRate());
    }

    /** The conversations that begin in a slot of the day. */
    void openSlot(int slot, long start) {
        int begun = arrivals.round(today * Seasonality.slot(slot));
        for (int i = 0; i < begun; i++) {
            long at = start + arrivals.below(Agenda.QUARTER_HOUR);
            Dice dice = department.dice(Dice.Of.CONVERSATION, ++conversations);
            boolean customer = !department.customers.isEmpty() && dice.chance(0.6);
            long party = customer ? department.customers.any(dice) : -1 - dice.below(500_000L);
            talk(department.roster.anybody(dice), party, at, dice);
        }
    }

    /** Perhaps a call shortly before or after a step of a deal or lead. */
    void around(Seller seller, long party, long at, Dice dice) {
        if (dice.chance(ringsAround)) {
            talk(seller, party, at + dice.below(40) * WorkingDays.MINUTE, dice);
        }
    }

    /**
     * One conversation.
     *
     * @param party number of the customer, or the negative number of somebody who is none yet
     */
    private void talk(Seller seller, long party, long at, Dice dice) {
        double draw = dice.unit();
        if (draw < 0.04) {
            log.single(seller, party, CallDirection.outbound, at, pick(dice, 0.8), true, dice);
        } else if (draw < 0.64) {
            log.single(seller, party, CallDirection.outbound, at, pick(dice, 0.56), false, dice);
        } else if (draw < 0.82) {
            log.single(seller, party, CallDirection.inbound, at, pick(dice, 0.84), false, dice);
        } else if (draw < 0.84) {
            log.group(seller.team, party, at, WAIT.draw(dice) * 3, dice);
        } else if (draw < 0.93) {
            ringGroup(seller, party, at, dice);
        } else {
            transfer(seller, party, at, dice);
        }
    }

    /** Several people ring at once; the first who answers has it, or nobody does. */
    private void ringGroup(Seller seller, long party, long at, Dice dice) {
        int legs = dice.between(2, 4);
        int answering = dice.chance(0.85) ? dice.below(legs) : -1;
        CallLog.Conversation conversation = log.conversation(party, CallDirection.inbound, dice);
        CallLog.Outcome missed = CallLog.Outcome.missed(WAIT.draw(dice));
        for (int leg = 0; leg < legs; leg++) {
            Seller member = leg == 0 ? seller : department.roster.anybody(dice);
            CallLog.Outcome outcome =
                    leg == answering ? CallLog.Outcome.answered(missed.waitSeconds(), TALK.draw(dice)) : missed;
            log.leg(conversation, member, at + leg, outcome);
        }
    }

    /** Somebody answers, and puts the customer through to a colleague. */
    private void transfer(Seller seller, long party, long at, Dice dice) {
        CallLog.Conversation conversation = log.conversation(party, CallDirection.inbound, dice);
        CallLog.Outcome first = CallLog.Outcome.answered(WAIT.draw(dice), TALK.draw(dice) * 0.3);
        log.leg(conversation, seller, at, first);
        long later = at + (first.waitSeconds() + first.talkSeconds()) * 1_000L;
        log.leg(conversation, department.roster.colleague(seller, dice), later, pick(dice, 0.9));
    }

    private static CallLog.Outcome pick(Dice dice, double answerRate) {
        double draw = dice.unit();
        if (draw < answerRate) {
            return CallLog.Outcome.answered((int) WAIT.draw(dice), TALK.draw(dice));
        }
        double rest = (draw - answerRate) / (1 - answerRate);
        return CallLog.Outcome.unanswered(rest, WAIT.draw(dice) * 2);
    }
}
