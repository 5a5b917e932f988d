package dev.premia.domain.event;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * An exchange rate of one day, as one revision states it.
 *
 * @param base ISO 4217 code of the currency that is priced
 * @param quote ISO 4217 code of the currency of the price
 * @param date the day of the rate
 * @param rate the price of {@code units} of base, in quote
 * @param units how much of base the rate prices, as central banks state it: 1, 10, 100
 */
public record FxRateRecord(Header header, String base, String quote, LocalDate date, BigDecimal rate, int units)
        implements EntityEvent {}
