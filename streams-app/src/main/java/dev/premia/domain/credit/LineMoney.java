package dev.premia.domain.credit;

/**
 * What a product line is worth in one currency, minor units.
 *
 * @param creditedMinor one party's part of it, net of refunds
 * @param grossMinor the same with refunds ignored
 * @param wholeMinor the line of the whole deal, net of refunds
 * @param wholeGrossMinor the same with refunds ignored
 */
public record LineMoney(long creditedMinor, long grossMinor, long wholeMinor, long wholeGrossMinor) {
    /** Of a deal without an amount. */
    static final LineMoney NONE = new LineMoney(0, 0, 0, 0);

    LineMoney withoutRefunds() {
        return new LineMoney(grossMinor, grossMinor, wholeGrossMinor, wholeGrossMinor);
    }
}
