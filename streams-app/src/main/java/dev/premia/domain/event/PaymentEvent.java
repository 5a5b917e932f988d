package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Money that moved for a deal.
 *
 * @param deal the deal that it belongs to
 * @param amount positive, in {@code currency}; the kind says the direction
 * @param paidAt when it was paid, refunded or bounced
 */
public record PaymentEvent(
        Header header,
        String deal,
        PaymentKind kind,
        BigDecimal amount,
        String currency,
        Instant paidAt,
        String manager,
        String customer)
        implements EntityEvent {}
