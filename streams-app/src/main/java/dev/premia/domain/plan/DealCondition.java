package dev.premia.domain.plan;

import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.credit.DealFilter;
import dev.premia.domain.formula.Formula;

/**
 * A plan's condition on a deal, compiled. It looks at the whole deal, also where the deal is split.
 *
 * @param formula a condition over {@link DealField}s
 */
public record DealCondition(Formula formula) implements DealFilter {

    @Override
    public String canonicalText() {
        return formula.canonical();
    }

    /** Whether it asks for the tags of the customer, which are kept apart from the deal. */
    public boolean readsCustomerTags() {
        return formula.references().stream()
                .anyMatch(handle ->
                        handle instanceof DealField.Texts texts && texts.name().equals(DealField.CUSTOMER_TAGS));
    }

    @Override
    public boolean accepts(DealCredit credit) {
        return formula.test(new DealField.DealScope(credit));
    }
}
