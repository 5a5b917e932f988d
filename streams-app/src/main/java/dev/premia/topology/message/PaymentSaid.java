package dev.premia.topology.message;

import dev.premia.domain.event.PaymentEvent;

/** A record of a payment. */
public record PaymentSaid(PaymentEvent payment, Cause cause) implements Output {}
