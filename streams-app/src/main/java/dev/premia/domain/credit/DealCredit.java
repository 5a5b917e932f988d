package dev.premia.domain.credit;

import java.time.Instant;
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
        List<String> customerTags) {

    /** Shares are counted in billionths, so that thirds of a deal still sum to one. */
    public static final long WHOLE_SHARE = 1_000_000_000L;

    /** The number of decimal digits of {@link #WHOLE_SHARE}. */
    public static final int SHARE_DIGITS = 9;

    /**
     * The credited part of a product line.
     *
     * @param product the product's id
     * @param creditedMinor minor units of the deal's currency
     * @param grossMinor what would be credited if nothing had been refunded
     * @param quantityMillis units of the whole deal's line, thousandths
     */
    public record Line(String product, long creditedMinor, long grossMinor, long quantityMillis) {
        Line withoutRefunds() {
            return new Line(product, grossMinor, grossMinor, quantityMillis);
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
    }

    /** A credit of whose customer nothing is known but its id. */
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
                List.of());
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
        return new DealCredit(
                deal,
                revision,
                subject,
                overlay,
                outcome == DealOutcome.REFUNDED ? DealOutcome.WON : outcome,
                createdAt,
                closedAt,
                shareNanos,
                currency,
                cash.wholeMinor(),
                cash.creditedMinor(),
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
                gross,
                attributes,
                customerTags);
    }

    private DealCredit withRevision(long newRevision) {
        return with(newRevision, subject, creditedMinor, cash, costs, lines, customerTags);
    }

    /** The same credit with the tags that its customer had on the day of the win. */
    DealCredit withCustomerTags(List<String> newTags) {
        return with(revision, subject, creditedMinor, cash, costs, lines, newTags);
    }

    /** The same credit of somebody else. */
    DealCredit of(Subject other) {
        return with(revision, other, creditedMinor, cash, costs, lines, customerTags);
    }

    /** A part of this credit that some of its lines make up. */
    DealCredit part(long partMinor, Cash partOfCash, Costs partOfCosts, List<Line> someLines) {
        return with(revision, subject, partMinor, partOfCash, partOfCosts, someLines, customerTags);
    }

    private DealCredit with(
            long newRevision,
            Subject newSubject,
            long newCreditedMinor,
            Cash newCash,
            Costs newCosts,
            List<Line> newLines,
            List<String> newCustomerTags) {
        return new DealCredit(
                deal,
                newRevision,
                newSubject,
                overlay,
                outcome,
                createdAt,
                closedAt,
                shareNanos,
                currency,
                wholeMinor,
                newCreditedMinor,
                newCash,
                newCosts,
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
                newLines,
                attributes,
                newCustomerTags);
    }
}
