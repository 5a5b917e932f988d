package dev.premia.domain.credit;

import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealLine;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.PaymentKind;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.money.Currencies;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** Derives the credits of a deal: net of refunds, rounded once, split by largest remainder. */
public final class DealCrediting {
    private DealCrediting() {}

    /** The credits of the deal in its own currency, and without anything that products say. */
    public static List<DealCredit> creditsOf(DealFact fact) {
        return creditsOf(fact, DealTerms.NONE);
    }

    /** The credits of the deal as it stands; empty when it is deleted or only payments are known. */
    public static List<DealCredit> creditsOf(DealFact fact, DealTerms terms) {
        DealEvent deal = fact.current();
        if (deal == null || deal.header().deleted()) {
            return List.of();
        }
        return credits(fact, Parties.of(fact, terms.transfers().apply(deal.id())), terms);
    }

    /** The whole deal, main credits together, as if nobody shared it; the deal must be alive. */
    static DealCredit wholeOf(DealFact fact, DealTerms terms) {
        return credits(fact, Parties.everybody(), terms).get(0);
    }

    private static List<DealCredit> credits(DealFact fact, Parties parties, DealTerms terms) {
        DealEvent deal = fact.current();
        long gross = deal.amount() == null || deal.currency() == null
                ? 0
                : Currencies.toMinor(deal.amount(), deal.currency());
        long net = Math.max(0, gross - refundedMinor(fact, deal.currency()));
        DealOutcome outcome = outcome(deal, gross, net);
        List<DealCredit> credits = new ArrayList<>(parties.size());
        List<Long> credited = parties.split(net);
        List<DealCredit.Cash> cash = cash(fact, gross, parties);
        WholeCosts wholeCosts = wholeCosts(deal);
        List<DealCredit.Costs> costs = costs(wholeCosts, parties);
        List<List<Conversion>> conversions = DealConversion.of(fact, gross, net, wholeCosts, parties, terms);
        List<Long> stages = stages(fact);
        LineCrediting lines = new LineCrediting(deal, net, gross, parties, terms);
        for (int i = 0; i < parties.size(); i++) {
            if (!parties.isEmpty(i)) {
                credits.add(credit(
                        deal,
                        parties.get(i),
                        outcome,
                        net,
                        credited.get(i),
                        cash.get(i),
                        costs.get(i),
                        stages,
                        lines.of(i, credited.get(i), cash.get(i).creditedMinor()),
                        conversions.isEmpty() ? List.of() : conversions.get(i)));
            }
        }
        return credits;
    }

    /** Every stage that a revision of the deal names, the win among them; each once. */
    private static List<Long> stages(DealFact fact) {
        TreeSet<Long> stages = new TreeSet<>();
        for (DealFact.SeenRevision seen : fact.history()) {
            if (seen.stage() != null) {
                stages.add(Measures.stage(seen.pipeline(), seen.stage()));
            }
            if (seen.won()) {
                stages.add(Measures.stage(seen.pipeline(), Measures.WON_STAGE));
            }
        }
        return List.copyOf(stages);
    }

    /** The contract that a deal renews; null unless it is won and names one. */
    public static String renewedBy(List<DealCredit> credits) {
        return credits.isEmpty() || !credits.get(0).isWon()
                ? null
                : credits.get(0).contractRenewal();
    }

    /** Each party's part of the amount before refunds, and of every payment. */
    private static List<DealCredit.Cash> cash(DealFact fact, long gross, Parties parties) {
        List<Long> amounts = parties.split(gross);
        List<List<DealCredit.Payment>> payments = payments(fact, parties);
        List<DealCredit.Cash> cash = new ArrayList<>(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            cash.add(new DealCredit.Cash(gross, amounts.get(i), payments.get(i)));
        }
        return cash;
    }

    private static List<List<DealCredit.Payment>> payments(DealFact fact, Parties parties) {
        if (fact.payments().isEmpty()) {
            return Collections.nCopies(parties.size(), List.of());
        }
        List<List<DealCredit.Payment>> byParty = new ArrayList<>(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            byParty.add(new ArrayList<>(fact.payments().size()));
        }
        String currency = fact.current().currency();
        fact.payments().values().stream()
                .filter(payment -> payment.currency().equals(currency))
                .sorted(Comparator.comparing(PaymentEvent::paidAt).thenComparing(PaymentEvent::id))
                .forEach(payment -> {
                    int sign = payment.kind() == PaymentKind.PAYMENT ? 1 : -1;
                    long whole = Currencies.toMinor(payment.amount(), currency);
                    List<Long> parts = parties.split(whole);
                    for (int i = 0; i < parts.size(); i++) {
                        byParty.get(i).add(new DealCredit.Payment(payment.paidAt(), sign * whole, sign * parts.get(i)));
                    }
                });
        return byParty;
    }

    /** The costs of a whole deal, minor units. */
    record WholeCosts(long goods, long expenses, long tax) {}

    /** The costs of the whole deal; null when its cost is not known. */
    private static WholeCosts wholeCosts(DealEvent deal) {
        BigDecimal cost = deal.cost() == null ? costOfLines(deal) : deal.cost();
        return cost == null || deal.currency() == null
                ? null
                : new WholeCosts(minor(cost, deal), minor(deal.expenses(), deal), minor(deal.tax(), deal));
    }

    /** Each party's part of the costs; nulls when the deal's cost is not known. */
    static List<DealCredit.Costs> costs(WholeCosts whole, Parties parties) {
        if (whole == null) {
            return Collections.nCopies(parties.size(), null);
        }
        List<Long> goods = parties.split(whole.goods());
        List<Long> expenses = parties.split(whole.expenses());
        List<Long> tax = parties.split(whole.tax());
        List<DealCredit.Costs> costs = new ArrayList<>(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            costs.add(new DealCredit.Costs(whole.goods(), goods.get(i), expenses.get(i), tax.get(i)));
        }
        return costs;
    }

    private static long minor(BigDecimal amount, DealEvent deal) {
        return amount == null ? 0 : Currencies.toMinor(amount, deal.currency());
    }

    /** The cost of all lines, or null when there are none or one of them does not state it. */
    private static BigDecimal costOfLines(DealEvent deal) {
        BigDecimal cost = null;
        for (DealLine line : deal.lines()) {
            if (line.cost() == null) {
                return null;
            }
            BigDecimal ofLine =
                    line.quantity() == null ? line.cost() : line.cost().multiply(line.quantity());
            cost = cost == null ? ofLine : cost.add(ofLine);
        }
        return cost;
    }

    private static DealOutcome outcome(DealEvent deal, long gross, long net) {
        return switch (deal.status()) {
            case OPEN -> DealOutcome.OPEN;
            case LOST -> DealOutcome.LOST;
            case WON -> gross > 0 && net == 0 ? DealOutcome.REFUNDED : DealOutcome.WON;
        };
    }

    private static long refundedMinor(DealFact fact, String currency) {
        long refunded = 0;
        for (PaymentEvent payment : fact.payments().values()) {
            boolean refund = payment.kind() == PaymentKind.REFUND;
            if (refund && payment.currency().equals(currency)) {
                refunded = Math.addExact(refunded, Currencies.toMinor(payment.amount(), currency));
            }
        }
        return refunded;
    }

    private static DealCredit credit(
            DealEvent deal,
            Parties.Party party,
            DealOutcome outcome,
            long net,
            long credited,
            DealCredit.Cash cash,
            DealCredit.Costs costs,
            List<Long> stages,
            List<DealCredit.Line> lines,
            List<Conversion> conversions) {
        return new DealCredit(
                deal.id(),
                deal.revision(),
                party.subject(),
                party.overlay(),
                outcome,
                deal.createdAt(),
                deal.status() == DealStatus.OPEN ? null : deal.closedAt(),
                party.shareNanos(),
                deal.currency(),
                net,
                credited,
                cash,
                costs,
                deal.customer(),
                deal.lead(),
                deal.campaign(),
                deal.segment(),
                deal.pipeline(),
                deal.stage(),
                stages,
                deal.lostReason(),
                deal.contractRenewal(),
                deal.tags(),
                lines,
                deal.attributes(),
                List.of(),
                conversions);
    }
}
