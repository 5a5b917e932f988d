package dev.premia.domain.money;

import java.time.ZoneId;

/**
 * How somebody reads money: a plan, or the organisation where no plan does.
 *
 * @param zone whose calendar days are the days of rates
 * @param currency ISO 4217 code of the currency into which everything is converted
 * @param rateDate at which day's rate
 */
public record MoneyView(ZoneId zone, String currency, RateDate rateDate) {
    /** Leaves room for the numeric codes of ISO 4217, which have three digits. */
    private static final long STEP = 1_000;

    /** The greatest number that {@link #converted()} returns is below this. */
    public static final long LIMIT = STEP * (RateDate.values().length + 1);

    /** The view at the rate of the win, which is the usual one. */
    public static MoneyView atWin(ZoneId zone, String currency) {
        return new MoneyView(zone, currency, RateDate.WIN_DATE);
    }

    /** The number of money that was in this currency from the beginning. It needs no rate. */
    public long original() {
        return Currencies.numericCode(currency);
    }

    /** The number of money that was converted into this currency; another one for each {@link RateDate}. */
    public long converted() {
        return original() + STEP * (rateDate.ordinal() + 1);
    }

    /** What makes two views in one zone differ. */
    public String key() {
        return currency + '|' + rateDate.label();
    }
}
