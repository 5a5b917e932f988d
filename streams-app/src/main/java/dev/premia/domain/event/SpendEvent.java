package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * What a campaign cost on one day.
 *
 * @param channel advertising channel
 */
public record SpendEvent(
        Header header,
        String campaign,
        BigDecimal amount,
        String currency,
        LocalDate spentOn,
        String channel,
        Map<String, String> attributes)
        implements ManagerEvent {

    public SpendEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String manager() {
        return null;
    }

    @Override
    public String type() {
        return "spend";
    }
}
