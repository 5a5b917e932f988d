package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A deal at a revision. References and texts may be null where the source has none; lists and maps are never null.
 *
 * @param amount the deal's amount in {@code currency}, gross of refunds; it rules over the lines
 * @param currency ISO 4217 code
 * @param cost direct cost in {@code currency}, null when unknown
 * @param expenses allocated operating expense in {@code currency}
 * @param tax tax in {@code currency}
 * @param closedAt when it was won or lost; required unless open
 * @param owner the manager responsible now
 * @param credits who shares the deal; empty means that the owner at the win has all of it
 * @param lead the lead that the deal came from
 * @param contractRenewal the contract that the deal renews
 */
public record DealEvent(
        Header header,
        String pipeline,
        String stage,
        DealStatus status,
        BigDecimal amount,
        String currency,
        BigDecimal cost,
        BigDecimal expenses,
        BigDecimal tax,
        Instant createdAt,
        Instant closedAt,
        String owner,
        List<CreditShare> credits,
        String customer,
        String lead,
        String campaign,
        String segment,
        String contractRenewal,
        String lostReason,
        List<String> tags,
        List<DealLine> lines,
        Map<String, String> attributes)
        implements EntityEvent {

    public DealEvent {
        credits = List.copyOf(credits);
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
    }

    public boolean isWon() {
        return status == DealStatus.WON && !header.deleted();
    }
}
