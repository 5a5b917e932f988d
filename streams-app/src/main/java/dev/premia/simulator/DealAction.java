package dev.premia.simulator;

/** A step in the life of a deal, with the usual number of days since the step before it. */
enum DealAction {
    OPEN(0, 0.1),
    ADVANCE(1, 2.5),
    AMEND(2, 1),
    REASSIGN(3, 1.5),
    SHARE(4, 0.5),
    TWIN(5, 0.3),
    WIN(6, 2.5),
    LOSE(7, 6),
    AMEND_WON(8, 4),
    REASSIGN_WON(9, 6),
    MOVE_CLOSE(10, 5),
    REOPEN(11, 4),
    DELETE(12, 6),
    RESTORE(13, 1.5),
    MERGE(14, 3),
    PAY(15, 6),
    BOUNCE(16, 1),
    REFUND_PART(17, 9),
    REFUND_FULL(18, 9),
    SURVEY(19, 2);

    private static final DealAction[] ALL = values();
    private static final LogNormal SPREAD = new LogNormal(1, 0.7);

    private final byte code;
    private final double days;

    DealAction(int code, double days) {
        this.code = (byte) code;
        this.days = days;
    }

    /** One byte for scripts, which are kept for every open deal. */
    byte code() {
        return code;
    }

    static DealAction of(byte code) {
        return ALL[code];
    }

    /** Milliseconds since the step before. */
    long gap(Dice dice) {
        return 10 * WorkingDays.MINUTE + (long) (days * SPREAD.draw(dice) * WorkingDays.DAY);
    }

    /** Whether the step is said by a revision of the deal itself. */
    boolean revisesDeal() {
        return switch (this) {
            case TWIN, PAY, BOUNCE, REFUND_PART, REFUND_FULL, SURVEY -> false;
            default -> true;
        };
    }
}
