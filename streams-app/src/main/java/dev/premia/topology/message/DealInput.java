package dev.premia.topology.message;

import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.PaymentEvent;

/** What a deal is told, by deal id. */
public sealed interface DealInput extends Output {
    Cause cause();

    /** A record of the deal itself. */
    record Said(DealEvent event, Cause cause) implements DealInput {}

    /** A payment that names the deal, at its ruling revision. */
    record PaymentSet(PaymentEvent payment, Cause cause) implements DealInput {}

    /** A payment that was deleted or names another deal now. */
    record PaymentRemoved(String payment, Cause cause) implements DealInput {}
}
