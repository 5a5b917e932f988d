package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The won deals behind a figure, in canonical order, with the manager's share of each. */
final class DealBranch {
    private final Output output;
    private final ZoneId zone;
    private final int limit;

    DealBranch(Output output, ZoneId zone, int limit) {
        this.output = output;
        this.zone = zone;
        this.limit = limit;
    }

    void addTo(Tree tree, List<DealCredit> deals) {
        Tree branch = tree.add(output.text("выигранные сделки: ", "won deals: ")
                + output.numbers().whole(deals.size())
                + sums(deals));
        deals.stream().limit(limit).forEach(deal -> branch.add(text(deal)));
        if (deals.size() > limit) {
            branch.add(output.text("… ещё ", "… and ")
                    + output.numbers().whole(deals.size() - limit)
                    + output.text("; все: --all", " more; --all shows them"));
        }
    }

    private String sums(List<DealCredit> deals) {
        Map<String, Long> sums = new TreeMap<>();
        deals.stream()
                .filter(deal -> deal.currency() != null)
                .forEach(deal -> sums.merge(deal.currency(), deal.creditedMinor(), Math::addExact));
        StringBuilder text = new StringBuilder();
        sums.forEach(
                (currency, minor) -> text.append(", ").append(output.numbers().money(minor, currency)));
        return text.toString();
    }

    private String text(DealCredit deal) {
        StringBuilder text = new StringBuilder();
        text.append(LocalDate.ofInstant(deal.closedAt(), zone)).append("  ").append(deal.deal());
        text.append(output.text(" (редакция ", " (revision "))
                .append(deal.revision())
                .append(')');
        if (deal.currency() != null) {
            text.append(": ").append(output.numbers().money(deal.creditedMinor(), deal.currency()));
            if (deal.shareNanos() != DealCredit.WHOLE_SHARE || deal.overlay()) {
                BigDecimal share = BigDecimal.valueOf(deal.shareNanos(), DealCredit.SHARE_DIGITS - 2);
                text.append(", ")
                        .append(output.numbers().atMost(share, 2))
                        .append(output.text("% от ", "% of "))
                        .append(output.numbers()
                                .money(Currencies.toAmount(deal.wholeMinor(), deal.currency()), deal.currency()));
            }
        }
        return deal.overlay()
                ? text.append(output.text(", дополнительный зачёт", ", overlay"))
                        .toString()
                : text.toString();
    }
}
