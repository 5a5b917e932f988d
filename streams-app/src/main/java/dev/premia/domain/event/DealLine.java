package dev.premia.domain.event;

import java.math.BigDecimal;
import java.util.List;

/**
 * One product line of a deal.
 *
 * @param product the product's id
 * @param quantity units sold
 * @param price price of a unit in the deal's currency
 * @param cost cost of a unit in the deal's currency, or null
 * @param tags tags of the line itself, besides those of the product
 */
public record DealLine(String product, BigDecimal quantity, BigDecimal price, BigDecimal cost, List<String> tags) {
    public DealLine {
        tags = List.copyOf(tags);
    }
}
