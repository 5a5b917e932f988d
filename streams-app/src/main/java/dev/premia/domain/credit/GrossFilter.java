package dev.premia.domain.credit;

/**
 * Looks at deals as if nothing had been refunded. A measure under this filter holds what the plain one would hold then.
 *
 * @param inner the condition on the deal as it was before refunds, null for all deals
 */
public record GrossFilter(DealFilter inner) implements DealFilter {
    private static final String PREFIX = "refunds ignored|";

    @Override
    public String canonicalText() {
        return textOf(inner == null ? null : inner.canonicalText());
    }

    /** The canonical text of this filter around one with another text, null for none. */
    public static String textOf(String inner) {
        return inner == null ? PREFIX : PREFIX + inner;
    }

    @Override
    public DealCredit view(DealCredit credit) {
        return credit.withoutRefunds();
    }

    @Override
    public boolean accepts(DealCredit credit) {
        return inner == null || inner.accepts(credit);
    }
}
