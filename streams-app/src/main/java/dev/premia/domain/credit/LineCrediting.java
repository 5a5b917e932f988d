package dev.premia.domain.credit;

import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.ProductRecord;
import dev.premia.domain.money.LargestRemainder;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Derives each party's part of a deal's lines: money in proportion to the lines' own amounts, units by the party's share. */
final class LineCrediting {
    private final DealEvent deal;
    private final List<LineFacts> lines;

    /**
     * What all parties have in common of a line.
     *
     * @param creditedMillis each party's units, thousandths
     */
    private record LineFacts(
            String product, String category, List<DatedTag> tags, long quantityMillis, List<Long> creditedMillis) {}

    LineCrediting(DealEvent deal, Parties parties, DealTerms terms) {
        this.deal = deal;
        this.lines =
                deal.lines().stream().map(line -> factsOf(line, parties, terms)).toList();
    }

    private LineFacts factsOf(DealLine line, Parties parties, DealTerms terms) {
        ProductRecord product = line.product() == null ? null : terms.products().apply(line.product());
        long millis = quantity(line)
                .movePointRight(3)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
        return new LineFacts(
                line.product(),
                product == null ? null : product.category(),
                tags(line, product),
                millis,
                parties.split(millis));
    }

    private List<DatedTag> tags(DealLine line, ProductRecord product) {
        List<DatedTag> tags = new ArrayList<>();
        line.tags().forEach(tag -> tags.add(new DatedTag(tag, null, null)));
        if (product != null && deal.status() != DealStatus.OPEN && deal.closedAt() != null) {
            tags.addAll(CustomerStanding.near(product.tags(), deal.closedAt()));
        }
        return tags;
    }

    private static BigDecimal quantity(DealLine line) {
        return line.quantity() == null ? BigDecimal.ONE : line.quantity();
    }

    /**
     * A party's lines.
     *
     * @param party its place among the parties
     * @param credited its part of the deal, minor units
     * @param gross the same before refunds
     */
    List<DealCredit.Line> of(int party, long credited, long gross) {
        if (lines.isEmpty()) {
            return List.of();
        }
        long[] parts = splitOverLines(credited, deal);
        long[] grossParts = gross == credited ? parts : splitOverLines(gross, deal);
        List<DealCredit.Line> credits = new ArrayList<>(parts.length);
        for (int i = 0; i < parts.length; i++) {
            LineFacts line = lines.get(i);
            credits.add(new DealCredit.Line(
                    line.product(),
                    line.category(),
                    line.tags(),
                    parts[i],
                    grossParts[i],
                    line.quantityMillis(),
                    line.creditedMillis().get(party)));
        }
        return credits;
    }

    /** The deal's amount rules over its lines: what is credited is spread over them in proportion to their own amounts. */
    static long[] splitOverLines(long credited, DealEvent deal) {
        long[] weights = new long[deal.lines().size()];
        if (weights.length == 0) {
            return weights;
        }
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
        return LargestRemainder.split(credited, weights);
    }
}
