package dev.premia.domain.event;

import dev.premia.domain.time.Window;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How large the market was in one calendar window.
 *
 * @param segment whose market it is; null for the whole one
 */
public record MarketEvent(
        Header header,
        Window window,
        String segment,
        BigDecimal amount,
        String currency,
        Map<String, String> attributes)
        implements ManagerEvent {

    public MarketEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String manager() {
        return null;
    }

    @Override
    public String type() {
        return "market";
    }
}
