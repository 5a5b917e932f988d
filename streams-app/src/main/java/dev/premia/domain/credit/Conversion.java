package dev.premia.domain.credit;

import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.money.MoneyView;
import java.time.LocalDate;
import java.util.List;

/**
 * The money of a credit in another currency than the deal's: the whole deal was converted, rounded HALF_UP once, and then
 * split like the amounts in its own currency. All amounts are minor units of the view's currency.
 *
 * @param view who reads the money so
 * @param from ISO 4217 code of the deal's own currency
 * @param wholeMinor the whole deal's net amount; of a payment_date view only what is paid
 * @param creditedMinor this party's part of it
 * @param cash the same before refunds, and every payment
 * @param costs this party's part of the costs; null when the deal's cost is not known
 * @param lines every product line; this party's parts sum to {@code creditedMinor}
 * @param uses which rates were needed, ascending by day
 */
public record Conversion(
        MoneyView view,
        String from,
        long wholeMinor,
        long creditedMinor,
        DealCredit.Cash cash,
        DealCredit.Costs costs,
        List<LineMoney> lines,
        List<RateUse> uses) {

    /**
     * A rate that was needed.
     *
     * @param day of the win or of a payment, in the view's zone
     * @param rate null when there is none: what depends on it counts 0
     */
    public record RateUse(LocalDate day, ExchangeRates.Applied rate) {}

    public Conversion {
        lines = List.copyOf(lines);
        uses = List.copyOf(uses);
    }

    /** The same as if nothing had been refunded; costs stay. */
    Conversion withoutRefunds() {
        List<LineMoney> gross = lines.stream().map(LineMoney::withoutRefunds).toList();
        return new Conversion(view, from, cash.wholeMinor(), cash.creditedMinor(), cash, costs, gross, uses);
    }

    /** What is left of it in {@link DealCredit#outline}. */
    Conversion outline() {
        DealCredit.Cash none = DealCredit.Cash.unpaid(0, 0);
        return new Conversion(view, from, wholeMinor, creditedMinor, none, costs, List.of(), uses);
    }

    /** The first day for which there is no rate; null when everything was converted. */
    public LocalDate dayWithoutRate() {
        for (RateUse use : uses) {
            if (use.rate() == null) {
                return use.day();
            }
        }
        return null;
    }

    /** Whether nothing at all was converted because no day has a rate: the deal has no amount in this currency. */
    boolean isWithoutAmount() {
        boolean anyRate = uses.stream().anyMatch(use -> use.rate() != null);
        return !uses.isEmpty() && !anyRate;
    }
}
