package dev.premia.domain.credit;

import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.money.LargestRemainder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Spreads a deal's amounts over its lines. The deal's amount rules: lines get it in proportion to their own amounts. */
final class LineSplit {
    private final long[] weights;
    private final long[] whole;
    private final long[] wholeGross;

    /**
     * @param whole the whole deal's amount net of refunds, minor units
     * @param gross the same with refunds ignored
     */
    LineSplit(DealEvent deal, long whole, long gross) {
        this.weights = weights(deal);
        this.whole = split(whole);
        this.wholeGross = gross == whole ? this.whole : split(gross);
    }

    /**
     * A party's lines.
     *
     * @param credited its part of the deal, minor units
     * @param gross the same before refunds
     */
    List<LineMoney> of(long credited, long gross) {
        long[] parts = split(credited);
        long[] grossParts = gross == credited ? parts : split(gross);
        List<LineMoney> lines = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            lines.add(new LineMoney(parts[i], grossParts[i], whole[i], wholeGross[i]));
        }
        return lines;
    }

    private long[] split(long amount) {
        return weights.length == 0 ? weights : LargestRemainder.split(amount, weights);
    }

    private static long[] weights(DealEvent deal) {
        long[] weights = new long[deal.lines().size()];
        boolean anyWeight = false;
        for (int i = 0; i < weights.length; i++) {
            DealLine line = deal.lines().get(i);
            BigDecimal price = line.price() == null ? BigDecimal.ZERO : line.price();
            weights[i] = price.multiply(quantity(line))
                    .movePointRight(2)
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            anyWeight |= weights[i] > 0;
        }
        if (!anyWeight) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }

    /** One, where the line does not say how many. */
    static BigDecimal quantity(DealLine line) {
        return line.quantity() == null ? BigDecimal.ONE : line.quantity();
    }
}
