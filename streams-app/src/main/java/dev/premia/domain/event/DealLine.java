package dev.premia.domain.event;

import java.math.BigDecimal;

/**
 * One product line of a deal.
 *
 * @param product the product's id
 * @param quantity units sold
 * @param price price of a unit in the deal's currency
 * @param cost cost of a unit in the deal's currency, or null
 */
public record DealLine(String product, BigDecimal quantity, BigDecimal price, BigDecimal cost) {}
