package dev.premia.domain.credit;

import dev.premia.domain.control.Decision;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.money.MoneyView;
import java.util.List;
import java.util.function.Function;

/**
 * What is known beside a deal and changes what it is worth.
 *
 * @param views how plans and the organisation read money
 * @param rates every exchange rate
 * @param products the living product of an id, or null while it is unknown
 * @param transfers the transfers of a deal's credits that count by now, in the order in which they apply
 */
public record DealTerms(
        List<MoneyView> views,
        ExchangeRates rates,
        Function<String, ProductRecord> products,
        Function<String, List<Decision.CreditTransfer>> transfers) {

    /** Nothing is known: every amount stays in its own currency. */
    public static final DealTerms NONE = new DealTerms(List.of(), new ExchangeRates(), product -> null);

    public DealTerms {
        views = List.copyOf(views);
    }

    /** No credit is transferred. */
    public DealTerms(List<MoneyView> views, ExchangeRates rates, Function<String, ProductRecord> products) {
        this(views, rates, products, deal -> List.of());
    }
}
