package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/**
 * A contract that may be renewed.
 *
 * @param manager who is to renew it, or null
 * @param value what it is worth in {@code currency}, or null
 * @param expiresOn last day, or null when it does not expire
 */
public record ContractEvent(
        Header header,
        String customer,
        String manager,
        BigDecimal value,
        String currency,
        LocalDate startsOn,
        LocalDate expiresOn,
        Map<String, String> attributes)
        implements ManagerEvent {
    /** What it is, as causes name it. */
    public static final String TYPE = "contract";

    public ContractEvent {
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String type() {
        return TYPE;
    }
}
