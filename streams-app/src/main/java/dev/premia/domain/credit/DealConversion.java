package dev.premia.domain.credit;

import dev.premia.domain.credit.Conversion.RateUse;
import dev.premia.domain.credit.DealCrediting.WholeCosts;
import dev.premia.domain.event.DealEvent;
import dev.premia.domain.event.DealStatus;
import dev.premia.domain.event.PaymentEvent;
import dev.premia.domain.event.PaymentKind;
import dev.premia.domain.fact.DealFact;
import dev.premia.domain.fact.ExchangeRates;
import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.MoneyView;
import dev.premia.domain.money.RateDate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Converts a whole deal into one currency in which it is read, rounds once, and splits the result among its parties. At the
 * rate of the win a deal has one rate. At the rate of payments each payment has the rate of its own day, up to what the deal
 * is worth, and costs count in proportion to what is paid.
 */
final class DealConversion {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    /** What a rate makes larger than this has no place among sums of minor units: it counts as not converted. */
    private static final BigDecimal LARGEST = new BigDecimal("10000000000000");

    private static final Comparator<PaymentEvent> BY_TIME =
            Comparator.comparing(PaymentEvent::paidAt).thenComparing(PaymentEvent::id);

    private final DealEvent deal;
    private final MoneyView view;
    private final ExchangeRates rates;
    private final List<PaymentEvent> payments;
    /** By day. */
    private final TreeMap<LocalDate, RateUse> uses = new TreeMap<>();

    private DealConversion(DealFact fact, MoneyView view, ExchangeRates rates) {
        this.deal = fact.current();
        this.view = view;
        this.rates = rates;
        this.payments = fact.payments().values().stream()
                .filter(each -> each.currency().equals(deal.currency()))
                .sorted(BY_TIME)
                .toList();
    }

    /**
     * Each party's conversions; empty when every view reads the deal's own currency, or the deal has nothing to convert.
     *
     * @param grossMinor the whole deal's amount before refunds
     * @param netMinor the same after them
     * @param costs of the whole deal, null when not known
     */
    static List<List<Conversion>> of(
            DealFact fact, long grossMinor, long netMinor, WholeCosts costs, Parties parties, DealTerms terms) {
        DealEvent deal = fact.current();
        if (deal.currency() == null) {
            return List.of();
        }
        List<List<Conversion>> conversions = List.of();
        for (MoneyView view : terms.views()) {
            boolean waits = deal.status() == DealStatus.OPEN && view.rateDate() == RateDate.WIN_DATE;
            if (waits || view.currency().equals(deal.currency())) {
                continue;
            }
            if (conversions.isEmpty()) {
                conversions = new ArrayList<>(parties.size());
                for (int i = 0; i < parties.size(); i++) {
                    conversions.add(new ArrayList<>(1));
                }
            }
            new DealConversion(fact, view, terms.rates()).add(grossMinor, netMinor, costs, parties, conversions);
        }
        return conversions;
    }

    private void add(
            long grossMinor, long netMinor, WholeCosts costs, Parties parties, List<List<Conversion>> conversions) {
        BigDecimal netAmount = worth(netMinor);
        long whole = Currencies.toMinor(netAmount, view.currency());
        long gross = grossMinor == netMinor ? whole : Currencies.toMinor(worth(grossMinor), view.currency());
        List<Long> credited = parties.split(whole);
        List<Long> grossCredited = parties.split(gross);
        List<DealCredit.Costs> ofParties = DealCrediting.costs(converted(costs, perUnit(netAmount, netMinor)), parties);
        List<List<DealCredit.Payment>> movements = movements(parties);
        List<RateUse> used = List.copyOf(uses.values());
        LineSplit ofLines = new LineSplit(deal, whole, gross);
        for (int i = 0; i < parties.size(); i++) {
            DealCredit.Cash cash = new DealCredit.Cash(gross, grossCredited.get(i), movements.get(i));
            List<LineMoney> lines = ofLines.of(credited.get(i), grossCredited.get(i));
            conversions
                    .get(i)
                    .add(new Conversion(
                            view, deal.currency(), whole, credited.get(i), cash, ofParties.get(i), lines, used));
        }
    }

    /** What so much of the deal comes to, exactly. */
    private BigDecimal worth(long minor) {
        if (view.rateDate() == RateDate.WIN_DATE) {
            return converted(minor, deal.closedAt());
        }
        BigDecimal worth = BigDecimal.ZERO;
        long left = Math.min(minor, receivedMinor());
        for (PaymentEvent payment : payments) {
            long counted = payment.kind() == PaymentKind.PAYMENT ? Math.min(left, minorOf(payment)) : 0;
            left -= counted;
            worth = counted == 0 ? worth : worth.add(converted(counted, payment.paidAt()));
        }
        return worth;
    }

    /** What was paid less what bounced, which takes back the latest payments. */
    private long receivedMinor() {
        long received = 0;
        for (PaymentEvent each : payments) {
            if (each.kind() != PaymentKind.REFUND) {
                received = Math.addExact(received, each.kind() == PaymentKind.BOUNCE ? -minorOf(each) : minorOf(each));
            }
        }
        return Math.max(0, received);
    }

    private long minorOf(PaymentEvent payment) {
        return Currencies.toMinor(payment.amount(), deal.currency());
    }

    private BigDecimal converted(long minor, Instant at) {
        RateUse use = uses.computeIfAbsent(LocalDate.ofInstant(at, view.zone()), this::use);
        return use.rate() == null ? BigDecimal.ZERO : use.rate().convert(Currencies.toAmount(minor, deal.currency()));
    }

    private RateUse use(LocalDate day) {
        ExchangeRates.Applied rate =
                rates.find(deal.currency(), view.currency(), day).orElse(null);
        BigDecimal amount =
                deal.amount() == null ? BigDecimal.ONE : deal.amount().max(BigDecimal.ONE);
        boolean tooLarge = rate != null && rate.convert(amount).compareTo(LARGEST) > 0;
        return new RateUse(day, tooLarge ? null : rate);
    }

    /** What one unit of the deal's currency comes to, for its costs. */
    private BigDecimal perUnit(BigDecimal netAmount, long netMinor) {
        if (view.rateDate() == RateDate.WIN_DATE) {
            return converted(1, deal.closedAt()).movePointRight(Currencies.minorDigits(deal.currency()));
        }
        return netMinor == 0
                ? BigDecimal.ZERO
                : netAmount.divide(Currencies.toAmount(netMinor, deal.currency()), PRECISION);
    }

    private WholeCosts converted(WholeCosts costs, BigDecimal perUnit) {
        return costs == null
                ? null
                : new WholeCosts(
                        converted(costs.goods(), perUnit),
                        converted(costs.expenses(), perUnit),
                        converted(costs.tax(), perUnit));
    }

    private long converted(long minor, BigDecimal perUnit) {
        BigDecimal amount = Currencies.toAmount(minor, deal.currency()).multiply(perUnit, PRECISION);
        return Currencies.toMinor(amount.min(LARGEST), view.currency());
    }

    /** Every payment, rounded so that the payments of a whole amount sum to what that amount comes to. */
    private List<List<DealCredit.Payment>> movements(Parties parties) {
        if (payments.isEmpty()) {
            return Collections.nCopies(parties.size(), List.of());
        }
        List<List<DealCredit.Payment>> byParty = new ArrayList<>(parties.size());
        for (int i = 0; i < parties.size(); i++) {
            byParty.add(new ArrayList<>(payments.size()));
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (PaymentEvent payment : payments) {
            BigDecimal amount = converted(
                    minorOf(payment), view.rateDate() == RateDate.WIN_DATE ? deal.closedAt() : payment.paidAt());
            BigDecimal next = payment.kind() == PaymentKind.PAYMENT ? sum.add(amount) : sum.subtract(amount);
            long minor = Math.subtractExact(
                    Currencies.toMinor(next.min(LARGEST), view.currency()),
                    Currencies.toMinor(sum.min(LARGEST), view.currency()));
            sum = next;
            List<Long> parts = parties.split(Math.abs(minor));
            for (int i = 0; i < parts.size(); i++) {
                byParty.get(i).add(new DealCredit.Payment(payment.paidAt(), minor, Long.signum(minor) * parts.get(i)));
            }
        }
        return byParty;
    }
}
