package dev.premia.domain.credit;

import dev.premia.domain.money.Currencies;
import dev.premia.domain.money.MoneyView;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;

/** Turns the credit of a deal into day cells of its receiver. */
public final class DealMeasuring {
    private static final long SECONDS_OF_DAY = 86_400;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);
    private static final BigDecimal LARGEST_MARKUP = BigDecimal.valueOf(1_000_000_000_000L);

    private DealMeasuring() {}

    /** What is known of a won deal's place among its customer's deals. */
    public enum CustomerOrder {
        /** Not known, or the deal has no customer: neither new nor repeat. */
        NONE,
        FIRST,
        REPEAT
    }

    /**
     * Adds a credit's own measures.
     *
     * @param zone the zone whose calendar days count
     */
    public static void addCells(DealCredit credit, CustomerStanding standing, ZoneId zone, CellSink sink) {
        long mark = credit.overlay() ? Measures.OVERLAY : 0;
        long share = credit.shareNanos();
        int created = credit.createdAt() == null ? Integer.MIN_VALUE : day(credit.createdAt(), zone);
        boolean hasCreation = credit.createdAt() != null;
        if (hasCreation) {
            sink.add(created, Measures.DEALS_CREATED | mark, 0, share);
            for (long stage : credit.stages()) {
                sink.add(created, Measures.STAGE_REACHED | mark, stage, share);
            }
        }
        if (credit.currency() != null) {
            addPayments(credit, Currencies.numericCode(credit.currency()), zone, mark, sink);
        }
        for (Conversion conversion : credit.conversions()) {
            // A credit that was read in another currency is measured as it was read.
            if (credit.conversion() == null && conversion.view().zone().equals(zone)) {
                addConverted(credit.readBy(conversion.view()), conversion, standing, mark, sink);
            }
        }
        if (credit.closedAt() == null) {
            return;
        }
        int closed = day(credit.closedAt(), zone);
        if (hasCreation) {
            sink.add(closed, Measures.DEALS_CLOSED | mark, 0, share);
        }
        if (credit.outcome() == DealOutcome.LOST) {
            sink.add(closed, Measures.LOST_DEALS | mark, 0, share);
            if (credit.lostReason() != null) {
                sink.add(closed, Measures.LOST_BY_REASON | mark, Measures.textDimension(credit.lostReason()), share);
            }
        } else if (credit.isWon()) {
            sink.add(closed, Measures.WON_DEALS | mark, 0, share);
            if (hasCreation) {
                sink.add(closed, Measures.CYCLE_DAYS | mark, Math.max(0, closed - created), share);
            }
            LineMeasuring.addUnits(credit, closed, mark, sink);
            addMoney(credit, closed, standing.order(), mark, sink);
            if (credit.currency() != null) {
                long currency = Currencies.numericCode(credit.currency());
                addCustomer(credit, currency, closed, standing, zone, mark, sink);
                addCampaign(credit, currency, closed, mark, sink);
            }
        }
    }

    /** Adds what others than those who read the deal's own currency read of it. */
    private static void addConverted(
            DealCredit read, Conversion conversion, CustomerStanding standing, long mark, CellSink sink) {
        MoneyView view = conversion.view();
        addPayments(read, view.converted(), view.zone(), mark, sink);
        if (!read.isWon()) {
            return;
        }
        int closed = day(read.closedAt(), view.zone());
        if (read.currency() != null) {
            addAmounts(read, view.converted(), closed, standing.order(), mark, sink);
            addCustomer(read, view.converted(), closed, standing, view.zone(), mark, sink);
            addCampaign(read, view.converted(), closed, mark, sink);
        }
        if (conversion.dayWithoutRate() != null) {
            long currency = Currencies.numericCode(conversion.from());
            sink.add(closed, Measures.UNCONVERTED | mark, Measures.unconverted(view, currency), read.shareNanos());
        }
    }

    private static void addPayments(DealCredit credit, long currency, ZoneId zone, long mark, CellSink sink) {
        for (DealCredit.Payment payment : credit.cash().payments()) {
            sink.add(day(payment.paidAt(), zone), Measures.PAID | mark, currency, payment.creditedMinor());
        }
    }

    private static void addMoney(DealCredit credit, int day, CustomerOrder order, long mark, CellSink sink) {
        if (order == CustomerOrder.FIRST) {
            sink.add(day, Measures.NEW_CUSTOMERS | mark, 0, credit.shareNanos());
        } else if (order == CustomerOrder.REPEAT) {
            sink.add(day, Measures.REPEAT_DEALS | mark, 0, credit.shareNanos());
        }
        if (credit.currency() == null) {
            return;
        }
        if (credit.costs() == null) {
            sink.add(day, Measures.UNCOSTED_DEALS | mark, 0, credit.shareNanos());
        }
        addAmounts(credit, Currencies.numericCode(credit.currency()), day, order, mark, sink);
    }

    /** Adds the amounts of a won deal under the number of a currency, or of money that was converted into it. */
    private static void addAmounts(
            DealCredit credit, long currency, int day, CustomerOrder order, long mark, CellSink sink) {
        sink.add(day, Measures.REVENUE | mark, currency, credit.creditedMinor());
        sink.add(day, Measures.PRICED_DEALS | mark, currency, credit.shareNanos());
        LineMeasuring.addRevenue(credit, currency, day, mark, sink);
        addCosts(credit, day, currency, mark, sink);
        if (order == CustomerOrder.FIRST) {
            sink.add(day, Measures.FIRST_REVENUE | mark, currency, credit.creditedMinor());
        } else if (order == CustomerOrder.REPEAT) {
            sink.add(day, Measures.REPEAT_REVENUE | mark, currency, credit.creditedMinor());
        }
    }

    private static void addCampaign(DealCredit credit, long currency, int day, long mark, CellSink sink) {
        if (credit.campaign() != null && credit.costs() != null) {
            long profit =
                    Math.subtractExact(credit.creditedMinor(), credit.costs().costMinor());
            sink.add(day, Measures.CAMPAIGN_PROFIT | mark, currency, profit);
        }
    }

    /** What the deal is to its customer beside new or repeat. */
    private static void addCustomer(
            DealCredit credit,
            long currency,
            int day,
            CustomerStanding standing,
            ZoneId zone,
            long mark,
            CellSink sink) {
        if (credit.customer() == null) {
            return;
        }
        boolean repeat = standing.order() == CustomerOrder.REPEAT;
        boolean vip = standing.tagsOn(LocalDate.ofEpochDay(day)).contains(CustomerStanding.VIP);
        long since = repeat ? Measures.since(day(standing.firstAt(), zone), day, currency) : 0;
        if (repeat) {
            sink.add(day, Measures.EXISTING_REVENUE | mark, since, credit.creditedMinor());
        }
        if (vip) {
            sink.add(day, Measures.VIP_REVENUE | mark, currency, credit.creditedMinor());
        }
        if (credit.costs() == null) {
            return;
        }
        long profit = Math.subtractExact(credit.creditedMinor(), credit.costs().costMinor());
        sink.add(day, Measures.CUSTOMER_PROFIT | mark, currency, profit);
        if (repeat) {
            sink.add(day, Measures.EXISTING_PROFIT | mark, since, profit);
        }
        if (vip) {
            sink.add(day, Measures.VIP_PROFIT | mark, currency, profit);
        }
    }

    private static void addCosts(DealCredit credit, int day, long currency, long mark, CellSink sink) {
        DealCredit.Costs costs = credit.costs();
        if (costs == null) {
            return;
        }
        sink.add(day, Measures.COSTED_REVENUE | mark, currency, credit.creditedMinor());
        sink.add(day, Measures.COST | mark, currency, costs.costMinor());
        sink.add(day, Measures.EXPENSES | mark, currency, costs.expensesMinor());
        sink.add(day, Measures.TAX | mark, currency, costs.taxMinor());
        if (costs.wholeMinor() > 0) {
            // A threshold looks at the whole deal: a party's part is rounded.
            long markup = markup(credit.wholeMinor(), costs.wholeMinor());
            sink.add(day, Measures.MARKUP_REVENUE | mark, Measures.markup(markup, currency), credit.creditedMinor());
        }
    }

    /** (price - cost) / cost in ten-thousandths, rounded down; what is beyond the largest one counts as that. */
    private static long markup(long price, long cost) {
        return BigDecimal.valueOf(price)
                .subtract(BigDecimal.valueOf(cost))
                .multiply(TEN_THOUSAND)
                .divide(BigDecimal.valueOf(cost), 0, RoundingMode.FLOOR)
                .min(LARGEST_MARKUP)
                .longValueExact();
    }

    /** Adds the measures that plans define. */
    public static void addDefinedCells(
            DealCredit credit,
            CustomerStanding standing,
            ZoneId zone,
            Collection<? extends DealMeasure> definitions,
            CellSink sink) {
        // Of a deal that is refunded in full the customers' stage says nothing, also where refunds are ignored.
        CustomerStanding ofWon = credit.isWon() ? standing : CustomerStanding.NONE;
        DealCredit known = LineMeasuring.onTheDay(ofWon.complete(credit, zone), zone);
        for (DealMeasure definition : definitions) {
            definition.addCells(known, ofWon, zone, sink);
        }
    }

    /** The calendar day of an instant in a zone, as an epoch day. */
    public static int day(Instant instant, ZoneId zone) {
        int offset = zone.getRules().getOffset(instant).getTotalSeconds();
        return (int) Math.floorDiv(instant.getEpochSecond() + offset, SECONDS_OF_DAY);
    }
}
