package dev.premia.domain.credit;

import dev.premia.domain.event.DatedTag;
import dev.premia.domain.money.MoneyView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One party's part of one deal as it stands now: net of refunds, split, in minor units.
 *
 * @param deal the deal's qualified id
 * @param revision the deal revision that it was derived from
 * @param subject who is credited; the company where the deal has no owner
 * @param overlay whether it counts for the receiver only
 * @param shareNanos the party's share of the deal in billionths; the main parties' shares sum to exactly one billion
 * @param currency ISO code of the amounts, null when the deal has no amount
 * @param wholeMinor the whole deal's net amount, minor units
 * @param creditedMinor this party's part of it, minor units
 * @param cash what was agreed before refunds, and what the customer paid
 * @param costs this party's part of what the deal cost; null when its cost is not known
 * @param closedAt null while open
 * @param customerTags the customer's tags on the day of the win, once they are known; never stored
 * @param stages every stage that the deal has been in, as {@link Measures#stage} tells them apart, ascending
 * @param lines this party's part of each product line; they sum to {@code creditedMinor}
 * @param conversions the same money in the other currencies in which it is read; empty when all read the deal's own
 */
public record DealCredit(
        String deal,
        long revision,
        Subject subject,
        boolean overlay,
        DealOutcome outcome,
        Instant createdAt,
        Instant closedAt,
        long shareNanos,
        String currency,
        long wholeMinor,
        long creditedMinor,
        Cash cash,
        Costs costs,
        String customer,
        String lead,
        String campaign,
        String segment,
        String pipeline,
        String stage,
        List<Long> stages,
        String lostReason,
        String contractRenewal,
        List<String> tags,
        List<Line> lines,
        Map<String, String> attributes,
        List<String> customerTags,
        List<Conversion> conversions) {

    /** Shares are counted in billionths, so that thirds of a deal still sum to one. */
    public static final long WHOLE_SHARE = 1_000_000_000L;

    /** The number of decimal digits of {@link #WHOLE_SHARE}. */
    public static final int SHARE_DIGITS = 9;

    /**
     * The credited part of a product line.
     *
     * @param product the product's id
     * @param category the product's category; null while the product is unknown or has none
     * @param tags tags of the line, and those of its product that may hold on the day of the close, in some zone
     * @param money in the deal's currency
     * @param quantityMillis units of the whole deal's line, thousandths
     * @param creditedMillis this party's part of them; the main parties' parts sum to the whole
     */
    public record Line(
            String product,
            String category,
            List<DatedTag> tags,
            LineMoney money,
            long quantityMillis,
            long creditedMillis) {
        public Line {
            tags = List.copyOf(tags);
        }

        /** A line that is credited to one party, of whose product nothing is known. */
        public Line(String product, long creditedMinor, long grossMinor, long quantityMillis) {
            this(
                    product,
                    null,
                    List.of(),
                    new LineMoney(creditedMinor, grossMinor, creditedMinor, grossMinor),
                    quantityMillis,
                    quantityMillis);
        }

        /** This party's part, net of refunds. */
        public long creditedMinor() {
            return money.creditedMinor();
        }

        /** What would be credited if nothing had been refunded. */
        public long grossMinor() {
            return money.grossMinor();
        }

        Line withMoney(LineMoney newMoney) {
            return new Line(product, category, tags, newMoney, quantityMillis, creditedMillis);
        }

        Line withTags(List<DatedTag> newTags) {
            return new Line(product, category, newTags, money, quantityMillis, creditedMillis);
        }

        Line withoutRefunds() {
            return withMoney(money.withoutRefunds());
        }
    }

    /**
     * The deal's amount with refunds ignored, and every movement of money in the deal's currency.
     *
     * @param wholeMinor the whole deal's amount before refunds, minor units
     * @param creditedMinor this party's part of it; the main parties' parts sum to the whole
     * @param payments by instant
     */
    public record Cash(long wholeMinor, long creditedMinor, List<Payment> payments) {
        public Cash {
            payments = List.copyOf(payments);
        }

        /** An amount of which nothing was refunded or paid. */
        public static Cash unpaid(long wholeMinor, long creditedMinor) {
            return new Cash(wholeMinor, creditedMinor, List.of());
        }
    }

    /**
     * A payment of the deal; negative when it is a refund or a bounce.
     *
     * @param wholeMinor all of it, minor units of the deal's currency
     * @param creditedMinor this party's part; the main parties' parts sum to the whole
     */
    public record Payment(Instant paidAt, long wholeMinor, long creditedMinor) {}

    /**
     * Parts of a deal's costs, in minor units of its currency.
     *
     * @param wholeMinor cost of the goods of the whole deal
     * @param costMinor cost of the goods
     * @param expensesMinor allocated operating expense, 0 when not stated
     * @param taxMinor tax, 0 when not stated
     */
    public record Costs(long wholeMinor, long costMinor, long expensesMinor, long taxMinor) {}

    public DealCredit {
        stages = List.copyOf(stages);
        tags = List.copyOf(tags);
        lines = List.copyOf(lines);
        attributes = Map.copyOf(attributes);
        customerTags = List.copyOf(customerTags);
        conversions = List.copyOf(conversions);
    }

    /** A credit whose money is read in its own currency only, and of whose customer nothing is known but its id. */
    public DealCredit(
            String deal,
            long revision,
            Subject subject,
            boolean overlay,
            DealOutcome outcome,
            Instant createdAt,
            Instant closedAt,
            long shareNanos,
            String currency,
            long wholeMinor,
            long creditedMinor,
            Cash cash,
            Costs costs,
            String customer,
            String lead,
            String campaign,
            String segment,
            String pipeline,
            String stage,
            List<Long> stages,
            String lostReason,
            String contractRenewal,
            List<String> tags,
            List<Line> lines,
            Map<String, String> attributes) {
        this(
                deal,
                revision,
                subject,
                overlay,
                outcome,
                createdAt,
                closedAt,
                shareNanos,
                currency,
                wholeMinor,
                creditedMinor,
                cash,
                costs,
                customer,
                lead,
                campaign,
                segment,
                pipeline,
                stage,
                stages,
                lostReason,
                contractRenewal,
                tags,
                lines,
                attributes,
                List.of(),
                List.of());
    }

    /**
     * The credit as somebody reads it: itself in its own currency, else with every amount converted. Where nothing was
     * converted, because there is no rate or the deal is not closed, it is a credit without an amount.
     */
    public DealCredit readBy(MoneyView view) {
        if (currency == null || currency.equals(view.currency())) {
            return this;
        }
        for (Conversion each : conversions) {
            if (each.view().equals(view)) {
                return each.isWithoutAmount() ? withoutAmount(List.of(each)) : convertedBy(each);
            }
        }
        return withoutAmount(
                List.of(new Conversion(view, currency, 0, 0, Cash.unpaid(0, 0), null, List.of(), List.of())));
    }

    /** How the amounts of a credit that was read in another currency came about; null when they are the deal's own. */
    public Conversion conversion() {
        boolean converted = conversions.size() == 1
                && (currency == null || conversions.get(0).view().currency().equals(currency));
        return converted ? conversions.get(0) : null;
    }

    /** ISO 4217 code of the deal's own currency, also where its amounts were converted; null when it has no amount. */
    public String statedCurrency() {
        Conversion conversion = conversion();
        return conversion == null ? currency : conversion.from();
    }

    private DealCredit withoutAmount(List<Conversion> conversion) {
        List<Line> empty =
                lines.stream().map(line -> line.withMoney(LineMoney.NONE)).toList();
        Amounts none = new Amounts(null, 0, 0, Cash.unpaid(0, 0), null, empty);
        return with(revision, subject, outcome, none, customerTags, conversion);
    }

    private DealCredit convertedBy(Conversion by) {
        List<Line> converted = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size(); i++) {
            converted.add(lines.get(i).withMoney(by.lines().get(i)));
        }
        Amounts amounts = new Amounts(
                by.view().currency(), by.wholeMinor(), by.creditedMinor(), by.cash(), by.costs(), converted);
        return with(revision, subject, outcome, amounts, customerTags, List.of(by));
    }

    /** Everything that depends on the currency. */
    private record Amounts(
            String currency, long wholeMinor, long creditedMinor, Cash cash, Costs costs, List<Line> lines) {}

    private Amounts amounts() {
        return new Amounts(currency, wholeMinor, creditedMinor, cash, costs, lines);
    }

    public boolean isWon() {
        return outcome == DealOutcome.WON;
    }

    /** Whether two credits say the same of money and measures, whatever revision they come from. */
    public boolean sameContent(DealCredit other) {
        return other != null && withRevision(0).equals(other.withRevision(0));
    }

    /** Whether the deal was won, also where all of it was refunded since. */
    public boolean wasWon() {
        return outcome == DealOutcome.WON || outcome == DealOutcome.REFUNDED;
    }

    private static final String OVERLAY_SUFFIX = "+overlay";

    /** The key of the credit among all credits of its subject. */
    public String key() {
        return overlay ? deal + OVERLAY_SUFFIX : deal;
    }

    /** The keys that credits of a deal may have. */
    public static List<String> keysOf(String deal) {
        return List.of(deal, deal + OVERLAY_SUFFIX);
    }

    /** The credit as it would be if nothing had been refunded. Costs are the same: a refund does not lower them. */
    public DealCredit withoutRefunds() {
        if (cash.wholeMinor() == wholeMinor && cash.creditedMinor() == creditedMinor) {
            return this;
        }
        List<Line> gross = lines.stream().map(Line::withoutRefunds).toList();
        Amounts before = new Amounts(currency, cash.wholeMinor(), cash.creditedMinor(), cash, costs, gross);
        DealOutcome then = outcome == DealOutcome.REFUNDED ? DealOutcome.WON : outcome;
        List<Conversion> converted =
                conversions.stream().map(Conversion::withoutRefunds).toList();
        return with(revision, subject, then, before, customerTags, converted);
    }

    private DealCredit withRevision(long newRevision) {
        return with(newRevision, subject, outcome, amounts(), customerTags, conversions);
    }

    /** The same credit with the tags that its customer had on the day of the win. */
    DealCredit withCustomerTags(List<String> newTags) {
        return with(revision, subject, outcome, amounts(), newTags, conversions);
    }

    /** The same credit with what is known of its lines. */
    DealCredit withLines(List<Line> newLines) {
        Amounts same = new Amounts(currency, wholeMinor, creditedMinor, cash, costs, newLines);
        return with(revision, subject, outcome, same, customerTags, conversions);
    }

    /** The same credit of somebody else. */
    DealCredit of(Subject other) {
        return with(revision, other, outcome, amounts(), customerTags, conversions);
    }

    /** A part of this credit that some of its lines make up. */
    DealCredit part(
            long partMinor,
            Cash partOfCash,
            Costs partOfCosts,
            List<Line> someLines,
            List<Conversion> partsOfConversions) {
        Amounts part = new Amounts(currency, wholeMinor, partMinor, partOfCash, partOfCosts, someLines);
        return with(revision, subject, outcome, part, customerTags, partsOfConversions);
    }

    /** What the standard KPIs of things read of a closed deal. */
    DealCredit outline() {
        return new DealCredit(
                deal,
                revision,
                subject,
                overlay,
                outcome,
                null,
                closedAt,
                shareNanos,
                currency,
                wholeMinor,
                creditedMinor,
                Cash.unpaid(0, 0),
                costs,
                customer,
                null,
                campaign,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                conversions.stream().map(Conversion::outline).toList());
    }

    private DealCredit with(
            long newRevision,
            Subject newSubject,
            DealOutcome newOutcome,
            Amounts amounts,
            List<String> newCustomerTags,
            List<Conversion> newConversions) {
        return new DealCredit(
                deal,
                newRevision,
                newSubject,
                overlay,
                newOutcome,
                createdAt,
                closedAt,
                shareNanos,
                amounts.currency(),
                amounts.wholeMinor(),
                amounts.creditedMinor(),
                amounts.cash(),
                amounts.costs(),
                customer,
                lead,
                campaign,
                segment,
                pipeline,
                stage,
                stages,
                lostReason,
                contractRenewal,
                tags,
                amounts.lines(),
                attributes,
                newCustomerTags,
                newConversions);
    }
}
