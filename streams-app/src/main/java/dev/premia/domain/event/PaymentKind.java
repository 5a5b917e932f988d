package dev.premia.domain.event;

/** What a payment record does to the deal it names. */
public enum PaymentKind {
    PAYMENT,
    /** Lowers the deal's net amount in the window of its win. */
    REFUND,
    /** Takes an earlier payment back. */
    BOUNCE
}
