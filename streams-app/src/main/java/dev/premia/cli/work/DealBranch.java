package dev.premia.cli.work;

import dev.premia.cli.Output;
import dev.premia.domain.control.Decisions;
import dev.premia.domain.credit.Conversion;
import dev.premia.domain.credit.DealCredit;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.money.Currencies;
import dev.premia.replay.history.ManagerHistory;
import dev.premia.replay.history.Revision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The won deals behind a figure, in canonical order, with the manager's share of each. */
final class DealBranch {
    private final Output output;
    private final ZoneId zone;
    private final int limit;
    private ManagerHistory history;
    private Decisions decisions;
    private String manager;

    DealBranch(Output output, ZoneId zone, int limit) {
        this.output = output;
        this.zone = zone;
        this.limit = limit;
    }

    /**
     * Tells of each deal how it came to what it is: its parties, the rate, earlier revisions, payments, decisions.
     *
     * @param whose of contests and amounts by hand the part of this manager is told
     */
    DealBranch telling(ManagerHistory told, Decisions taken, String whose) {
        history = told;
        decisions = taken;
        manager = whose;
        return this;
    }

    void addTo(Tree tree, List<DealCredit> deals) {
        addTo(tree, output.text("выигранные сделки: ", "won deals: "), deals);
    }

    void addTo(Tree tree, String title, List<DealCredit> deals) {
        Tree branch = tree.add(title + output.numbers().whole(deals.size()) + sums(deals));
        deals.stream().limit(output.forPeople() ? limit : Integer.MAX_VALUE).forEach(deal -> {
            Tree leaf = branch.add("deal", text(deal))
                    .with("deal", deal.deal())
                    .with("revision", deal.revision())
                    .with("closed_at", deal.closedAt().toString())
                    .with("share", BigDecimal.valueOf(deal.shareNanos(), DealCredit.SHARE_DIGITS))
                    .with("credited_minor", deal.creditedMinor())
                    .with("whole_minor", deal.wholeMinor())
                    .with("currency", deal.currency())
                    .with("overlay", deal.overlay());
            if (history != null) {
                tell(leaf, deal);
            }
        });
        if (deals.size() > limit) {
            branch.add(output.text("… ещё ", "… and ")
                    + output.numbers().whole(deals.size() - limit)
                    + output.text("; все: --all", " more; --all shows them"));
        }
    }

    private void tell(Tree leaf, DealCredit deal) {
        List<Revision> revisions = history.of("deal", deal.deal());
        RevisionBranch texts = new RevisionBranch(output, zone);
        parties(leaf, revisions);
        deal.conversions().forEach(conversion -> rates(leaf, conversion));
        int from = limit == Integer.MAX_VALUE ? 0 : firstWon(revisions);
        if (from > 1 && output.forPeople()) {
            leaf.add(output.text("до выигрыша: ", "before it was won: ")
                    + output.numbers().whole(from)
                    + output.text(" ред.; все: --all", " revisions; --all shows them"));
        }
        texts.addTo(leaf, revisions, output.forPeople() ? from : 0);
        List<Revision> payments = history.paymentsOf(deal.deal());
        for (int i = 0; i < payments.size(); i++) {
            Revision payment = payments.get(i);
            boolean again = i > 0
                    && payments.get(i - 1).event().id().equals(payment.event().id());
            texts.addPayment(leaf, payment, again ? payments.get(i - 1) : null);
        }
        DecisionLeaf decided = new DecisionLeaf(output, new InstantText(zone, output), history);
        decisions.transfers(deal.deal()).forEach(each -> decided.addTo(leaf, each, manager));
        decisions.holdsAndReleases(deal.deal()).forEach(each -> decided.addTo(leaf, each, manager));
    }

    /** Who shares the deal, where it is more than one. */
    private void parties(Tree leaf, List<Revision> revisions) {
        if (!revisions.isEmpty()
                && revisions.get(revisions.size() - 1).event() instanceof DealEvent event
                && event.credits().size() > 1) {
            String split = event.credits().stream()
                    .map(each -> each.manager() + " "
                            + (each.share() == null
                                    ? output.text("вес ", "weight ") + each.weight()
                                    : output.numbers().atMost(each.share().movePointRight(2), 2) + "%")
                            + (each.overlay() ? output.text(" (дополнительно)", " (overlay)") : ""))
                    .collect(Collectors.joining(", "));
            leaf.add("split", output.text("доли: ", "split: ") + split)
                    .with(
                            "parties",
                            event.credits().stream()
                                    .map(each -> each.manager() + " "
                                            + (each.share() == null
                                                    ? "weight " + each.weight()
                                                    : each.share().toPlainString()))
                                    .toList());
        }
    }

    private void rates(Tree leaf, Conversion conversion) {
        for (Conversion.RateUse use : conversion.uses()) {
            String currency = conversion.view().currency();
            if (use.rate() == null) {
                leaf.add("rate", output.text("курса нет на ", "no rate of ") + use.day())
                        .with("day", use.day().toString())
                        .with("rate", null);
                continue;
            }
            ExchangeRates.Applied applied = use.rate();
            String base = applied.inverse() ? currency : conversion.from();
            String quote = applied.inverse() ? conversion.from() : currency;
            leaf.add(
                            "rate",
                            output.text("курс на ", "rate of ") + applied.date() + ": " + applied.units() + " " + base
                                    + " = " + output.numbers().atMost(applied.rate(), 6) + " " + quote + " → "
                                    + output.numbers()
                                            .money(Currencies.toAmount(conversion.creditedMinor(), currency), currency))
                    .with("day", use.day().toString())
                    .with("rate_date", applied.date().toString())
                    .with("rate", applied.rate())
                    .with("units", applied.units())
                    .with("base", base)
                    .with("quote", quote);
        }
    }

    /** Where the current run of won revisions begins. */
    private static int firstWon(List<Revision> revisions) {
        int first = revisions.size();
        while (first > 0 && revisions.get(first - 1).event() instanceof DealEvent event && event.isWon()) {
            first--;
        }
        return first;
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
