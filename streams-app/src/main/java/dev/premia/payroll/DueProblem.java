package dev.premia.payroll;

/**
 * A payout that cannot be exported.
 *
 * @param minor what is to be paid and was not exported, in minor units of {@code currency}
 * @param organisation the legal entity that owes it, null where none is known
 */
public record DueProblem(String manager, String organisation, long minor, String currency, Reason reason) {

    /** Why. */
    public enum Reason {
        /** There is no record of the manager. */
        UNKNOWN_MANAGER,
        /** The manager's record names no legal entity. */
        NO_ORGANISATION,
        /** The manager works for another legal entity by now: the number is that of the other one. */
        OTHER_ORGANISATION,
        /** The manager's record has no employee number. */
        NO_EMPLOYEE_NUMBER,
        /** Somebody else in the legal entity has the same employee number. */
        SHARED_NUMBER,
        /** The amount is in a currency that the export does not pay. */
        OTHER_CURRENCY
    }
}
