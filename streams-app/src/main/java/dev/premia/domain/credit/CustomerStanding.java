package dev.premia.domain.credit;

import dev.premia.domain.credit.DealMeasuring.CustomerOrder;
import dev.premia.domain.event.CustomerRecord;
import dev.premia.domain.event.DatedTag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * What the customer's other deals and its record say of one won deal.
 *
 * @param order the deal's place among the customer's won deals
 * @param firstAt when the customer's first deal was won; null where the order is not known
 * @param tags the customer's tags that may hold on the day on which the deal closed, in some zone
 */
public record CustomerStanding(CustomerOrder order, Instant firstAt, List<DatedTag> tags) {
    /** The tag by which a customer is a VIP. */
    public static final String VIP = "vip";

    /** Nothing is known, or the deal has no customer. */
    public static final CustomerStanding NONE = new CustomerStanding(CustomerOrder.NONE, null, List.of());

    public CustomerStanding {
        tags = List.copyOf(tags);
    }

    /**
     * The standing of a deal.
     *
     * @param customer the customer's record, or null while it is unknown
     */
    static CustomerStanding of(CustomerOrder order, Instant firstAt, Instant closedAt, CustomerRecord customer) {
        if (customer == null || customer.tags().isEmpty()) {
            return new CustomerStanding(order, firstAt, List.of());
        }
        return new CustomerStanding(order, firstAt, near(customer.tags(), closedAt));
    }

    /** Those of some tags that may hold on the day of an instant, in some zone. */
    static List<DatedTag> near(List<DatedTag> tags, Instant at) {
        if (tags.isEmpty()) {
            return tags;
        }
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        return tags.stream()
                .filter(tag -> tag.holdsOn(day) || tag.holdsOn(day.minusDays(1)) || tag.holdsOn(day.plusDays(1)))
                .toList();
    }

    /** The names of the tags that hold on a day. */
    public List<String> tagsOn(LocalDate day) {
        return tagsOn(tags, day);
    }

    static List<String> tagsOn(List<DatedTag> tags, LocalDate day) {
        if (tags.isEmpty()) {
            return List.of();
        }
        return tags.stream()
                .filter(tag -> tag.holdsOn(day))
                .map(DatedTag::tag)
                .distinct()
                .toList();
    }

    /** A credit with the tags that its customer had on the day of the close. */
    public DealCredit complete(DealCredit credit, ZoneId zone) {
        return tags.isEmpty() || credit.closedAt() == null
                ? credit
                : credit.withCustomerTags(tagsOn(LocalDate.ofInstant(credit.closedAt(), zone)));
    }
}
