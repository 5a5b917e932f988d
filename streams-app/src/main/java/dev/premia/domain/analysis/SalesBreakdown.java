package dev.premia.domain.analysis;

import dev.premia.domain.credit.DealCredit;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Revenue and quantities by what is sold. What names no product, or no segment, is put together under an empty name, so
 * that nothing of the revenue is lost.
 */
public enum SalesBreakdown {
    /** By product; a quantity is units, of a split deal the party's share of them. A deal without lines is one unit. */
    PRODUCT,
    /** By customer segment; a quantity is won deals, of a split deal the party's share, and a price the average deal. */
    SEGMENT,
    /** By campaign; the same. */
    CAMPAIGN;

    /** What the deals of both windows allow: products where a deal has lines that name one, else segments. */
    public static SalesBreakdown fitting(Stream<DealCredit> credits) {
        return credits.flatMap(credit -> credit.lines().stream()).anyMatch(line -> line.product() != null)
                ? PRODUCT
                : SEGMENT;
    }

    /** What was sold in one currency by name, ascending. */
    public SortedMap<String, Sold> of(Collection<DealCredit> wonDeals, String currency) {
        SortedMap<String, Sold> sold = new TreeMap<>();
        for (DealCredit credit : wonDeals) {
            if (currency.equals(credit.currency())) {
                add(credit, sold);
            }
        }
        return sold;
    }

    private void add(DealCredit credit, SortedMap<String, Sold> sold) {
        BigDecimal share = BigDecimal.valueOf(credit.shareNanos(), DealCredit.SHARE_DIGITS);
        if (this != PRODUCT || credit.lines().isEmpty()) {
            sold.merge(name(credit), new Sold(credit.creditedMinor(), share), Sold::plus);
            return;
        }
        for (DealCredit.Line line : credit.lines()) {
            BigDecimal units = BigDecimal.valueOf(line.quantityMillis(), 3);
            sold.merge(text(line.product()), new Sold(line.creditedMinor(), units.multiply(share)), Sold::plus);
        }
    }

    private String name(DealCredit credit) {
        return switch (this) {
            case PRODUCT -> "";
            case SEGMENT -> text(credit.segment());
            case CAMPAIGN -> text(credit.campaign());
        };
    }

    private static String text(String name) {
        return name == null ? "" : name;
    }
}
