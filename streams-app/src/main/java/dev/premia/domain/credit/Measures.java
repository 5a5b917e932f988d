package dev.premia.domain.credit;

import dev.premia.domain.money.MoneyView;
import dev.premia.domain.time.WindowKind;

/**
 * The additive measures from which every KPI is computed. A measure's number is part of the state format and never
 * changes its meaning. Values are integers: minor units for money, billionths for shares of deals, plain counts and
 * seconds otherwise. Some measures have a second coordinate, their dimension.
 */
public final class Measures {
    private Measures() {}

    /** Net credited amount of won deals, minor units; dimension: ISO numeric code of the currency. */
    public static final long REVENUE = 1;
    /** Share of won deals, billionths. */
    public static final long WON_DEALS = 2;
    /** Share of lost deals at their close, billionths. */
    public static final long LOST_DEALS = 3;
    /** Share of deals at their creation, billionths. */
    public static final long DEALS_CREATED = 4;
    /** Share of closed deals that have a creation instant, at their close, billionths. */
    public static final long DEALS_CLOSED = 5;
    /** Share of won deals by whole calendar days from creation to close; dimension: the days. */
    public static final long CYCLE_DAYS = 6;
    /** Share of deals that are their customer's first, billionths. */
    public static final long NEW_CUSTOMERS = 7;
    /** Net credited amount of such deals, minor units; dimension: currency. */
    public static final long FIRST_REVENUE = 8;
    /** Share of won deals that are not their customer's first, billionths. */
    public static final long REPEAT_DEALS = 9;
    /** Net credited amount of such deals, minor units; dimension: currency. */
    public static final long REPEAT_REVENUE = 10;
    /** Share of won deals that have an amount, billionths; dimension: currency. */
    public static final long PRICED_DEALS = 11;
    /**
     * Customers who bought on the day; dimension: the epoch day of their previous purchase from the subject plus
     * {@link #DAY_OFFSET}, 0 for none. A customer is counted once in any range of days: on its first day in the range.
     */
    public static final long BUYERS = 12;
    /** The same over customers assigned to the subject, from the day of the assignment on. */
    public static final long ASSIGNED_BUYERS = 13;
    /** Customers assigned to the subject, on the first day of the assignment. */
    public static final long ASSIGNED_CUSTOMERS = 14;

    /** Net credited amount of won deals whose cost is known, minor units; dimension: currency. */
    public static final long COSTED_REVENUE = 15;
    /** Their credited cost, minor units; dimension: currency. */
    public static final long COST = 16;
    /** Their credited operating expense, minor units; dimension: currency. */
    public static final long EXPENSES = 17;
    /** Their credited tax, minor units; dimension: currency. */
    public static final long TAX = 18;
    /**
     * Net credited amount of won deals whose cost is known and not 0, minor units; dimension: see {@link #markup}.
     */
    public static final long MARKUP_REVENUE = 19;

    public static final long LEADS_CREATED = 20;
    public static final long LEADS_QUALIFIED = 21;
    public static final long LEADS_CONVERTED = 22;
    public static final long LEADS_TOUCHED = 23;
    /** Leads on the day of their creation that have been qualified since. */
    public static final long COHORT_QUALIFIED = 24;
    /** Leads on the day of their creation that have been converted since. */
    public static final long COHORT_CONVERTED = 25;
    /** Leads on the day of their creation whose deal has been won. */
    public static final long COHORT_WON = 26;

    /** Seconds from creation to first touch, on the day of the touch. */
    public static final long RESPONSE_SECONDS = 27;
    /** Seconds from creation to close, on the day of the close. */
    public static final long HANDLING_SECONDS = 28;
    /** Leads on the day of their close. */
    public static final long LEADS_CLOSED = 29;
    /** Share of won deals whose cost is not known, billionths. */
    public static final long UNCOSTED_DEALS = 30;

    public static final long CALLS = 40;
    public static final long OUTBOUND_CALLS = 41;
    public static final long INBOUND_CALLS = 42;
    public static final long ANSWERED_CALLS = 43;
    /** Conversations that nobody answered. */
    public static final long MISSED_CALLS = 44;

    public static final long TALK_SECONDS = 45;
    /** Answered inbound legs; dimension: seconds waited. */
    public static final long ANSWER_WAIT = 46;

    /** Meetings held. */
    public static final long MEETINGS = 60;
    /** Business trips made. */
    public static final long TRIPS = 61;
    /** Calendar days of those trips, first and last included. */
    public static final long TRIP_DAYS = 62;
    /** E-mails sent. */
    public static final long EMAILS = 63;
    /** Tasks on the day on which they are due, or on which they were created where they have no due day. */
    public static final long TASKS = 64;
    /** Those of them that are done. */
    public static final long TASKS_DONE = 65;
    /** Projects on the day on which they are due. */
    public static final long PROJECTS_DUE = 66;
    /** Those of them that were done by then. */
    public static final long PROJECTS_ON_TIME = 67;
    /** Answers to the question whether a customer would recommend us; dimension: the score, 0 to 10. */
    public static final long NPS_ANSWERS = 68;
    /** Answers about satisfaction; dimension: the score in ten-thousandths. */
    public static final long CSAT_ANSWERS = 69;
    /** Reviewed calls that have a score. */
    public static final long CALL_REVIEWS = 70;
    /** The sum of their scores, billionths. */
    public static final long CALL_REVIEW_SCORE = 71;
    /** Other reviews that have a score. */
    public static final long REVIEWS = 72;
    /** The sum of their scores, billionths. */
    public static final long REVIEW_SCORE = 73;

    /**
     * Credited payments less refunds and bounces, on the day of each, whether or not the deal is won; minor units,
     * dimension: currency.
     */
    public static final long PAID = 80;

    /**
     * Net credited amount of deals that are not their customer's first, minor units; dimension: see {@link #since}.
     */
    public static final long EXISTING_REVENUE = 120;
    /** Gross profit of such deals, where their cost is known, minor units; dimension: see {@link #since}. */
    public static final long EXISTING_PROFIT = 121;
    /** Gross profit of won deals that name a customer and whose cost is known, minor units; dimension: currency. */
    public static final long CUSTOMER_PROFIT = 122;
    /** Net credited amount of deals whose customer was a VIP on the day of the win, minor units; dimension: currency. */
    public static final long VIP_REVENUE = 123;
    /** Gross profit of such deals, where their cost is known, minor units; dimension: currency. */
    public static final long VIP_PROFIT = 124;
    /**
     * Customers who bought on the day and have bought at least twice by now, company-wide; dimension: see
     * {@link #repeatBuyer}.
     */
    public static final long REPEAT_BUYERS = 125;
    /**
     * Customers who bought for the last time in a month, quarter or year, on that day; dimension: see {@link #returned}.
     * With them those who came back are counted where a window is longer than the days that are asked about.
     */
    public static final long RETURNED_BUYERS = 126;
    /** Customers on the day of their first deal from the subject whose cost is known. */
    public static final long VALUED_CUSTOMERS = 127;
    /** The same over deals that were won while the customer was a VIP. */
    public static final long VALUED_VIP_CUSTOMERS = 128;
    /** Share of lost deals at their close, billionths; dimension: {@link #textDimension} of the reason. */
    public static final long LOST_BY_REASON = 180;
    /**
     * Share of deals on the day of their creation, billionths; dimension: {@link #stage}, once for each stage that the deal has
     * been in.
     */
    public static final long STAGE_REACHED = 181;

    /** The stage of a deal that is won, whatever the pipeline calls it. */
    public static final String WON_STAGE = "won";
    /** Share of won deals for which a rate is missing, billionths; dimension: see {@link #unconverted}. */
    public static final long UNCONVERTED = 139;

    /** Net credited amount of lines whose product is tagged as new on the day of the win, minor units; dimension: currency. */
    public static final long NEW_PRODUCT_REVENUE = 200;
    /** The same of focus products. */
    public static final long FOCUS_REVENUE = 201;
    /** The same of products on promotion. */
    public static final long PROMO_REVENUE = 202;
    /** The same of seasonal products. */
    public static final long SEASONAL_REVENUE = 203;
    /** Credited units of lines whose product is tagged as new on the day of the win, thousandths. */
    public static final long NEW_PRODUCT_UNITS = 204;
    /** The same of focus products. */
    public static final long FOCUS_UNITS = 205;
    /** The same of products on promotion. */
    public static final long PROMO_UNITS = 206;
    /** The same of seasonal products. */
    public static final long SEASONAL_UNITS = 207;

    /** Decimal digits of units. */
    public static final int UNIT_DIGITS = 3;

    /** What a campaign cost, minor units; dimension: currency. */
    public static final long SPEND = 130;
    /** Hours worked, in units of {@link #HOUR_DIGITS} digits. */
    public static final long WORKED_HOURS = 131;
    /** The size of a market on the first day of its window, minor units; dimension: see {@link #market}. */
    public static final long MARKET_SIZE = 132;
    /** How many figures say so; the same dimension. */
    public static final long MARKET_FIGURES = 133;
    /** Contracts on their last day. */
    public static final long CONTRACTS_EXPIRING = 134;
    /** Those of them that a won deal renews. */
    public static final long CONTRACTS_RENEWED = 135;
    /** What contracts are worth, on their last day, minor units; dimension: currency. */
    public static final long EXPIRING_VALUE = 136;
    /** The same of those that a won deal renews. */
    public static final long RENEWED_VALUE = 137;
    /** Gross profit of won deals that name a campaign and whose cost is known, minor units; dimension: currency. */
    public static final long CAMPAIGN_PROFIT = 138;

    /** Managers on the first day of a stretch of employment in the same groups; dimension: that day, {@link #dayOrNone}. */
    public static final long STAFF_FROM = 140;
    /** The same on its last day. */
    public static final long STAFF_UNTIL = 141;
    /** Managers on their last day of employment. */
    public static final long LEAVERS = 142;
    /** Answers of employees; dimension: the score in ten-thousandths. */
    public static final long STAFF_ANSWERS = 143;

    /** Decimal digits of {@link #WORKED_HOURS}. */
    public static final int HOUR_DIGITS = 4;

    /**
     * Customers who bought a product on the day, once for each product; dimension: the epoch day on which they had bought the same
     * product from the subject before, as in {@link #BUYERS}.
     */
    public static final long PRODUCT_BUYERS = 144;
    /** Satisfaction answers of customers who were VIPs on the day of the answer; dimension: the score in ten-thousandths. */
    public static final long VIP_CSAT_ANSWERS = 145;

    /** Sum of the targets of a group's members; see {@link #memberTarget}. */
    private static final long TARGET_BASE = 1L << 60;

    /** Set on credits that count for their receiver only. */
    public static final long OVERLAY = 1L << 62;

    /** Set on measures that a plan defines. */
    public static final long FILTERED = 1L << 61;

    /**
     * Lines of won deals by product, counted once a plan reads a KPI of them; dimension: {@link #textDimension} of the product.
     */
    public static final long PRODUCTS_SOLD = defined("won_deals\tVALUES\tline.product\t");
    /** Leads on the day of their first touch, counted once a plan reads a KPI of them; dimension: see {@link #stretch}. */
    public static final long RESPONSE_STRETCHES = defined("leads_processed\tVALUES\tresponse_stretch\t");
    /** Leads on the day of their close, the same way. */
    public static final long HANDLING_STRETCHES = defined("leads_closed\tVALUES\thandling_stretch\t");
    /** Missed calls that were returned, counted once a plan reads a KPI of them; dimension: seconds until then. */
    public static final long CALLBACKS = defined("calls\tVALUES\tcallback_seconds\t");

    /** Added to an epoch day that serves as a dimension, so that 0 is free to mean none. */
    public static final long DAY_OFFSET = 1_000_000;

    /** The days of the longest window. */
    public static final int LONGEST_WINDOW = 366;

    /** Leaves room for a day beside another number. */
    private static final long DAY_STEP = 10_000_000;

    /** Leaves room for the number of a window kind beside a day. */
    private static final long KIND_STEP = 10;

    /** Leaves room for a length in seconds beside an instant. */
    private static final long STRETCH_STEP = 1L << 30;

    /** Leaves room for the number of a currency beside another number. */
    private static final long CURRENCY_STEP = MoneyView.LIMIT;

    /** The dimension of {@link #MARKUP_REVENUE}: the markup in ten-thousandths, rounded down, and the currency. */
    public static long markup(long tenThousandths, long currency) {
        return Math.addExact(Math.multiplyExact(tenThousandths, CURRENCY_STEP), currency);
    }

    /** The dimension of an amount: its minor units and the numeric code of its currency. */
    public static long amount(long minor, long currency) {
        return Math.addExact(Math.multiplyExact(minor, CURRENCY_STEP), currency);
    }

    /** The minor units in such a dimension. */
    public static long minorIn(long dimension) {
        return Math.floorDiv(dimension, CURRENCY_STEP);
    }

    /** The markup in such a dimension, in ten-thousandths. */
    public static long markupIn(long dimension) {
        return Math.floorDiv(dimension, CURRENCY_STEP);
    }

    /** The number of the currency in such a dimension. */
    public static long currencyIn(long dimension) {
        return Math.floorMod(dimension, CURRENCY_STEP);
    }

    /**
     * The dimension of a stretch of time: its first epoch second and its length. What is longer than 34 years counts as so
     * long, and one that runs back as empty.
     */
    public static long stretch(long epochSecond, long seconds) {
        return epochSecond * STRETCH_STEP + Math.max(0, Math.min(STRETCH_STEP - 1, seconds));
    }

    /** The first epoch second of such a dimension. */
    public static long stretchStart(long dimension) {
        return Math.floorDiv(dimension, STRETCH_STEP);
    }

    /** The seconds of such a dimension. */
    public static long stretchSeconds(long dimension) {
        return Math.floorMod(dimension, STRETCH_STEP);
    }

    /** A day as a dimension; 0 for none. */
    public static long dayOrNone(Integer epochDay) {
        return epochDay == null ? 0 : epochDay + DAY_OFFSET;
    }

    /**
     * The dimension of measures by the customer's first deal: its day and the currency. A first deal that lies before any
     * window with this day has no day of its own.
     */
    public static long since(int firstDay, int day, long currency) {
        long since = day - firstDay >= LONGEST_WINDOW ? 0 : firstDay + DAY_OFFSET;
        return since * CURRENCY_STEP + currency;
    }

    /** Whether the customer's first deal, in such a dimension, lies before a day. */
    public static boolean isSinceBefore(long dimension, int epochDay) {
        return dimension / CURRENCY_STEP < epochDay + DAY_OFFSET;
    }

    /**
     * The dimension of {@link #REPEAT_BUYERS}: the day of the previous purchase from the subject, and the day of the
     * customer's second deal where it lies after this one.
     */
    public static long repeatBuyer(Integer previous, int day, int secondDay) {
        return dayOrNone(previous) * DAY_STEP + (secondDay <= day ? 0 : secondDay + DAY_OFFSET);
    }

    /** Whether such a dimension's previous purchase lies before a day. */
    public static boolean isPreviousBefore(long dimension, int epochDay) {
        return dimension / DAY_STEP < epochDay + DAY_OFFSET;
    }

    /** Whether such a dimension's second deal lies before a day. */
    public static boolean isSecondBefore(long dimension, int epochDay) {
        return dimension % DAY_STEP < epochDay + DAY_OFFSET;
    }

    /** The dimension of {@link #RETURNED_BUYERS}: the last purchase before the window, and the window's kind. */
    public static long returned(int lastBefore, WindowKind kind) {
        return (lastBefore + DAY_OFFSET) * KIND_STEP + kind.number();
    }

    /** Whether such a dimension is of a kind, and its last purchase lies on a day or after it. */
    public static boolean isReturned(long dimension, WindowKind kind, int from) {
        return dimension % KIND_STEP == kind.number() && dimension / KIND_STEP >= from + DAY_OFFSET;
    }

    /** The dimension of the size of a market: the kind of its window and the currency. */
    public static long market(WindowKind kind, long currency) {
        return kind.number() * CURRENCY_STEP + currency;
    }

    /** Whether a measure is an amount by currency. */
    public static boolean isMoney(long measure) {
        return measure == REVENUE
                || measure == FIRST_REVENUE
                || measure == REPEAT_REVENUE
                || (measure >= COSTED_REVENUE && measure <= MARKUP_REVENUE)
                || measure == PAID
                || (measure >= NEW_PRODUCT_REVENUE && measure <= SEASONAL_REVENUE)
                || (measure >= EXISTING_REVENUE && measure <= VIP_PROFIT);
    }

    /** The dimension of {@link #UNCONVERTED}: the deal's own currency and the number of what it is converted into. */
    public static long unconverted(MoneyView view, long currency) {
        return currency * CURRENCY_STEP + view.converted();
    }

    /** The deals' own currency in such a dimension, as its numeric code. */
    public static long unconvertedCurrency(long dimension) {
        return dimension / CURRENCY_STEP;
    }

    /** Whether a measure says who is employed, which nobody does on a day: it makes no figures of its own. */
    public static boolean isStaff(long measure) {
        return measure >= STAFF_FROM && measure <= LEAVERS;
    }

    /** Whether there is anything but who is employed. */
    public static boolean hasFigures(DayCells cells) {
        return cells.anyMeasure(measure -> !isStaff(measure));
    }

    /** Whether a measure's team and company value is the sum of its members'. */
    public static boolean rollsUp(long measure) {
        return (measure & OVERLAY) == 0
                && measure != BUYERS
                && measure != ASSIGNED_BUYERS
                && measure != PRODUCT_BUYERS
                && (measure < REPEAT_BUYERS || measure > VALUED_VIP_CUSTOMERS);
    }

    /** The measure under which the members' targets of a KPI add up, on the last day of the target's window. */
    public static long memberTarget(String kpi, int windowKind) {
        return TARGET_BASE | ((windowKind + 1L) << 32) | (kpi.hashCode() & 0xFFFFFFFFL);
    }

    /** The number of a measure that a plan defines by a filter, from the filter's canonical text. */
    public static long filtered(long base, String canonicalFilter) {
        return defined(base + "|" + canonicalFilter);
    }

    /** The number of a measure that a plan defines, from the canonical text of its definition. */
    public static long defined(String canonicalDefinition) {
        return FILTERED | (hash(canonicalDefinition) & (TARGET_BASE - 1));
    }

    /** The dimension of a text: its hash, never negative. Texts that differ have different ones for all that matters. */
    public static long textDimension(String text) {
        return hash(text) & Long.MAX_VALUE;
    }

    /** The dimension of {@link #STAGE_REACHED}. */
    public static long stage(String pipeline, String stage) {
        return textDimension((pipeline == null ? "" : pipeline) + '\t' + stage);
    }

    /** FNV-1a over UTF-16, 64 bits; part of the state format. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }
}
