package dev.premia.domain.event;

import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.util.List;

/** Decides whether an exchange rate is valid from its record alone. */
final class RateValidator {
    private static final BigDecimal LARGEST_RATE = new BigDecimal("10000000");
    private static final int LARGEST_UNITS = 1_000_000;

    private RateValidator() {}

    static void validate(FxRateRecord rate, List<Violation> violations) {
        currency("base", rate.base(), violations);
        currency("quote", rate.quote(), violations);
        if (rate.base() != null && rate.base().equals(rate.quote())) {
            violations.add(
                    new Violation("same_currency", "quote", "'" + rate.quote() + "'", "another currency than base"));
        }
        if (rate.date() == null) {
            violations.add(new Violation("missing_date", "date", "nothing", "the day of the rate"));
        }
        boolean usable =
                rate.rate() != null && rate.rate().signum() > 0 && rate.rate().compareTo(LARGEST_RATE) <= 0;
        if (!usable) {
            String found = rate.rate() == null
                    ? "nothing"
                    : rate.rate().stripTrailingZeros().toPlainString();
            violations.add(new Violation(
                    "bad_rate", "rate", found, "a number above 0, at most " + LARGEST_RATE.toPlainString()));
        }
        if (rate.units() < 1 || rate.units() > LARGEST_UNITS) {
            violations.add(new Violation(
                    "bad_units", "units", String.valueOf(rate.units()), "an integer from 1 to " + LARGEST_UNITS));
        }
    }

    private static void currency(String field, String code, List<Violation> violations) {
        if (!Currencies.isKnown(code)) {
            violations.add(new Violation(
                    "unknown_currency",
                    field,
                    code == null ? "nothing" : "'" + code + "'",
                    "an ISO 4217 code such as RUB"));
        }
    }
}
