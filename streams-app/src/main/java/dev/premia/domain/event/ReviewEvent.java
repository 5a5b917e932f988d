package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A filled quality checklist for a call, meeting or deal.
 *
 * @param manager the manager who is reviewed
 * @param reviewer the manager who reviewed
 * @param checklist name or id of the checklist
 * @param entity qualified id of what was reviewed
 * @param call whether that is a call
 */
public record ReviewEvent(
        Header header,
        Instant reviewedAt,
        String manager,
        String reviewer,
        String checklist,
        String entity,
        boolean call,
        List<Item> items,
        Map<String, String> attributes)
        implements ManagerEvent {

    /**
     * One criterion.
     *
     * @param weight null for 1
     * @param passed whether it was met; null when it does not apply
     */
    public record Item(String criterion, BigDecimal weight, Boolean passed) {}

    public ReviewEvent {
        items = List.copyOf(items);
        attributes = Map.copyOf(attributes);
    }

    @Override
    public String type() {
        return "review";
    }
}
