package dev.premia.domain.credit;

/** A tag of products by which what was sold is measured. */
public enum ProductTag {
    NEW("new", Measures.NEW_PRODUCT_REVENUE, Measures.NEW_PRODUCT_UNITS),
    FOCUS("focus", Measures.FOCUS_REVENUE, Measures.FOCUS_UNITS),
    PROMO("promo", Measures.PROMO_REVENUE, Measures.PROMO_UNITS),
    SEASONAL("seasonal", Measures.SEASONAL_REVENUE, Measures.SEASONAL_UNITS);

    private final String tag;
    private final long revenue;
    private final long units;

    ProductTag(String tag, long revenue, long units) {
        this.tag = tag;
        this.revenue = revenue;
        this.units = units;
    }

    /** The tag as product records say it. */
    public String tag() {
        return tag;
    }

    /** The measure of what lines with this tag are worth. */
    public long revenue() {
        return revenue;
    }

    /** The measure of their units. */
    public long units() {
        return units;
    }
}
