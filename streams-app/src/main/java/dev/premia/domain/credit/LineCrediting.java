package dev.premia.domain.credit;

import dev.premia.domain.event.DatedTag;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.ProductRecord;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Derives each party's part of a deal's lines: money in proportion to the lines' own amounts, units by the party's share. */
final class LineCrediting {
    private final DealEvent deal;
    private final List<LineFacts> lines;
    private final LineSplit split;

    /**
     * What all parties have in common of a line.
     *
     * @param creditedMillis each party's units, thousandths
     */
    private record LineFacts(
            String product, String category, List<DatedTag> tags, long quantityMillis, List<Long> creditedMillis) {}

    /**
     * @param net the whole deal's amount, minor units
     * @param gross the same before refunds
     */
    LineCrediting(DealEvent deal, long net, long gross, Parties parties, DealTerms terms) {
        this.deal = deal;
        this.split = new LineSplit(deal, net, gross);
        this.lines =
                deal.lines().stream().map(line -> factsOf(line, parties, terms)).toList();
    }

    private LineFacts factsOf(DealLine line, Parties parties, DealTerms terms) {
        ProductRecord product = line.product() == null ? null : terms.products().apply(line.product());
        long millis = LineSplit.quantity(line)
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
        List<LineMoney> money = split.of(credited, gross);
        List<DealCredit.Line> credits = new ArrayList<>(money.size());
        for (int i = 0; i < lines.size(); i++) {
            LineFacts line = lines.get(i);
            credits.add(new DealCredit.Line(
                    line.product(),
                    line.category(),
                    line.tags(),
                    money.get(i),
                    line.quantityMillis(),
                    line.creditedMillis().get(party)));
        }
        return credits;
    }
}
