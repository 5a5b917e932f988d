package dev.premia.simulator;

import java.util.Arrays;

/** Draws what will happen to a deal, as the codes of {@link DealAction}, when it opens. */
final class DealScript {
    private static final int LONGEST = 32;

    private final byte[] actions = new byte[LONGEST];
    private final Dice dice;
    private int length;

    private DealScript(Dice dice) {
        this.dice = dice;
    }

    static byte[] draw(Dice dice, double winRate) {
        DealScript script = new DealScript(dice);
        if (dice.chance(winRate)) {
            script.won();
        } else {
            script.notWon();
        }
        return Arrays.copyOf(script.actions, script.length);
    }

    private void won() {
        add(DealAction.OPEN);
        perhaps(0.09, DealAction.REASSIGN);
        advance(dice.between(1, 4));
        perhaps(0.4, DealAction.AMEND);
        perhaps(0.06, DealAction.REASSIGN);
        perhaps(0.14, DealAction.SHARE);
        boolean twinFirst = dice.chance(0.015);
        boolean twinAfter = !twinFirst && dice.chance(0.015);
        if (twinFirst) {
            add(DealAction.TWIN);
        }
        perhaps(0.05, DealAction.PAY);
        add(DealAction.WIN);
        if (twinAfter) {
            add(DealAction.TWIN);
        }
        if (dice.chance(0.035)) {
            add(DealAction.REOPEN);
            add(dice.chance(0.85) ? DealAction.WIN : DealAction.LOSE);
        }
        perhaps(0.09, DealAction.AMEND_WON);
        perhaps(0.07, DealAction.REASSIGN_WON);
        afterSale();
        if (twinFirst || twinAfter) {
            add(DealAction.MERGE);
        }
        if (dice.chance(0.025)) {
            add(DealAction.DELETE);
            perhaps(0.45, DealAction.RESTORE);
        }
    }

    private void afterSale() {
        int payments = dice.chance(0.6) ? 1 : dice.between(2, 3);
        for (int i = 0; i < payments; i++) {
            add(DealAction.PAY);
        }
        if (dice.chance(0.025)) {
            add(DealAction.BOUNCE);
            perhaps(0.7, DealAction.PAY);
        }
        perhaps(0.05, DealAction.MOVE_CLOSE);
        perhaps(0.3, DealAction.SURVEY);
        if (dice.chance(0.06)) {
            add(DealAction.REFUND_PART);
        } else {
            perhaps(0.025, DealAction.REFUND_FULL);
        }
    }

    private void notWon() {
        add(DealAction.OPEN);
        perhaps(0.1, DealAction.REASSIGN);
        advance(dice.between(0, 3));
        perhaps(0.2, DealAction.AMEND);
        perhaps(0.92, DealAction.LOSE);
    }

    private void advance(int steps) {
        for (int i = 0; i < steps; i++) {
            add(DealAction.ADVANCE);
        }
    }

    private void perhaps(double probability, DealAction action) {
        if (dice.chance(probability)) {
            add(action);
        }
    }

    private void add(DealAction action) {
        actions[length++] = action.code();
    }
}
