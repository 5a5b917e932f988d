package dev.premia.domain.money;

import java.util.Locale;

/** At which day's exchange rate a deal in another currency is converted. */
public enum RateDate {
    /** The day on which the deal was closed. */
    WIN_DATE,
    /** The day of each payment; what is not paid yet is not converted. */
    PAYMENT_DATE;

    /** The name in plans: {@code win_date}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
